import { Command } from 'commander';
import { z } from 'zod';
import { replyTo } from './ask.ts';
import type { CliContext } from './context.ts';
import { dayOption } from './options.ts';

interface CoverageOptions {
  day?: string;
  all?: boolean;
  json?: boolean;
}

const coverageShape = z.looseObject({ full: z.boolean() });

/** `coverage`: everything due to be said on a day was said, or what was not and why; exit code 1 when something was missed. */
export function coverageCommand(context: CliContext): Command {
  return new Command('coverage')
    .description('Chứng minh một ngày: điều phải nhắc đã được nhắc, hoặc điều nào không nhắc và vì sao')
    .option('--day <DATE>', 'ngày cần chứng minh (mặc định: ngày làm việc gần nhất đã hết giờ gửi)')
    .option('--all', 'kể cả những điều đã nhắc')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async ({ day, all, json }: CoverageOptions) => {
      const { lines, data } = await replyTo(context, {
        ask: 'coverage',
        ...(day !== undefined && { day: dayOption('--day', day) }),
        ...(all !== undefined && { all }),
      });
      if (!coverageShape.parse(data).full) process.exitCode = 1;
      if (json) return context.print(JSON.stringify(data));
      for (const line of lines) context.print(line);
    });
}
