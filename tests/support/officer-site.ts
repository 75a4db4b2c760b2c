import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openOfficerDesk } from '../../src/answer/officer-desk.ts';
import { openUnitDesk } from '../../src/answer/unit-desk.ts';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import type { OpenRecord, RecordDb } from '../../src/record/open-record.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { ConsoleSite, type Browser, type Shown } from './console-site.ts';
import { applyAt, claimAt, openTestRecord, SLOW } from './record.ts';
import { duty, scheduleOf, unit } from './schedules.ts';

export const ID = 'KH/A04/so-tu-phap/2019-10-14';
/** Led by the unit that follows up: the authority decides on it. */
export const OWN = 'KH/A03/so-noi-vu/2019-10-14';
/** Followed up by another unit than the plan's. */
export const OTHER = 'KH/B01/so-y-te/2019-10-13';
/** Led by the same unit as `OTHER` and reminded of in the same letter, but followed up by the plan's own unit. */
export const MEASURED = 'KH/C01/so-y-te/2019-10-11';

export const OFFICES = scheduleOf({
  ladder: { '-3': 'office', '0': 'office head', '1': 'office head', '5': 'followUp authority' },
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap', {
      title: 'Báo cáo năm',
      clause: 'mục 2.1, phần II',
      deliverable: 'Báo cáo của UBND tỉnh',
      recipient: 'Bộ Tư pháp',
    }),
    duty('A03', 'trước ngày 15/10/2019', 'so-noi-vu'),
    duty('B01', 'trước ngày 14/10/2019', 'so-y-te', { followUp: 'so-tai-chinh', title: 'Việc của Sở Y tế' }),
    duty('C01', 'trước ngày 12/10/2019', 'so-y-te', {
      target: { atLeast: 80, unit: '%', measure: 'số xã đạt chuẩn', counts: 'xã', total: 10 },
    }),
    duty('E01', 'chậm nhất 05 ngày làm việc kể từ ngày công bố', 'so-tu-phap', {
      event: 'cong-bo',
      title: 'Công khai thủ tục',
    }),
  ],
  units: [
    unit('so-tu-phap', { name: 'Sở Tư pháp', headTitle: 'Giám đốc Sở Tư pháp' }),
    unit('so-noi-vu', { name: 'Sở Nội vụ' }),
    unit('so-y-te', { name: 'Sở Y tế' }),
    unit('so-tai-chinh', { name: 'Sở Tài chính' }),
    unit('ubnd-tinh', { name: 'UBND tỉnh' }),
  ],
});

export const OFFICER = { role: 'officer', folder: 'tinh-thu', unit: 'so-noi-vu' } as const;
export const STRANGER = { role: 'officer', folder: 'tinh-thu', unit: 'so-tai-chinh' } as const;

/** The console with its pages of deadlines, letters, events and units; what is written down is planned at once. */
export function officerSite(db: RecordDb, schedule: Schedule = OFFICES): ConsoleSite {
  const place = {
    db,
    now: () => site.now(),
    schedule: () => site.schedule,
    plan: () => applyAt(db, site.schedule, site.today, { time: '09:30' }),
  };
  const site: ConsoleSite = new ConsoleSite(db, schedule, {
    officers: openOfficerDesk(place),
    units: openUnitDesk(place),
    board: openBoardDesk(place),
  });
  return site;
}

/**
 * Opens a record and its site before a file's tests and hands them to `use`; each test begins with the plan as of 09/10/2019, and
 * the file fails when a page has failed.
 */
export function inOfficerSite(use: (opened: { record: OpenRecord; site: ConsoleSite }) => void): void {
  let record: OpenRecord;
  let site: ConsoleSite;
  beforeAll(async () => {
    record = await openTestRecord();
    site = officerSite(record.db);
    await site.open();
    use({ record, site });
  }, SLOW);
  beforeEach(() => site.begin('2019-10-09'));
  afterAll(async () => {
    await site.close();
    await record.close();
    expect(site.logged).toEqual([]);
  });
}

/** The path of a deadline's page. */
export function storyPath(deadline: string): string {
  return `/thoi-han?id=${encodeURIComponent(deadline)}`;
}

/** Marks every letter of the site's day that speaks of `deadline` as sent with these words. @returns their ids. */
export async function sendLettersOf(
  { db, today }: ConsoleSite,
  deadline: string,
  said: { subject: string; text: string; html: string },
): Promise<string[]> {
  const letters = await db
    .selectFrom('letter')
    .where('status', '=', 'planned')
    .where('day', '=', today)
    .where('id', 'in', db.selectFrom('notice').where('deadline', '=', deadline).select('letter'))
    .select(['id', 'slot'])
    .orderBy('id')
    .execute();
  for (const { id, slot } of letters) {
    if ((await claimAt(db, id, today)) === undefined) throw new Error(`${id} could not be claimed`);
    await settleLetter(db, id, 'test', slot, {
      status: 'sent',
      response: '250 2.0.0 Ok: queued as 4F',
      said: { messageId: `<${id}@dondoc.example>`, ...said },
    });
  }
  return letters.map(({ id }) => id);
}

/** Sends the form `kind` of a deadline's page as the page shows it. @throws Error when it shows none. */
export async function sendForm(
  site: ConsoleSite,
  browser: Browser,
  kind: string,
  fields: Record<string, string> = {},
  deadline = ID,
): Promise<Shown> {
  const url = site.at(storyPath(deadline));
  const { body } = await browser.get(url);
  if (!body.includes(`name="kind" value="${kind}"`)) throw new Error(`The page has no form ${kind}`);
  const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
  return browser.post(url, { kind, seen, ...fields });
}

/** The answers to a deadline that the record holds, in order. */
export function answersOf(
  { db }: ConsoleSite,
  deadline = ID,
): Promise<{ kind: string; by: string; mailbox: string | null }[]> {
  return db
    .selectFrom('answer')
    .where('deadline', '=', deadline)
    .orderBy('number')
    .select(['kind', 'by', 'mailbox'])
    .execute();
}
