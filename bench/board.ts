import { openBoardDesk } from '../src/board/board-desk.ts';
import type { ConsoleParts } from '../src/console/console.ts';
import { openRecord, type RecordPlace } from '../src/record/open-record.ts';
import { Browser, ConsoleSite } from '../tests/support/console-site.ts';
import { fillRecord, largeSchedule } from '../tests/support/many-deadlines.ts';
import { empty } from '../tests/support/record.ts';

/**
 * `npm run bench:pages [-- postgres://…]`: how long the server takes for the board and the month with 5,000 deadlines, at 5,000 and at
 * 50,000 letters, in an embedded record or in a schema of its own on a Postgres server, in Vietnamese and in English. The pages must not slow down with the letters.
 */
const SIZES = [5_000, 50_000];
const PATHS = ['', '?trang-thai=qua-han', '?don-vi=co-quan-7', '?tim=nhiem+vu+n7', '/thang'];
const ROUNDS = 40;

/** What a request costs, in milliseconds. */
interface Cost {
  waited: number;
  worked: number;
}
const NOTHING: Cost = { waited: 0, worked: 0 };

const [server] = process.argv.slice(2);
const place: RecordPlace = server === undefined ? { memory: true } : { server, schema: 'dondoc_bench' };
const record = await openRecord(place);
const parts: Partial<ConsoleParts> = {};
const schedule = largeSchedule();
const site = new ConsoleSite(record.db, schedule, parts);
parts.board = openBoardDesk({ db: record.db, now: () => site.now(), schedule: () => schedule });
try {
  const medians = new Map<string, Cost[]>();
  for (const letters of SIZES) {
    await empty(record.db);
    await fillRecord(record.db, schedule, letters);
    await site.open();
    const browser = await site.browserOf({ role: 'viewer' });
    const english = new Browser(`${browser.token}; dondoc-ngon-ngu=en`);
    for (const path of PATHS)
      for (const [reader, name] of [
        [browser, path],
        [english, `${path} (English)`],
      ] as const) {
        const median = await medianOf(() => reader.get(site.at(path)));
        medians.set(name, [...(medians.get(name) ?? []), median]);
      }
    await site.close();
  }
  console.log(
    `5,000 deadlines; medians of ${ROUNDS} requests one after the other, in milliseconds: as waited for,`,
  );
  console.log(
    'and in brackets of processor time of this process (server and client), which a busy machine changes less',
  );
  console.log('page | 5,000 letters | 50,000 letters | ratio');
  for (const [path, [few = NOTHING, many = NOTHING]] of medians)
    console.log(
      `/quan-ly${path} | ${words(few)} | ${words(many)} | ${(many.waited / few.waited).toFixed(2)} (${(many.worked / few.worked).toFixed(2)})`,
    );
} finally {
  await record.discard();
  await record.close();
}

function words({ waited, worked }: Cost): string {
  return `${waited.toFixed(1)} (${worked.toFixed(1)})`;
}

async function medianOf(ask: () => Promise<{ status: number }>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS + 5; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const { status } = await ask();
    const { user, system } = process.cpuUsage(before);
    // The first ones warm up.
    if (round >= 5) costs.push({ waited: performance.now() - start, worked: (user + system) / 1000 });
    if (status !== 200) throw new Error(`The page answered ${status}`);
  }
  return {
    waited: middle(costs.map(({ waited }) => waited)),
    worked: middle(costs.map(({ worked }) => worked)),
  };
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
