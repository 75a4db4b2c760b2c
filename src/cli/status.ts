import { Command } from 'commander';
import { z } from 'zod';
import { openRecord, recordPlace } from '../record/open-record.ts';
import { readOverview, type Overview } from '../record/overview.ts';
import type { CliContext } from './context.ts';
import { runningInstance } from './running-instance.ts';
import { statusLines } from './status-lines.ts';
import { table } from './table.ts';

const instant = z.iso
  .datetime()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)));

/** What a running instance answers over its control address: dates have become strings on the way. */
const statusShape = z.object({
  deadlines: z.record(z.string(), z.number()),
  letters: z.record(z.string(), z.number()),
  nextLetter: instant,
  lastSent: instant,
  lastBeat: instant,
  jobs: z.record(z.string(), z.number()),
  problems: z.array(z.string()),
  // A process of an earlier version does not tell it.
  pause: z
    .object({ since: z.iso.datetime().transform((text) => new Date(text)), by: z.string(), why: z.string() })
    .nullable()
    .default(null),
});

/** `status`: how the record stands; asked of the running worker when it holds the embedded record, else read directly. */
export function statusCommand(context: CliContext): Command {
  return new Command('status')
    .description('Xem tình trạng: thời hạn, thư, việc đang chờ')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = context.settings();
      const running =
        settings.databaseUrl === undefined ? await runningInstance(settings.dataDir) : undefined;
      const status: Overview =
        running === undefined
          ? await readDirectly(recordPlace(settings))
          : statusShape.parse(await running.ask('GET', '/status'));
      if (json) return context.print(JSON.stringify({ running: running !== undefined, ...status }));
      for (const line of table(['Mục', 'Giá trị'], statusLines(status), context.colour)) context.print(line);
    });
}

async function readDirectly(place: Parameters<typeof openRecord>[0]): Promise<Overview> {
  const record = await openRecord(place);
  try {
    return await readOverview(record.db);
  } finally {
    await record.close();
  }
}
