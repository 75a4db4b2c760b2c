import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import { isDigest } from '../../src/plan/model.ts';
import type { Plan, ScheduleFolder } from '../../src/schedule/schedule.ts';
import { shippedInstructions } from '../worker/instructions.ts';
import { filesIn, replayLines, temporaryFolder, type JsonLetter } from './replays.ts';

/** The dated duties of the plan: who leads, the period's label, and the working day to aim at. */
const DUTIES: [string, string, string, string][] = [
  ['A01', 'so-tai-chinh', '2019-06', '2019-06-28'],
  ['A02', 'ubnd-huyen-ia-h-drai', '2019-07', '2019-07-31'],
  ['A03', 'so-noi-vu', '2019-Q3', '2019-09-30'],
  ['A04', 'so-tu-phap', '2019-10-14', '2019-10-14'],
  ['A05', 'so-tu-phap', '2020-02-19', '2020-02-19'],
  ['A07', 'so-noi-vu', '2019', '2019-11-29'],
  ['A08', 'so-noi-vu', '2020', '2020-01-31'],
  ['A09', 'so-noi-vu', '2019', '2019-12-30'],
];

let out: string;
let letters: JsonLetter[];
let folder: ScheduleFolder;
let plan: Plan;
let calendar: Calendar;
let remove: () => Promise<void>;

beforeAll(async () => {
  const { schedule } = await shippedInstructions();
  calendar = schedule.calendar;
  folder = schedule.folders.find(({ id }) => id === 'kon-tum-2019') as ScheduleFolder;
  plan = folder.plans[0] as Plan;
  ({ path: out, remove } = await temporaryFolder());
  const run = await replayLines(['--from', '2019-06-17', '--to', '2020-03-10', '--out', out]);
  letters = run.letters;
}, 600_000);
afterAll(() => remove());

function noticesOf(
  obligation: string,
  unit: string,
  period: string,
): { letter: JsonLetter; notice: string }[] {
  return letters.flatMap((letter) =>
    letter.notices
      .filter((notice) => notice.startsWith(`kon-tum-2019/${obligation}/${unit}/${period}#`))
      .map((notice) => ({ letter, notice })),
  );
}

describe('the Kon Tum plan of 2019, lived from 17/06/2019 to 10/03/2020', () => {
  it.each(DUTIES)('reminds of %s before its date: %s, %s, aim %s', (obligation, unit, period, aim) => {
    const before = noticesOf(obligation, unit, period).filter(
      ({ letter }) => letter.kind === 'upcoming' && letter.at.slice(0, 10) < aim,
    );
    expect(before.map(({ letter }) => letter.to)).toContain(folder.units.get(unit)?.office);
  });

  it('reminds each of the ten districts of A06 before 29/11/2019', () => {
    const districts = folder.groups.get('g-huyen')?.members ?? [];
    expect(districts).toHaveLength(10);
    for (const unit of districts) {
      const before = noticesOf('A06', unit, '2019-11-30').filter(
        ({ letter }) => letter.kind === 'upcoming' && letter.at.slice(0, 10) < '2019-11-29',
      );
      expect(before.map(({ letter }) => letter.to)).toContain(folder.units.get(unit)?.office);
    }
  });

  it('climbs each dated duty that nobody answers for to UBND tỉnh, rung by rung, never back', () => {
    const districts = (folder.groups.get('g-huyen')?.members ?? []).map((unit) => [
      'A06',
      unit,
      '2019-11-30',
    ]);
    for (const [obligation = '', unit = '', period = ''] of [...DUTIES, ...districts]) {
      const told = noticesOf(obligation, unit, period).map(({ letter, notice }) => {
        const [, offset, addressee] = /#T([+-]?\d+)@(\w+)$/.exec(notice) ?? [];
        return { at: letter.at, offset: Number(offset), addressee };
      });
      const inTime = told.toSorted((a, b) => a.at.localeCompare(b.at) || a.offset - b.offset);
      expect(inTime.map(({ offset }) => offset)).toEqual(
        told.map(({ offset }) => offset).sort((a, b) => a - b),
      );
      expect([obligation, unit, inTime.at(-1)?.addressee]).toEqual([obligation, unit, 'authority']);
      expect(new Set(told.map(({ at, offset }) => `${at.slice(0, 10)} ${offset}`)).size).toBe(
        new Set(told.map(({ offset }) => offset)).size,
      );
    }
  });

  it('writes to the mailbox of the unit that each notice is about, or of its superior in the plan’s chain', () => {
    for (const { notices, to } of letters)
      for (const notice of notices) {
        const [, unit = '', addressee] = /^[^/]+\/[^/]+\/([^/]+)\/[^#]+#[^@]+@(.+)$/.exec(notice) ?? [];
        const [, obligation] = notice.split('/');
        const duty = plan.obligations.find(({ id }) => id === obligation);
        const superior = { followUp: duty?.followUp, authority: plan.authority }[addressee ?? ''];
        const reader = folder.units.get(superior ?? unit);
        const mailbox = addressee === 'head' ? reader?.heads[0]?.mailbox : reader?.office;
        expect([notice, mailbox]).toEqual([notice, to]);
      }
  });

  it('sends nothing on a day off', () => {
    expect(letters.filter(({ at }) => !calendar.isWorkingDay(at.slice(0, 10)))).toEqual([]);
  });

  it('sends nothing outside 07:30 to 17:00 in Vietnam', () => {
    expect(letters.filter(({ at }) => !/T(07:[3-5]|0[89]:|1[0-6]:)\d.*\+07:00$/.test(at))).toEqual([]);
  });

  it('says nothing twice', () => {
    const notices = letters.flatMap((letter) => letter.notices);
    expect(new Set(notices).size).toBe(notices.length);
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(letters.length);
  });

  it('reports each letter in the shape that programs rely on', () => {
    expect(Object.keys(letters[0] ?? {})).toEqual([
      'at',
      'kind',
      'unit',
      'to',
      'subject',
      'notices',
      'messageId',
    ]);
    for (const letter of letters) {
      expect(letter.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
      expect(letter.messageId).toMatch(/^<thu-[0-9a-f]{24}@dondoc\.example>$/);
      expect(letter.notices.length > 0).toBe(!isDigest(letter.kind));
    }
  });

  it('leaves every letter that it reports in the folder, in the same order', async () => {
    const files = await filesIn(out);
    expect(files.map(({ name }) => name)).toEqual(
      letters.map(
        ({ messageId }, index) => `${String(index + 1).padStart(6, '0')}-${messageId.slice(1, -1)}.eml`,
      ),
    );
    for (const [index, { raw }] of files.entries()) {
      const read = await readEml(raw);
      const { to, subject, at } = letters[index] as JsonLetter;
      expect(read).toMatchObject({ subject, to: [{ address: to }], date: new Date(at) });
    }
  });

  /** After a wanted change of the schedules, the ladders or the subjects: run this file with `--update`, and read the difference. */
  it('sends exactly the letters written down in kon-tum-2019.txt', async () => {
    const lines = letters.map(({ at, kind, unit, to, subject }) =>
      [at.slice(0, 16).replace('T', ' '), kind.padEnd(8), unit, to.split('@')[0], subject].join(' | '),
    );
    lines.sort();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'kon-tum-2019.txt'));
  });
});
