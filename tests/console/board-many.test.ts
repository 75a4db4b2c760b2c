import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import type { ConsoleParts } from '../../src/console/console.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { ConsoleSite, type Browser } from '../support/console-site.ts';
import { fillRecord, largeSchedule } from '../support/many-deadlines.ts';
import { openTestRecord, SLOW } from '../support/record.ts';

let record: OpenRecord;
let site: ConsoleSite;
let viewer: Browser;

beforeAll(async () => {
  record = await openTestRecord();
  const schedule = largeSchedule();
  const parts: Partial<ConsoleParts> = {};
  site = new ConsoleSite(record.db, schedule, parts);
  parts.board = openBoardDesk({ db: record.db, now: () => site.now(), schedule: () => schedule });
  await site.open();
  await fillRecord(record.db, schedule, 1000);
  viewer = await site.browserOf({ role: 'viewer' });
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
});

const idsOn = (body: string) => [...body.matchAll(/thoi-han\?id=([^"]+)"/g)].map(([, id]) => id);

it('shows 5,000 deadlines a hundred at a time, each once', async () => {
  const first = await viewer.get(site.at(''));
  expect([first.status, idsOn(first.body).length]).toEqual([200, 100]);
  expect(first.body).toContain('Thời hạn 1 đến 100 trong 5.000 thời hạn');
  const pages = await Promise.all(
    Array.from({ length: 50 }, async (_, page) => (await viewer.get(site.at(`?trang=${page + 1}`))).body),
  );
  expect(new Set(pages.flatMap(idsOn)).size).toBe(5000);
  expect(pages[49]).not.toContain('rel="next"');
  expect(idsOn((await viewer.get(site.at('?trang=999'))).body)).toEqual(idsOn(pages[49] ?? ''));
}, 120_000);

it('keeps the filter from page to page', async () => {
  const { body } = await viewer.get(site.at('?trang-thai=con-han&tim=co+quan'));
  const next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toBe('/quan-ly?tim=co+quan&trang-thai=con-han&trang=2');
  expect((await viewer.get(new URL(next, site.at('')).href)).status).toBe(200);
});

it('shows a month of hundreds of deadlines, the rest of a full day behind one link', async () => {
  const { status, body } = await viewer.get(site.at('/thang?thang=2019-06'));
  expect(status).toBe(200);
  const rest = /href="([^"]*ngay=2019-06-\d\d)">và \d\d nhiệm vụ khác/.exec(body)?.[1] ?? '';
  expect(idsOn((await viewer.get(new URL(rest, site.at('')).href)).body).length).toBeGreaterThan(5);
});
