import { Command } from 'commander';
import { ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface AuditOptions {
  deadline?: string;
  unit?: string;
  json?: boolean;
}

/** `audit`: the story of each deadline in sentences, from the record. */
export function auditCommand(context: CliContext): Command {
  return new Command('audit')
    .description('Kể lại từng thời hạn: đã lập, gửi, bỏ, trả lời gì, lúc nào, do ai, vì sao')
    .option('--deadline <ID>', 'một thời hạn: mã hoặc một phần của mã')
    .option('--unit <ID>', 'các thời hạn của một cơ quan')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(({ json, ...which }: AuditOptions) => ask(context, { ask: 'audit', ...which }, json));
}
