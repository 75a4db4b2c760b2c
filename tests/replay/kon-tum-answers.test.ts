import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysFrom, instantAt } from '../../src/calendar/dates.ts';
import { openRecord, type OpenRecord } from '../../src/record/open-record.ts';
import { readStories } from '../../src/record/story.ts';
import { proveDay } from '../../src/report/prove-day.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { shippedInstructions } from '../worker/instructions.ts';
import { replayLines, temporaryFolder, type JsonLetter } from './replays.ts';

const ANSWERS = join(ROOT, 'src/cli/demo-answers.jsonl');
const DAYS = { from: '2019-06-17', to: '2020-03-10' };
const OUTAGE = daysFrom('2019-09-09', '2019-09-13');

let letters: JsonLetter[];
let record: OpenRecord;
let instructions: Instructions;
let remove: () => Promise<void>;

beforeAll(async () => {
  const folder = await temporaryFolder();
  remove = folder.remove;
  instructions = await shippedInstructions();
  const args = ['--from', DAYS.from, '--to', DAYS.to, '--name', 'vang', '--answers', ANSWERS];
  ({ letters } = await replayLines(args, { DATA_DIR: folder.path }));
  record = await openRecord({ folder: join(folder.path, 'replay', 'vang') });
}, 600_000);
afterAll(async () => {
  await record.close();
  await remove();
});

describe('the Kon Tum plan of 2019, with the answers of the demo', () => {
  /** After a wanted change: run this file with `--update`, and read the difference. */
  it('sends exactly the letters written down in kon-tum-answers.txt', async () => {
    const lines = letters.map(({ at, kind, unit, to, subject }) =>
      [at.slice(0, 16).replace('T', ' '), kind.padEnd(8), unit, to.split('@')[0], subject].join(' | '),
    );
    lines.sort();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'kon-tum-answers.txt'),
    );
  });

  it('keeps of each dated duty the story written down in kon-tum-stories.txt: what was said, answered, and left unsaid, and why', async () => {
    const ids = await record.db
      .selectFrom('deadline')
      .where('obligation', 'in', ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A13'])
      .select('id')
      .orderBy('obligation')
      .orderBy('id')
      .execute();
    const stories = await readStories(
      record.db,
      ids.map(({ id }) => id),
    );
    const text = stories.map(({ deadline, nominal, status, sentences }) => {
      const told = sentences.filter((sentence) => !/Lập thư gửi|được lập lại/.test(sentence));
      return [`${deadline} (${nominal}, ${status})`, ...told.map((line) => `  ${line}`)].join('\n');
    });
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'kon-tum-stories.txt'),
    );
  });

  it('can prove every day that it lived', async () => {
    const parts = { db: record.db, instructions, now: instantAt('2020-03-11', '08:00') };
    const holes = [];
    for (const day of daysFrom(DAYS.from, DAYS.to)) {
      const { full, items } = await proveDay(day, parts);
      if (!full) holes.push({ day, items: items.filter(({ outcome }) => outcome === 'missed') });
    }
    expect(holes).toEqual([]);
  });

  it('says nothing while it stands still, and afterwards what was missed, once', () => {
    expect(letters.filter(({ at }) => OUTAGE.includes(at.slice(0, 10)))).toEqual([]);
    const notices = letters.flatMap((letter) => letter.notices);
    expect(new Set(notices).size).toBe(notices.length);
    expect(notices).toContain('kon-tum-2019/A03/so-noi-vu/2019-Q3#T-15@office');
  });
});
