import { Command } from 'commander';
import { z } from 'zod';
import type { PlanChange } from '../record/apply-plan.ts';
import { openRecord, recordPlace } from '../record/open-record.ts';
import { planAhead } from '../worker/beat.ts';
import type { CliContext } from './context.ts';
import { instructionsOf } from './options.ts';
import { runningInstance } from './running-instance.ts';

const changeShape = z.object({
  deadlinesAdded: z.number(),
  deadlinesMoved: z.number(),
  deadlinesWithdrawn: z.number(),
  lettersAdded: z.number(),
  lettersDropped: z.number(),
  noticesSkipped: z.number(),
});

/** `apply`: reads the files and plans anew at once, instead of at the next beat; the running worker does it when it holds the embedded record. */
export function applyCommand(context: CliContext): Command {
  return new Command('apply')
    .description('Áp dụng ngay các tệp kế hoạch: lập lại những thư chưa gửi')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = context.settings();
      const instructions = await instructionsOf(settings);
      const running =
        settings.databaseUrl === undefined ? await runningInstance(settings.dataDir) : undefined;
      let change: PlanChange;
      if (running !== undefined) change = changeShape.parse(await running.ask('POST', '/beat'));
      else {
        const record = await openRecord(recordPlace(settings));
        try {
          change = await planAhead(
            { clock: context.clock, db: record.db, who: 'dondoc apply' },
            instructions,
          );
        } finally {
          await record.close();
        }
      }
      if (json) return context.print(JSON.stringify(change));
      context.print(
        `Thời hạn: thêm ${change.deadlinesAdded}, chuyển ${change.deadlinesMoved}, rút ${change.deadlinesWithdrawn}. ` +
          `Thư chưa gửi: thêm ${change.lettersAdded}, bỏ ${change.lettersDropped}.`,
      );
    });
}
