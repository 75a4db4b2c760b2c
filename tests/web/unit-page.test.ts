import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, dumpOf, open } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const OWN = 'KH/A04/so-tu-phap/2019-10-14';
const SCHEDULE = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh']),
    duty('A05', 'trước ngày 20/11/2019', 'so-tai-chinh'),
  ],
});

let record: OpenRecord;
let site: AnswerSite;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, SCHEDULE);
  await site.open();
}, SLOW);
beforeEach(() => site.begin('2019-10-09'));
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

const linkOf = (unit: string) => site.links.unit({ folder: 'tinh-thu', unit }, site.today);

it('shows what the unit owes, by when and what it has answered, and nothing of other units', async () => {
  const answer = { kind: 'progress', note: 'Đã lấy ý kiến các phòng' } as const;
  await takeAnswer(record.db, site.now(), SCHEDULE, { deadline: OWN, by: 'Sở Tư pháp', answer });
  const { status, body } = await open(linkOf('so-tu-phap'));
  expect(status).toBe(200);
  expect(body).toContain('Nhiệm vụ do Cơ quan so-tu-phap chủ trì');
  expect(body).toContain('thứ Hai, 14/10/2019');
  expect(body).toContain('Đã lấy ý kiến các phòng');
  expect(body.match(/<tr>/g)).toHaveLength(2);
  expect(body).not.toContain('so-tai-chinh');
  expect(body).not.toContain('20/11/2019');
});

it('is reached from the page of a letter’s link, only reads, and leads to the unit’s calendar', async () => {
  const before = await dumpOf(record.db);
  const answering = await open(site.answerLink(OWN));
  const path = /href="(\/don-vi\/[^"]+)"/.exec(answering.body)?.[1] ?? '';
  const { status, body } = await open(site.web.url + path);
  expect(status).toBe(200);
  expect(body).not.toContain('<form');
  const calendar = /href="(\/lich\/[^"]+\.ics)"/.exec(body)?.[1] ?? '';
  expect((await open(site.web.url + calendar)).status).toBe(200);
  expect(await dumpOf(record.db)).toBe(before);
});

it('serves for ninety days, and not for a unit that is not there', async () => {
  const link = linkOf('so-tu-phap');
  site.today = '2020-01-07';
  expect((await open(link)).status).toBe(200);
  site.today = '2020-01-08';
  expect((await open(link)).status).toBe(410);
  expect((await open(linkOf('so-khong-co'))).status).toBe(404);
});
