import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { dumpOf } from '../support/answer-site.ts';
import type { Browser, ConsoleSite, Shown, Visitor } from '../support/console-site.ts';
import {
  ID,
  MEASURED,
  OFFICER,
  OFFICES,
  officerSite,
  OTHER,
  OWN,
  storyPath,
  STRANGER,
} from '../support/officer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';

const DONE = { kind: 'done', document: '12/BC-STP', on: '2019-10-09' } as const;
const ADMIN = { role: 'admin' } as const;
const NAMES: [Visitor, string][] = [
  [OFFICER, 'Sở Nội vụ (can.bo)'],
  [ADMIN, 'Quản trị hệ thống (quan.tri)'],
];

let record: OpenRecord;
let site: ConsoleSite;

beforeAll(async () => {
  record = await openTestRecord();
  site = officerSite(record.db);
  await site.open();
}, SLOW);
beforeEach(() => site.begin('2019-10-09'));
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

async function said(answer: Answer, deadline = ID): Promise<void> {
  await takeAnswer(record.db, site.now(), OFFICES, { deadline, by: 'Sở Tư pháp', answer });
}

function deadline(id = ID) {
  return record.db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
}

function answers(id = ID) {
  return record.db
    .selectFrom('answer')
    .where('deadline', '=', id)
    .orderBy('number')
    .select(['kind', 'by', 'mailbox'])
    .execute();
}

/** Sends the form `kind` as the page shows it. */
async function send(
  browser: Browser,
  kind: string,
  fields: Record<string, string> = {},
  id = ID,
): Promise<Shown> {
  const { body } = await browser.get(site.at(storyPath(id)));
  expect(body).toContain(`name="kind" value="${kind}"`);
  const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
  return browser.post(site.at(storyPath(id)), { kind, seen, ...fields });
}

describe.each(NAMES)('decided by %o', (visitor, name) => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await site.browserOf(visitor);
  });

  it('a completion is accepted, and the page tells it', async () => {
    await said(DONE);
    const { status, headers } = await send(browser, 'accepted', { note: 'đủ hồ sơ' });
    expect(status).toBe(303);
    expect(await deadline()).toMatchObject({ status: 'done', accepted: true });
    expect((await answers()).at(-1)).toEqual({ kind: 'accepted', by: name, mailbox: null });
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
    await send(browser, 'accepted');
    expect((await send(browser, 'returned', { why: 'thiếu phụ lục' })).status).toBe(303);
    expect(await deadline()).toMatchObject({ status: 'open', accepted: false, done_document: null });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'returned', by: name });
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
    await send(browser, 'extended', { to: '25/10/2019', document: '45/UBND-NC', why: 'đủ thời gian' });
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
    await send(browser, 'refused', { document: '46/UBND-NC', why: 'Bộ cần đúng hạn' });
    expect(await deadline()).toMatchObject({ nominal: '2019-10-14', asked_until: null });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'refused', by: name });
  });

  it('more time is given unasked, and then more', async () => {
    await send(browser, 'extended', { to: '31/10/2019', why: 'Bộ lùi hạn' });
    await send(browser, 'extended', { to: '29/11/2019', why: 'Bộ lùi hạn lần hai' });
    expect(await deadline()).toMatchObject({
      nominal: '2019-11-29',
      original_nominal: '2019-10-14',
      extensions: 2,
    });
    expect(await answers()).toEqual([
      { kind: 'extended', by: name, mailbox: null },
      { kind: 'extended', by: name, mailbox: null },
    ]);
  });

  it('a duty that was handed back stays where it is', async () => {
    await said({ kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
    await send(browser, 'kept', { why: 'theo phân công' });
    expect(await deadline()).toMatchObject({ handed_back: false });
    expect((await answers()).at(-1)).toMatchObject({ kind: 'kept', by: name });
  });

  it('what came on paper is written down for the unit, with the document', async () => {
    const paper = '45/STP-VP';
    expect((await send(browser, 'received', { paper: '45 / STP-VP' })).status).toBe(303);
    await send(browser, 'progress', { paper, note: 'đã dự thảo' });
    await send(browser, 'asked', { paper, to: '31/10/2019', why: 'chờ số liệu' });
    await send(browser, 'not-ours', { paper, why: 'thuộc Thanh tra tỉnh' });
    await send(browser, 'done', { document: '12/BC-STP', on: '09/10/2019' });
    const by = `${name}, theo văn bản giấy số ${paper}`;
    expect(await answers()).toEqual([
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
    await send(browser, 'progress', { paper: '9/SYT-VP', count: '08' }, MEASURED);
    expect(await deadline(MEASURED)).toMatchObject({ progress: { count: 8 }, met: true });
  });
});

it('a returned completion is done again by a document on paper', async () => {
  const officer = await site.browserOf(OFFICER);
  await said(DONE);
  await send(officer, 'returned', { why: 'thiếu phụ lục' });
  await send(officer, 'done', { document: '13/BC-STP', on: '09/10/2019' });
  expect(await deadline()).toMatchObject({ status: 'done', done_document: '13/BC-STP' });
});

it('what is missing or wrong is asked for again, and what was typed stays', async () => {
  const officer = await site.browserOf(OFFICER);
  const { status, body } = await send(officer, 'extended', {
    to: '32/10/2019',
    document: 'số 5',
    why: '<b>lý do</b>',
  });
  expect(status).toBe(422);
  expect(body).toContain('id="extended-to-problem"');
  expect(body).toContain('id="extended-document-problem"');
  expect(body).toContain('&lt;b&gt;lý do&lt;/b&gt;');
  const paper = await send(officer, 'received', {});
  expect(paper.status).toBe(422);
  expect(paper.body).toContain('id="received-paper-problem">Cần ghi số, ký hiệu văn bản.');
  const early = await send(officer, 'extended', { to: '01/10/2019', why: 'thử' });
  expect(early.status).toBe(422);
  expect(early.body).toContain('Hạn mới 01/10/2019 phải sau hạn đang có 14/10/2019.');
  expect(await answers()).toEqual([]);
});

it('a form whose page is stale changes nothing and tells what was said meanwhile', async () => {
  await said(DONE);
  const officer = await site.browserOf(OFFICER);
  await (
    await site.browserOf(ADMIN)
  ).post(site.at(storyPath(ID)), {
    kind: 'returned',
    seen: '1',
    why: 'thiếu phụ lục',
  });
  const { status, body } = await officer.post(site.at(storyPath(ID)), { kind: 'accepted', seen: '1' });
  expect(status).toBe(409);
  const meanwhile = body.slice(body.indexOf('id="trong-luc-do"')).split('</div>')[0] ?? '';
  expect(meanwhile).toContain('Quản trị hệ thống (quan.tri)');
  expect(meanwhile).toContain('thiếu phụ lục');
  expect(meanwhile).not.toContain('12/BC-STP');
  expect((await answers()).map(({ kind }) => kind)).toEqual(['done', 'returned']);
});

it('of two decisions sent at once one is taken', async () => {
  await said(DONE);
  const officer = await site.browserOf(OFFICER);
  const admin = await site.browserOf(ADMIN);
  const shown = await Promise.all([
    officer.post(site.at(storyPath(ID)), { kind: 'accepted', seen: '1' }),
    admin.post(site.at(storyPath(ID)), { kind: 'returned', seen: '1', why: 'thiếu phụ lục' }),
  ]);
  expect(shown.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await answers()).toHaveLength(2);
});

it.each(['', 'x', '-1', '1e0'])('a form that does not say what it has seen (%o) is stale', async (seen) => {
  await said(DONE);
  const officer = await site.browserOf(OFFICER);
  const { status } = await officer.post(site.at(storyPath(ID)), { kind: 'accepted', seen });
  expect(status).toBe(409);
  expect(await answers()).toHaveLength(1);
});

it('a form without the token of its session changes nothing', async () => {
  await said(DONE);
  const officer = await site.browserOf(OFFICER);
  const before = await dumpOf(record.db);
  for (const form_token of ['', 'sai'])
    expect(
      (await officer.post(site.at(storyPath(ID)), { kind: 'accepted', seen: '1', form_token })).status,
    ).toBe(403);
  expect(await dumpOf(record.db)).toBe(before);
});

it('a viewer decides nothing, with a form of its own or none', async () => {
  await said(DONE);
  const viewer = await site.browserOf({ role: 'viewer' });
  const before = await dumpOf(record.db);
  const fields = { kind: 'accepted', seen: '1' };
  expect((await viewer.post(site.at(storyPath(ID)), fields)).status).toBe(403);
  expect((await viewer.post(site.at('/su-kien'), fields, site.at(storyPath(ID)))).status).toBe(403);
  expect(await dumpOf(record.db)).toBe(before);
});

it('an officer of another unit finds nothing to decide on, and decides where its unit does', async () => {
  await said(DONE);
  const stranger = await site.browserOf(STRANGER);
  const own = site.at(storyPath(OTHER));
  const fields = { kind: 'accepted', seen: '1' };
  expect((await stranger.post(site.at(storyPath(ID)), fields, own)).status).toBe(404);
  expect(await deadline()).toMatchObject({ accepted: false });
  await said({ ...DONE, document: '8/BC-SYT' }, OTHER);
  expect((await send(stranger, 'accepted', {}, OTHER)).status).toBe(303);
  expect((await answers(OTHER)).at(-1)).toMatchObject({ kind: 'accepted', by: 'Sở Tài chính (can.bo)' });
});

it('an officer does not decide on what its own unit leads, nor on what another unit follows up; an admin does', async () => {
  const officer = await site.browserOf(OFFICER);
  for (const id of [OWN, OTHER]) {
    await said({ kind: 'asked', to: '2019-11-29', why: 'chờ số liệu' }, id);
    const fields = { kind: 'refused', seen: '1', why: 'giữ hạn' };
    expect((await officer.post(site.at(storyPath(id)), fields)).status).toBe(403);
    expect(await deadline(id)).toMatchObject({ asked_until: '2019-11-29' });
    const admin = await site.browserOf(ADMIN);
    expect((await admin.post(site.at(storyPath(id)), fields)).status).toBe(303);
    expect(await deadline(id)).toMatchObject({ asked_until: null });
  }
});
