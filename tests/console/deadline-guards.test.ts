import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { dumpOf } from '../support/answer-site.ts';
import type { ConsoleSite } from '../support/console-site.ts';
import {
  answersOf,
  ID,
  inOfficerSite,
  OFFICER,
  OFFICES,
  OTHER,
  OWN,
  sendForm,
  storyPath,
  STRANGER,
} from '../support/officer-site.ts';

const DONE = { kind: 'done', document: '12/BC-STP', on: '2019-10-09' } as const;
const ADMIN = { role: 'admin' } as const;

let record: OpenRecord;
let site: ConsoleSite;

inOfficerSite((opened) => ({ record, site } = opened));

async function said(answer: Answer, deadline = ID): Promise<void> {
  await takeAnswer(record.db, site.now(), OFFICES, { deadline, by: 'Sở Tư pháp', answer });
}

function deadline(id = ID) {
  return record.db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
}

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
  expect((await answersOf(site)).map(({ kind }) => kind)).toEqual(['done', 'returned']);
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
  expect(await answersOf(site)).toHaveLength(2);
});

it.each(['', 'x', '-1', '1e0'])('a form that does not say what it has seen (%o) is stale', async (seen) => {
  await said(DONE);
  const officer = await site.browserOf(OFFICER);
  const { status } = await officer.post(site.at(storyPath(ID)), { kind: 'accepted', seen });
  expect(status).toBe(409);
  expect(await answersOf(site)).toHaveLength(1);
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
  expect((await sendForm(site, stranger, 'accepted', {}, OTHER)).status).toBe(303);
  expect((await answersOf(site, OTHER)).at(-1)).toMatchObject({
    kind: 'accepted',
    by: 'Sở Tài chính (can.bo)',
  });
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
