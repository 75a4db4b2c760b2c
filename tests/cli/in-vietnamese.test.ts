import { Command, Option, type CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { inVietnamese } from '../../src/cli/in-vietnamese.ts';

/** What the command line says to `args`, on either stream. */
async function said(args: string[]): Promise<string> {
  let words = '';
  const write = (text: string) => void (words += text);
  const program = inVietnamese(
    new Command('dondoc').version('1.0.0', '-V, --version', 'in số phiên bản').addCommand(
      new Command('link').addCommand(
        new Command('add')
          .argument('<UNIT>', 'mã cơ quan')
          .requiredOption('--why <WORDS>', 'lý do')
          .addOption(new Option('--role <ROLE>', 'vai trò').choices(['viewer', 'admin']))
          .option('--lines <N>', 'số dòng', '20')
          .action(() => undefined),
      ),
    ),
  );
  const all = (command: Command) => {
    command.exitOverride().configureOutput({ writeOut: write, writeErr: write });
    command.commands.forEach(all);
  };
  all(program);
  await program.parseAsync(args, { from: 'user' }).catch((error: CommanderError) => {
    if (!error.code.startsWith('commander.')) throw error;
  });
  return words;
}

describe('the command line in Vietnamese', () => {
  it.each([
    ['--help'],
    ['link --help'],
    ['link add --help'],
    ['help link'],
    ['link'],
    ['lnk'],
    ['link ad'],
    ['link add --why x'],
    ['link add u'],
    ['link add u --why'],
    ['link add u --why x --rle viewer'],
    ['link add u v w --why x'],
    ['link add u --why x --role boss'],
  ])('has no English of commander in what it says to “%s”', async (args) => {
    const words = await said(args.split(' '));
    expect(words).not.toBe('');
    expect(words).not.toMatch(
      /\b(usage|options?|arguments?|commands?|display|error|unknown|missing|required|invalid|expected|allowed|did you|default|choices|too many)\b/i,
    );
  });

  it('tells what a command takes', async () => {
    expect(await said(['link', 'add', '--help'])).toBe(
      [
        'Cách dùng: dondoc link add [tùy chọn] <UNIT>\n',
        'Tham số:',
        '  UNIT           mã cơ quan\n',
        'Tùy chọn:',
        '  --why <WORDS>  lý do',
        '  --role <ROLE>  vai trò (một trong: "viewer", "admin")',
        '  --lines <N>    số dòng (mặc định: "20")',
        '  -h, --help     xem hướng dẫn này\n',
      ].join('\n'),
    );
  });

  it.each([
    ['lnk', 'Không có lệnh “lnk”.\n(Có phải bạn muốn dùng link?)\n'],
    ['link add u --why x --rle viewer', 'Không có tùy chọn “--rle”.\n(Có phải bạn muốn dùng --role?)\n'],
    ['link add --why x', 'Thiếu tham số “UNIT”.\n'],
    ['link add u --why', 'Tùy chọn “--why <WORDS>” thiếu giá trị.\n'],
    ['link add u', 'Thiếu tùy chọn bắt buộc “--why <WORDS>”.\n'],
    ['link add u v w --why x', 'Thừa tham số: cần 1, nhận được 3.\n'],
    [
      'link add u --why x --role boss',
      'Tùy chọn “--role <ROLE>” không nhận giá trị “boss”. Các giá trị được nhận: viewer, admin.\n',
    ],
  ])('refuses “%s” in its own words', async (args, words) => {
    expect(await said(args.split(' '))).toBe(words);
  });
});
