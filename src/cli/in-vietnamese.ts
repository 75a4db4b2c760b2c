import type { Command } from 'commander';

/**
 * Has a command and all below it speak Vietnamese where commander would speak English: in help, and when it refuses a command line that it
 * cannot read.
 */
export function inVietnamese(command: Command): Command {
  command
    .helpOption('-h, --help', 'xem hướng dẫn này')
    .configureHelp({
      styleTitle: help,
      styleUsage: help,
      styleSubcommandTerm: help,
      styleOptionDescription: help,
    })
    .configureOutput({ outputError: (words, write) => write(refusal(words)) });
  if (command.commands.length > 0) command.helpCommand('help [lệnh]', 'Xem hướng dẫn của một lệnh');
  command.commands.forEach(inVietnamese);
  return command;
}

type Translation = [RegExp, string];

const HELP: Translation[] = [
  [/^Usage:$/, 'Cách dùng:'],
  [/^Arguments:$/, 'Tham số:'],
  [/^Options:$/, 'Tùy chọn:'],
  [/^Commands:$/, 'Các lệnh:'],
  [/\[options\]/, '[tùy chọn]'],
  [/\[command\]/, '[lệnh]'],
  [/\(choices: (.*)\)$/, '(một trong: $1)'],
  [/\(default: (.*)\)$/, '(mặc định: $1)'],
];

const REFUSALS: Translation[] = [
  [/^error: /, ''],
  [/^unknown command '(.*)'/, 'Không có lệnh “$1”.'],
  [/^unknown option '(.*)'/, 'Không có tùy chọn “$1”.'],
  [/^missing required argument '(.*)'/, 'Thiếu tham số “$1”.'],
  [/^option '(.*)' argument missing/, 'Tùy chọn “$1” thiếu giá trị.'],
  [/^required option '(.*)' not specified/, 'Thiếu tùy chọn bắt buộc “$1”.'],
  [/^option '(.*)' argument '(.*)' is invalid\./, 'Tùy chọn “$1” không nhận giá trị “$2”.'],
  [/Allowed choices are (.*)\./, 'Các giá trị được nhận: $1.'],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)\./,
    'Thừa tham số: cần $1, nhận được $2.',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(Có phải bạn muốn dùng $1?)'],
];

function help(words: string): string {
  return translated(words, HELP);
}

function refusal(words: string): string {
  return translated(words, REFUSALS);
}

function translated(words: string, translations: Translation[]): string {
  return translations.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), words);
}
