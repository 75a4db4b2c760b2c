import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Backend } from './faults/bench.ts';
import { ROWS } from './faults/rows.ts';
import { endRows, holds, runRow, type Result } from './faults/run-row.ts';
import { line, table } from './faults/table.ts';
import { WEEK } from './faults/week-plan.ts';

/**
 * `npm run faults [-- --only ID,ID] [--backend postgres|redis|embedded] [--letters N] [--days N] [--at-once N] [--out FILE]`: lives a week of letters (10,000)
 * under each fault and prints what became of them; exit code 1 when something was lost or came twice without need. `--out` writes the table.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    backend: { type: 'string' },
    letters: { type: 'string', default: '10000' },
    days: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '2' },
    out: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});

/** Of the week's days only the first so many are lived; most faults come on the second. */
const lastDay = WEEK[Number(values.days) - 1];
if (lastDay === undefined) throw new Error('--days: 1 to 5');

const wanted = values.only?.split(',');
const unknown = wanted?.filter((id) => !ROWS.some((row) => row.id === id)) ?? [];
if (unknown.length > 0)
  throw new Error(`No such row: ${unknown.join(', ')}. Rows: ${ROWS.map(({ id }) => id).join(', ')}`);
const runs = ROWS.filter(({ id }) => wanted?.includes(id) ?? true).flatMap((row) =>
  row.backends
    .filter((backend) => values.backend === undefined || values.backend === backend)
    .map((backend: Backend) => ({ row, backend })),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void endRows().finally(() => process.exit(1)));

const results: (Result | undefined)[] = runs.map(() => undefined);
const left = [...runs.keys()];
/** Rows are lived some at once: most of a row's time is waiting. */
await Promise.all(Array.from({ length: Number(values['at-once']) }, lane));

const complete = results.filter((result) => result !== undefined);
const text = table(complete);
console.log(`\n${text}\n\n${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`);
const broken = complete.filter((result) => !holds(result)).length + runs.length - complete.length;
if (broken > 0) console.log(`${broken} rows do not hold`);
process.exitCode = broken === 0 ? 0 : 1;

/** After each row, so that a bench that is ended early leaves what it has seen. */
async function write(): Promise<void> {
  const seen = results.filter((result) => result !== undefined);
  if (values.out !== undefined) await writeFile(values.out, `${table(seen)}\n`);
}

async function lane(): Promise<void> {
  for (let at = left.shift(); at !== undefined; at = left.shift()) {
    const run = runs[at];
    if (run === undefined) return;
    try {
      const result = await runRow(run.row, run.backend, Number(values.letters), lastDay);
      results[at] = result;
      console.log(line(result));
      await write();
    } catch (error) {
      console.log(`${run.row.id}, ${run.backend}: the row could not be lived: ${String(error)}`);
    }
  }
}
