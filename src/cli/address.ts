import { Command } from 'commander';
import { accountName, ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface WorksOptions {
  why: string;
  by: string;
  json?: boolean;
}

/** `address …`: the mailboxes to which letters come back. */
export function addressCommand(context: CliContext): Command {
  return new Command('address')
    .description('Hộp thư không nhận được thư: thư gửi tới đó bị trả lại')
    .addCommand(
      new Command('list')
        .description('Các hộp thư không nhận được thư, từ khi nào, vì sao')
        .option('--json', 'in kết quả thành một dòng JSON')
        .action(({ json }: { json?: boolean }) => ask(context, { ask: 'address-list' }, json)),
    )
    .addCommand(
      new Command('works')
        .description('Ghi nhận hộp thư dùng được trở lại; thư lại được gửi tới đó')
        .argument('<MAILBOX>', 'địa chỉ hộp thư')
        .requiredOption('--why <WORDS>', 'lý do, ví dụ: cơ quan đã xác nhận qua điện thoại')
        .option('--by <NAME>', 'ai ghi', accountName())
        .option('--json', 'in kết quả thành một dòng JSON')
        .action((mailbox: string, { why, by, json }: WorksOptions) =>
          ask(context, { ask: 'address-works', mailbox, why, by }, json),
        ),
    );
}
