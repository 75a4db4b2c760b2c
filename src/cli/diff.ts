import { Command } from 'commander';
import { ask } from './ask.ts';
import type { CliContext } from './context.ts';

/** `diff`: what the files would change against the record, before `apply` or the next beat does it. */
export function diffCommand(context: CliContext): Command {
  return new Command('diff')
    .description('Xem các tệp kế hoạch sẽ làm thay đổi gì so với sổ đang ghi, trước khi áp dụng')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(({ json }: { json?: boolean }) => ask(context, { ask: 'diff' }, json));
}
