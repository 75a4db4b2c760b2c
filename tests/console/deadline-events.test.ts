import { expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { dumpOf } from '../support/answer-site.ts';
import type { ConsoleSite } from '../support/console-site.ts';
import { inOfficerSite, OFFICER, STRANGER } from '../support/officer-site.ts';

const EVENT = { kind: 'cong-bo', document: '703/QĐ-UBND', on: '07/10/2019' };

let record: OpenRecord;
let site: ConsoleSite;

inOfficerSite((opened) => ({ record, site } = opened));

function happenings() {
  return record.db.selectFrom('happening').select(['kind', 'day', 'reference', 'by']).execute();
}

it('lists the kinds that the schedules know, with the duties that wait for each', async () => {
  const { status, body } = await (await site.browserOf(OFFICER)).get(site.at('/su-kien'));
  expect(status).toBe(200);
  expect(body).toContain('name="kind" value="cong-bo"');
  expect(body).toContain('Công khai thủ tục');
  expect(body).toContain('chủ trì: Sở Tư pháp');
  expect(body).toContain('Chưa có văn bản nào được ghi nhận.');
});

it.each([
  [OFFICER, 'Sở Nội vụ (can.bo)'],
  [{ role: 'admin' } as const, 'Quản trị hệ thống (quan.tri)'],
])('an event is registered by %o, and its deadlines are made', async (visitor, by) => {
  const browser = await site.browserOf(visitor);
  const { status, headers } = await browser.post(site.at('/su-kien'), EVENT);
  expect(status).toBe(303);
  expect(await happenings()).toEqual([{ kind: 'cong-bo', day: '2019-10-07', reference: '703/QĐ-UBND', by }]);
  const made = await record.db
    .selectFrom('deadline')
    .where('obligation', '=', 'E01')
    .select(['about', 'nominal'])
    .execute();
  expect(made).toEqual([{ about: '703/QĐ-UBND ngày 07/10/2019', nominal: '2019-10-14' }]);
  const { body } = await browser.get(new URL(headers.get('location') ?? '', site.web.url).href);
  expect(body).toContain('<strong>Hệ thống đã ghi nhận</strong> văn bản 703/QĐ-UBND ngày 07/10/2019');
});

it('the same document twice is one event, and said to be', async () => {
  const officer = await site.browserOf(OFFICER);
  await officer.post(site.at('/su-kien'), EVENT);
  const again = await officer.post(site.at('/su-kien'), EVENT);
  expect(again.status).toBe(422);
  expect(again.body).toContain('Văn bản 703/QĐ-UBND ngày 07/10/2019 đã được ghi nhận trước đó.');
  expect(await happenings()).toHaveLength(1);
});

it('what is missing or wrong is asked for again, as words', async () => {
  const officer = await site.browserOf(OFFICER);
  const { status, body } = await officer.post(site.at('/su-kien'), {
    kind: 'cong-bo',
    document: '"><script>alert(1)</script>',
    on: '',
  });
  expect(status).toBe(422);
  expect(body).toContain('id="cong-bo-document-problem"');
  expect(body).toContain('id="cong-bo-on-problem">Cần ghi ngày văn bản.');
  expect(body).not.toContain('<script>alert');
  const ahead = await officer.post(site.at('/su-kien'), { ...EVENT, on: '10/10/2019' });
  expect(ahead.status).toBe(422);
  expect(ahead.body).toContain('ở sau hôm nay');
  expect(await happenings()).toEqual([]);
});

it('only who follows up may register: no other unit, no kind that nobody waits for, no viewer, no form without token', async () => {
  const before = await dumpOf(record.db);
  const officer = await site.browserOf(OFFICER);
  expect((await officer.post(site.at('/su-kien'), { ...EVENT, kind: 'khac' })).status).toBe(403);
  expect((await officer.post(site.at('/su-kien'), { ...EVENT, form_token: '' })).status).toBe(403);
  expect((await (await site.browserOf({ role: 'viewer' })).get(site.at('/su-kien'))).status).toBe(403);
  expect(await dumpOf(record.db)).toBe(before);
});

it('an officer of a unit that follows up nothing set off by an event is offered none', async () => {
  const stranger = await site.browserOf(STRANGER);
  const { body } = await stranger.get(site.at('/su-kien'));
  expect(body).not.toContain('name="kind"');
  expect(body).toContain('Không có nhiệm vụ nào do cơ quan theo dõi chờ một sự kiện.');
  expect((await stranger.post(site.at('/su-kien'), EVENT)).status).toBe(403);
  const taken = { kind: 'huy-1', event: 'cong-bo', reference: EVENT.document, why: 'thử' };
  const refused = await stranger.post(site.at('/su-kien/huy'), taken, site.at('/mat-khau'));
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('Không thuộc quyền của tài khoản');
  expect(await happenings()).toEqual([]);
});

it('an event is taken back with a reason, once', async () => {
  const officer = await site.browserOf(OFFICER);
  await officer.post(site.at('/su-kien'), EVENT);
  const { body } = await officer.get(site.at('/su-kien'));
  const kind = /name="kind" value="(huy-\d+)"/.exec(body)?.[1] ?? '';
  const form = { kind, event: 'cong-bo', reference: '703/QĐ-UBND' };
  const cancel = (browser: typeof officer, why: string) =>
    browser.post(site.at('/su-kien/huy'), { ...form, why }, site.at('/su-kien'));
  const silent = await cancel(officer, '');
  expect(silent.status).toBe(422);
  expect(silent.body).toContain('Cần ghi lý do.');
  const { status, headers } = await cancel(officer, 'ghi nhầm số');
  expect(status).toBe(303);
  const after = await officer.get(new URL(headers.get('location') ?? '', site.web.url).href);
  expect(after.body).toContain('<strong>Hệ thống đã hủy</strong>');
  expect(after.body).toMatch(/Đã hủy lúc [^<]*: ghi nhầm số/);
  const rows = await record.db
    .selectFrom('deadline')
    .where('obligation', '=', 'E01')
    .select(['status'])
    .execute();
  expect(rows).toEqual([{ status: 'withdrawn' }]);
  expect((await cancel(officer, 'lần nữa')).status).toBe(422);
});
