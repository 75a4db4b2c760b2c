import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { UnitAnswer } from '../../src/answer/answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, open, send } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const OWN = 'KH/A03/so-noi-vu/2019-10-14';
const SCHEDULE = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap'),
    duty('A03', 'trước ngày 15/10/2019', 'so-noi-vu'),
  ],
  units: [
    unit('so-tu-phap', { name: 'Sở Tư pháp' }),
    unit('so-noi-vu', { name: 'Sở Nội vụ' }),
    unit('ubnd-tinh', { name: 'UBND tỉnh' }),
  ],
});
const DONE = { kind: 'done', document: '12/BC-STP', on: '2019-10-09' } as const;

let record: OpenRecord;
let site: AnswerSite;
let link: string;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, SCHEDULE);
  await site.open();
}, SLOW);
beforeEach(async () => {
  await site.begin('2019-10-09');
  link = site.decideLink(ID, 'so-noi-vu');
});
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

async function said(answer: UnitAnswer, deadline = ID): Promise<void> {
  await takeAnswer(record.db, site.now(), SCHEDULE, { deadline, by: 'Sở Tư pháp', answer });
}

it('says so when nothing waits for a decision', async () => {
  const { body } = await open(link);
  expect(body).toContain('Hiện không có nội dung nào chờ quyết định.');
  expect(body).not.toContain('<form');
});

it('a completion is shown in the unit’s own words, and accepted', async () => {
  await said({ ...DONE, note: 'bản chính gửi sau' });
  const { body } = await open(link);
  expect(body).toMatch(/<strong>Sở Tư pháp<\/strong>: Hoàn thành trước hạn: văn bản 12\/BC-STP/);
  expect(body).toContain('Ghi chú: bản chính gửi sau');
  expect((await send(link, 'accepted')).status).toBe(303);
  expect(await site.deadline(ID)).toMatchObject({ status: 'done', accepted: true });
  expect((await site.answers()).at(-1)).toEqual({
    kind: 'accepted',
    by: 'Sở Nội vụ',
    mailbox: 'vanthu@so-noi-vu.example',
  });
  expect((await open(link)).body).toContain('Hiện không có nội dung nào chờ quyết định.');
});

it('a completion is returned with a reason, which is asked for', async () => {
  await said(DONE);
  const { status, body } = await send(link, 'returned');
  expect(status).toBe(422);
  expect(body).toContain('id="returned-why-problem">Cần ghi lý do.');
  await send(link, 'returned', { why: 'thiếu phụ lục' });
  expect(await site.deadline(ID)).toMatchObject({ status: 'open', done_document: null });
  const planned = await record.db.selectFrom('letter').where('status', '=', 'planned').select('id').execute();
  expect(planned.length).toBeGreaterThan(0);
});

it('an extension is granted to the day that was asked for when no other is written', async () => {
  await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
  expect((await open(link)).body).toContain('Để trống nếu đồng ý đến thứ Năm, 31/10/2019');
  await send(link, 'extended');
  expect(await site.deadline(ID)).toMatchObject({
    nominal: '2019-10-31',
    original_nominal: '2019-10-14',
    extensions: 1,
    asked_until: null,
  });
});

it('an extension is granted to another day', async () => {
  await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
  await send(link, 'extended', { to: '25/10/2019', why: 'đủ thời gian' });
  expect(await site.deadline(ID)).toMatchObject({ nominal: '2019-10-25' });
});

it('an extension is refused, and the day stays', async () => {
  await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
  await send(link, 'refused', { why: 'Bộ Tư pháp cần đúng hạn' });
  expect(await site.deadline(ID)).toMatchObject({ nominal: '2019-10-14', asked_until: null });
});

it('a duty handed back is kept, or its `lead` changed in the plan', async () => {
  await said({ kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
  expect((await open(link)).body).toContain('sửa mục lead của nhiệm vụ trong tệp kế hoạch');
  await send(link, 'kept', { why: 'theo phân công tại Kế hoạch' });
  expect(await site.deadline(ID)).toMatchObject({ handed_back: false });
});

it('only the unit that decides may decide: the follow-up unit’s own duties are the authority’s', async () => {
  await said({ kind: 'asked', to: '2019-11-29', why: 'chờ số liệu' }, OWN);
  const own = site.decideLink(OWN, 'so-noi-vu');
  const form = (await open(site.decideLink(OWN, 'ubnd-tinh'))).body;
  const shown = await open(own);
  expect(shown.body).toContain('Hiện nay việc quyết định do');
  expect(shown.body).toContain('UBND tỉnh');
  expect(shown.body).not.toContain('<form');
  const hidden = { kind: 'refused', seen: '1', form: /name="form" value="([^"]+)"/.exec(form)?.[1] ?? '' };
  expect((await send(own, 'refused', { why: 'giữ hạn' }, { hidden })).status).toBe(403);
  expect(await site.deadline(OWN)).toMatchObject({ asked_until: '2019-11-29' });
  expect((await send(site.decideLink(OWN, 'ubnd-tinh'), 'refused', { why: 'giữ hạn' })).status).toBe(303);
  expect(await site.deadline(OWN)).toMatchObject({ asked_until: null });
});

it('a decision cannot be sent to the page of the unit, nor an answer to the page of decisions', async () => {
  await said(DONE);
  const form = (await open(link)).body;
  const hidden = { kind: 'refused', seen: '1', form: /name="form" value="([^"]+)"/.exec(form)?.[1] ?? '' };
  expect((await send(site.answerLink(ID), 'accepted', {}, { hidden })).status).toBe(422);
  expect(
    (await send(link, 'progress', { note: 'x' }, { hidden: { ...hidden, kind: 'progress' } })).status,
  ).toBe(422);
  expect(await site.answers()).toHaveLength(1);
});
