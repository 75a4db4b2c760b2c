import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import type { Browser, ConsoleSite, Visitor } from '../support/console-site.ts';
import {
  answersOf,
  ID,
  inOfficerSite,
  MEASURED,
  OFFICER,
  OFFICES,
  sendForm,
  storyPath,
} from '../support/officer-site.ts';

const DONE = { kind: 'done', document: '12/BC-STP', on: '2019-10-09' } as const;
const ADMIN = { role: 'admin' } as const;
const NAMES: [Visitor, string][] = [
  [OFFICER, 'Sở Nội vụ (can.bo)'],
  [ADMIN, 'Quản trị hệ thống (quan.tri)'],
];

let record: OpenRecord;
let site: ConsoleSite;

inOfficerSite((opened) => ({ record, site } = opened));

async function said(answer: Answer, deadline = ID): Promise<void> {
  await takeAnswer(record.db, site.now(), OFFICES, { deadline, by: 'Sở Tư pháp', answer });
}

function deadline(id = ID) {
  return record.db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
}

describe.each(NAMES)('decided by %o', (visitor, name) => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await site.browserOf(visitor);
  });

  it('a completion is accepted, and the page tells it', async () => {
    await said(DONE);
    const { status, headers } = await sendForm(site, browser, 'accepted', { note: 'đủ hồ sơ' });
    expect(status).toBe(303);
    expect(await deadline()).toMatchObject({ status: 'done', accepted: true });
    expect((await answersOf(site)).at(-1)).toEqual({ kind: 'accepted', by: name, mailbox: null });
    const { body } = await browser.get(new URL(headers.get('location') ?? '', site.web.url).href);
    expect(body).toMatch(/Hệ thống đã ghi nhận<\/strong> \(09:30 thứ Tư, 09\/10\/2019, [^)]*\([a-z.]+\)\)/);
    const event = await record.db
      .selectFrom('event')
      .where('what', '=', 'deadline-accepted')
      .select(['who', 'why'])
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ who: name, why: 'Kết quả được xác nhận. Ghi chú: đủ hồ sơ' });
  });

  it('a completion is returned, also after it was accepted, and is planned again', async () => {
    await said(DONE);
    await sendForm(site, browser, 'accepted');
    expect((await sendForm(site, browser, 'returned', { why: 'thiếu phụ lục' })).status).toBe(303);
    expect(await deadline()).toMatchObject({ status: 'open', accepted: false, done_document: null });
    expect((await answersOf(site)).at(-1)).toMatchObject({ kind: 'returned', by: name });
    const planned = await record.db
      .selectFrom('notice')
      .where('deadline', '=', ID)
      .where('status', '=', 'planned')
      .select('id')
      .execute();
    expect(planned.length).toBeGreaterThan(0);
  });

  it('an extension that was asked for is granted, by a document', async () => {
    await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
    await sendForm(site, browser, 'extended', {
      to: '25/10/2019',
      document: '45/UBND-NC',
      why: 'đủ thời gian',
    });
    expect(await deadline()).toMatchObject({ nominal: '2019-10-25', original_nominal: '2019-10-14' });
    const event = await record.db
      .selectFrom('event')
      .where('what', '=', 'deadline-extended')
      .select(['who', 'why'])
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      who: name,
      why: 'Gia hạn từ 14/10/2019 đến thứ Sáu, 25/10/2019, theo văn bản 45/UBND-NC: đủ thời gian',
    });
  });

  it('an extension is refused, and the day stays', async () => {
    await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
    await sendForm(site, browser, 'refused', { document: '46/UBND-NC', why: 'Bộ cần đúng hạn' });
    expect(await deadline()).toMatchObject({ nominal: '2019-10-14', asked_until: null });
    expect((await answersOf(site)).at(-1)).toMatchObject({ kind: 'refused', by: name });
  });

  it('more time is given unasked, and then more', async () => {
    await sendForm(site, browser, 'extended', { to: '31/10/2019', why: 'Bộ lùi hạn' });
    await sendForm(site, browser, 'extended', { to: '29/11/2019', why: 'Bộ lùi hạn lần hai' });
    expect(await deadline()).toMatchObject({
      nominal: '2019-11-29',
      original_nominal: '2019-10-14',
      extensions: 2,
    });
    expect(await answersOf(site)).toEqual([
      { kind: 'extended', by: name, mailbox: null },
      { kind: 'extended', by: name, mailbox: null },
    ]);
  });

  it('a duty that was handed back stays where it is', async () => {
    await said({ kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
    await sendForm(site, browser, 'kept', { why: 'theo phân công' });
    expect(await deadline()).toMatchObject({ handed_back: false });
    expect((await answersOf(site)).at(-1)).toMatchObject({ kind: 'kept', by: name });
  });

  it('reminders are paused and resumed, and the page offers what is possible then', async () => {
    await sendForm(site, browser, 'paused', { until: '20/10/2019', why: 'thiên tai' });
    const { body } = await browser.get(site.at(storyPath(ID)));
    expect(body).toContain('Tạm dừng đôn đốc đến hết ngày 20/10/2019');
    expect(body).toContain('Đổi thời gian tạm dừng');
    expect(body).toContain('name="kind" value="done"');
    const ladder = await record.db
      .selectFrom('notice')
      .where('deadline', '=', ID)
      .where('status', '=', 'planned')
      .where('kind', 'in', ['upcoming', 'today', 'overdue', 'report'])
      .select((select) => select.fn.min('day').as('day'))
      .executeTakeFirstOrThrow();
    expect(ladder.day).toBe('2019-10-21');
    await sendForm(site, browser, 'resumed', { why: 'nước đã rút' });
    expect((await answersOf(site)).map(({ kind, by }) => [kind, by])).toEqual([
      ['paused', name],
      ['resumed', name],
    ]);
    await expect(sendForm(site, browser, 'resumed')).rejects.toThrow('The page has no form resumed');
  });

  it('a deadline is withdrawn by a document, takes no answer, and is reinstated', async () => {
    await sendForm(site, browser, 'withdrawn', { why: 'kế hoạch mới', document: '45/UBND-NC' });
    expect(await deadline()).toMatchObject({ status: 'withdrawn', taken_off: true });
    await expect(sendForm(site, browser, 'done')).rejects.toThrow('The page has no form done');
    const forced = { kind: 'extended', seen: '1', to: '31/10/2019', why: 'thử' };
    expect((await browser.post(site.at(storyPath(ID)), forced)).status).toBe(422);
    await sendForm(site, browser, 'reinstated', { why: 'rút nhầm' });
    expect(await deadline()).toMatchObject({ status: 'open', taken_off: false });
    expect((await answersOf(site)).map(({ kind }) => kind)).toEqual(['withdrawn', 'reinstated']);
  });

  it('extensions are undone one by one, down to the day of the plan', async () => {
    await sendForm(site, browser, 'extended', { to: '31/10/2019', why: 'Bộ lùi hạn' });
    await sendForm(site, browser, 'extended', { to: '29/11/2019', why: 'ghi nhầm' });
    await sendForm(site, browser, 'unextended', { why: 'ghi nhầm lần hai' });
    expect(await deadline()).toMatchObject({ nominal: '2019-10-31', original_nominal: '2019-10-14' });
    await sendForm(site, browser, 'unextended', { why: 'cả lần một' });
    expect(await deadline()).toMatchObject({ nominal: '2019-10-14', original_nominal: null });
    await expect(sendForm(site, browser, 'unextended')).rejects.toThrow('The page has no form unextended');
  });

  it('an acceptance is undone: the result waits again', async () => {
    await said(DONE);
    await sendForm(site, browser, 'accepted');
    expect((await browser.get(site.at(storyPath(ID)))).body).toContain('Hoàn thành đúng hạn');
    await sendForm(site, browser, 'unaccepted', { why: 'xác nhận nhầm' });
    expect(await deadline()).toMatchObject({ status: 'done', accepted: false });
  });

  it('what came on paper is written down for the unit, with the document', async () => {
    const paper = '45/STP-VP';
    expect((await sendForm(site, browser, 'received', { paper: '45 / STP-VP' })).status).toBe(303);
    await sendForm(site, browser, 'progress', { paper, note: 'đã dự thảo' });
    await sendForm(site, browser, 'asked', { paper, to: '31/10/2019', why: 'chờ số liệu' });
    await sendForm(site, browser, 'not-ours', { paper, why: 'thuộc Thanh tra tỉnh' });
    await sendForm(site, browser, 'done', { document: '12/BC-STP', on: '09/10/2019' });
    const by = `${name}, theo văn bản giấy số ${paper}`;
    expect(await answersOf(site)).toEqual([
      { kind: 'received', by, mailbox: null },
      { kind: 'progress', by, mailbox: null },
      { kind: 'asked', by, mailbox: null },
      { kind: 'not-ours', by, mailbox: null },
      { kind: 'done', by: `${name}, theo văn bản giấy số 12/BC-STP`, mailbox: null },
    ]);
    expect(await deadline()).toMatchObject({
      status: 'done',
      done_document: '12/BC-STP',
      done_on: '2019-10-09',
      accepted: false,
    });
  });

  it('figures that came on paper are written down', async () => {
    await sendForm(site, browser, 'progress', { paper: '9/SYT-VP', count: '08' }, MEASURED);
    expect(await deadline(MEASURED)).toMatchObject({ progress: { count: 8 }, met: true });
  });
});

it('a returned completion is done again by a document on paper', async () => {
  const officer = await site.browserOf(OFFICER);
  await said(DONE);
  await sendForm(site, officer, 'returned', { why: 'thiếu phụ lục' });
  await sendForm(site, officer, 'done', { document: '13/BC-STP', on: '09/10/2019' });
  expect(await deadline()).toMatchObject({ status: 'done', done_document: '13/BC-STP' });
});

it('what is missing or wrong is asked for again, and what was typed stays', async () => {
  const officer = await site.browserOf(OFFICER);
  const { status, body } = await sendForm(site, officer, 'extended', {
    to: '32/10/2019',
    document: 'số 5',
    why: '<b>lý do</b>',
  });
  expect(status).toBe(422);
  expect(body).toContain('id="extended-to-problem"');
  expect(body).toContain('id="extended-document-problem"');
  expect(body).toContain('&lt;b&gt;lý do&lt;/b&gt;');
  const paper = await sendForm(site, officer, 'received', {});
  expect(paper.status).toBe(422);
  expect(paper.body).toContain('id="received-paper-problem">Cần ghi số, ký hiệu văn bản.');
  const early = await sendForm(site, officer, 'extended', { to: '01/10/2019', why: 'thử' });
  expect(early.status).toBe(422);
  expect(early.body).toContain('Hạn mới 01/10/2019 phải sau hạn đang có 14/10/2019.');
  expect(await answersOf(site)).toEqual([]);
});
