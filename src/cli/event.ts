import { Command } from 'commander';
import { accountName, ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface EventOptions {
  date: string;
  ref: string;
  by: string;
  json?: boolean;
}

/** `event add KIND`: something happened that duties wait for; its document makes it known once. */
export function eventCommand(context: CliContext): Command {
  return new Command('event').description('Ghi sự kiện làm phát sinh thời hạn').addCommand(
    new Command('add')
      .description('Ghi một sự kiện, ví dụ: event add cong-bo-tthc --date 2019-06-14 --ref 703/QĐ-UBND')
      .argument('<KIND>', 'loại sự kiện như mục event trong kế hoạch')
      .requiredOption('--date <DATE>', 'ngày của sự kiện')
      .requiredOption('--ref <NUMBER>', 'số, ký hiệu văn bản')
      .option('--by <NAME>', 'ai ghi', accountName())
      .option('--json', 'in kết quả thành một dòng JSON')
      .action((kind: string, { date, ref, by, json }: EventOptions) =>
        ask(context, { ask: 'happening', kind, day: date, reference: ref, by }, json),
      ),
  );
}
