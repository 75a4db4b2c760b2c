import { Command } from 'commander';
import { accountName, ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface EventOptions {
  date: string;
  ref: string;
  by: string;
  json?: boolean;
}

interface CancelOptions {
  ref: string;
  why: string;
  by: string;
  json?: boolean;
}

/** `event add KIND`: something happened that duties wait for; its document makes it known once. `event cancel KIND` takes it back. */
export function eventCommand(context: CliContext): Command {
  return new Command('event')
    .description('Ghi sự kiện làm phát sinh thời hạn, hoặc hủy sự kiện ghi nhầm')
    .addCommand(addCommand(context))
    .addCommand(cancelCommand(context));
}

function addCommand(context: CliContext): Command {
  return new Command('add')
    .description('Ghi một sự kiện, ví dụ: event add cong-bo-tthc --date 2019-06-14 --ref 703/QĐ-UBND')
    .argument('<KIND>', 'loại sự kiện như mục event trong kế hoạch')
    .requiredOption('--date <DATE>', 'ngày của sự kiện')
    .requiredOption('--ref <NUMBER>', 'số, ký hiệu văn bản')
    .option('--by <NAME>', 'ai ghi', accountName())
    .option('--json', 'in kết quả thành một dòng JSON')
    .action((kind: string, { date, ref, by, json }: EventOptions) =>
      ask(context, { ask: 'happening', kind, day: date, reference: ref, by }, json),
    );
}

function cancelCommand(context: CliContext): Command {
  return new Command('cancel')
    .description('Hủy một sự kiện ghi nhầm và rút các thời hạn do sự kiện đó đặt ra')
    .argument('<KIND>', 'loại sự kiện như mục event trong kế hoạch')
    .requiredOption('--ref <NUMBER>', 'số, ký hiệu văn bản đã ghi')
    .requiredOption('--why <WORDS>', 'lý do hủy')
    .option('--by <NAME>', 'ai ghi', accountName())
    .option('--json', 'in kết quả thành một dòng JSON')
    .action((kind: string, { ref, why, by, json }: CancelOptions) =>
      ask(context, { ask: 'happening-cancelled', kind, reference: ref, why, by }, json),
    );
}
