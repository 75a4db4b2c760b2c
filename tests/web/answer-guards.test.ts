import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, dumpOf, hiddenFields, open, send, WIDE } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
const FEW = { times: 3, seconds: 600 };

let record: OpenRecord;
let site: AnswerSite;

beforeAll(async () => {
  record = await openTestRecord();
}, SLOW);
afterAll(() => record.close());

async function served(parts: ConstructorParameters<typeof AnswerSite>[2], test: () => Promise<void>) {
  site = new AnswerSite(record.db, SCHEDULE, parts);
  await site.open();
  try {
    await site.begin('2019-10-09');
    await test();
    expect(site.logged).toEqual([]);
  } finally {
    await site.close();
  }
}

describe('a form from elsewhere', () => {
  beforeEach(async () => {
    site = new AnswerSite(record.db, SCHEDULE);
    await site.open();
    await site.begin('2019-10-09');
    return () => site.close();
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://other.example' }],
    ['nowhere that can be told', { origin: 'null' }],
    ['another site, as the browser says', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused in Vietnamese and does nothing', async (_what, headers) => {
    const before = await dumpOf(record.db);
    const { status, body } = await send(site.answerLink(ID), 'received', {}, { headers });
    expect(status).toBe(403);
    expect(body).toContain('Hệ thống không ghi nhận gì.');
    expect(await dumpOf(record.db)).toBe(before);
  });

  it('made up without opening the page is refused', async () => {
    const hidden = { kind: 'received', seen: '0', form: '' };
    expect((await send(site.answerLink(ID), 'received', {}, { hidden })).status).toBe(403);
    expect(await site.answers()).toEqual([]);
  });

  it('sent twice is taken once; the second is told that there is something newer', async () => {
    const link = site.answerLink(ID);
    const hidden = hiddenFields((await open(link)).body, 'progress');
    expect((await send(link, 'progress', { note: 'đang làm' }, { hidden })).status).toBe(303);
    const again = await send(link, 'progress', { note: 'đang làm' }, { hidden });
    expect(again.status).toBe(409);
    expect(again.body).toContain('đã có trả lời khác về nhiệm vụ này; đề nghị xem lại trước khi gửi');
    expect(again.body).toMatch(/id="progress-note"[^>]*>đang làm<\/textarea/);
    expect(await site.answers()).toHaveLength(1);
  });

  it('two windows: what was filled in before the other was sent is refused', async () => {
    const link = site.answerLink(ID);
    const first = hiddenFields((await open(link)).body, 'received');
    const second = hiddenFields((await open(link)).body, 'not-ours');
    const sent = await Promise.all([
      send(link, 'received', {}, { hidden: first }),
      send(link, 'not-ours', { why: 'không phải của sở' }, { hidden: second }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await site.answers()).toHaveLength(1);
  });

  it.each([
    ['multipart/form-data; boundary=x', 415],
    ['text/plain', 415],
    ['application/json', 415],
  ])('as %s is not read', async (type, expected) => {
    const { status } = await open(site.answerLink(ID), {
      method: 'POST',
      headers: { 'content-type': type, origin: site.web.url },
      body: '{}',
    });
    expect(status).toBe(expected);
  });

  it('longer than any answer is not read', async () => {
    const { status, body } = await send(site.answerLink(ID), 'progress', { note: 'x'.repeat(17_000) });
    expect(status).toBe(413);
    expect(body).toContain('quá dài');
  });
});

it('behind a proxy, the public address counts as our own', async () => {
  await served({ publicUrl: 'https://dondoc.example' }, async () => {
    const headers = { origin: 'https://dondoc.example' };
    expect((await send(site.answerLink(ID), 'received', {}, { headers })).status).toBe(303);
  });
});

describe('floods', () => {
  it('of one link are held up, with the time to wait; other links still serve', async () => {
    await served({ limits: { ...WIDE, postsPerLink: FEW } }, async () => {
      const link = site.answerLink(ID);
      for (let time = 0; time < 3; time += 1) expect((await send(link, 'asked')).status).toBe(422);
      const { status, body, headers } = await send(link, 'received');
      expect(status).toBe(429);
      expect(body).toContain('Đề nghị chờ ít phút');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
      expect((await open(link)).status).toBe(200);
      const other = site.answerLink(ID, { mailbox: 'lanhdao@so-tu-phap.example' });
      expect((await send(other, 'received')).status).toBe(303);
    });
  });

  it('from one address are held up, whatever the links', async () => {
    await served({ limits: { ...WIDE, posts: FEW } }, async () => {
      const bad = `${site.web.url}/tra-loi/x`;
      for (let time = 0; time < 3; time += 1)
        expect((await send(bad, 'received', {}, { hidden: {} })).status).toBe(404);
      expect((await send(site.answerLink(ID), 'received')).status).toBe(429);
    });
  });

  it('of bad links are held up; good links of the same office still open', async () => {
    await served({ limits: { ...WIDE, mistakes: FEW } }, async () => {
      for (let time = 0; time < 3; time += 1)
        expect((await open(`${site.web.url}/quyet-dinh/x${time}`)).status).toBe(404);
      expect((await open(`${site.web.url}/tra-loi/x`)).status).toBe(429);
      expect((await open(`${site.web.url}/lich/x.ics`)).status).toBe(429);
      expect((await open(site.answerLink(ID))).status).toBe(200);
    });
  });

  it('a client cannot pass for others by writing X-Forwarded-For', async () => {
    const guess = (address: string) =>
      open(`${site.web.url}/tra-loi/x`, { headers: { 'x-forwarded-for': address } });
    await served({ limits: { ...WIDE, mistakes: FEW } }, async () => {
      for (let time = 0; time < 3; time += 1) await guess(`10.0.0.${time}`);
      expect((await guess('10.0.0.9')).status).toBe(429);
    });
    await served({ limits: { ...WIDE, mistakes: FEW }, trustProxy: true }, async () => {
      for (let time = 0; time < 3; time += 1) await guess(`10.0.0.${time}, 192.0.2.1`);
      expect((await guess('10.0.0.9, 192.0.2.1')).status).toBe(429);
      expect((await guess('192.0.2.1, 192.0.2.2')).status).toBe(404);
    });
  });
});
