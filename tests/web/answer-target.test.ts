import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, open, send } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A06/ubnd-huyen-dak-ha/2019-11-30';
const A06 = duty('A06', 'đến hết ngày 30 tháng 11 năm 2019', 'ubnd-huyen-dak-ha', {
  target: { atLeast: 80, unit: '%', measure: 'số xã đã công bố', counts: 'xã' },
});
const A16 = duty('A16', 'đến hết ngày 31 tháng 12 năm 2019', 'so-tai-chinh', {
  target: { atMost: 5, unit: 'hồ sơ', measure: 'hồ sơ quá hạn' },
});

let record: OpenRecord;
let site: AnswerSite;
beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, scheduleOf({ duties: [A06, A16] }));
  await site.open();
  await site.begin('2019-11-12');
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
});

it('a target is reported in figures, shown with what is missing, and must be met before the duty is done', async () => {
  const link = site.answerLink(ID);
  expect((await open(link)).body).toMatch(/name="count"[^]*name="total"/);
  expect((await send(link, 'progress', { count: '5', total: '11' })).status).toBe(303);
  expect((await open(link)).body).toMatch(/>\s*05\/11 xã, 45%: còn thiếu 04 xã\s*</);

  const document = { document: '12/BC-UBND', on: '12/11/2019' };
  const early = await send(link, 'done', { ...document, count: '8', total: '11' });
  expect(early.status).toBe(422);
  expect(early.body).toContain('Chưa đạt chỉ tiêu');
  expect(await site.deadline(ID)).toMatchObject({ status: 'open', met: false });

  expect((await send(link, 'done', { ...document, count: '9', total: '11' })).status).toBe(303);
  expect(await site.deadline(ID)).toMatchObject({ status: 'done', met: true });
});

it('figures below a bound that must not be exceeded let the duty be done, and silence nothing before', async () => {
  const id = 'KH/A16/so-tai-chinh/2019-12-31';
  expect((await send(site.answerLink(id), 'progress', { value: '3' })).status).toBe(303);
  expect(await site.deadline(id)).toMatchObject({ status: 'open', met: false });
  const document = { document: '7/BC-STC', on: '12/11/2019' };
  expect((await send(site.answerLink(id), 'done', { ...document, value: '3' })).status).toBe(303);
  expect(await site.deadline(id)).toMatchObject({ status: 'done' });
});
