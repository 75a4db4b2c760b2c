import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { revokeFeed } from '../../src/answer/feed-generation.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { API_SECRET, AnswerSite, dumpOf, open, send } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const KIND = 'cong-bo-tthc';
const DOCUMENT = { document: '703/QĐ-UBND', on: '04/10/2019' };

let record: OpenRecord;
let site: AnswerSite;
let link: string;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, scheduleOwnedBy('van-phong'));
  await site.open();
}, SLOW);
beforeEach(async () => {
  site.schedule = scheduleOwnedBy('van-phong');
  await site.begin('2019-10-07');
  link = site.links.event({ folder: 'tinh-thu', kind: KIND, unit: 'van-phong' }, site.today);
});
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

function scheduleOwnedBy(owner: string): Schedule {
  const schedule = scheduleOf({
    duties: [
      duty('A13', 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố', 'van-phong', {
        event: KIND,
      }),
    ],
    units: [unit('van-phong', { name: 'Văn phòng UBND tỉnh' }), unit('so-noi-vu', { name: 'Sở Nội vụ' })],
  });
  const events = [{ id: KIND, name: 'Công bố thủ tục hành chính', owner }];
  return {
    ...schedule,
    folders: schedule.folders.map((one) => ({
      ...one,
      plans: one.plans.map((plan) => ({ ...plan, events })),
    })),
  };
}

function deadlines() {
  return record.db.selectFrom('deadline').select(['id', 'nominal']).execute();
}

describe('the link of the unit that owns a kind', () => {
  it('names the kind and the duties, registers a document, and makes the deadline at once', async () => {
    const { body } = await open(link);
    expect(body).toContain('<h1>Công bố thủ tục hành chính</h1>');
    expect(body).toContain('Nhiệm vụ A13');
    expect((await send(link, 'event', DOCUMENT)).status).toBe(303);
    expect(await deadlines()).toEqual([
      { id: 'KH/A13/van-phong/2019-10-04.703-QD-UBND', nominal: '2019-10-11' },
    ]);
    const { by } = await record.db.selectFrom('happening').select('by').executeTakeFirstOrThrow();
    expect(by).toBe('Văn phòng UBND tỉnh');
    expect((await open(link)).body).toMatch(/Văn bản <strong>703\/QĐ-UBND<\/strong> ngày 04\/10\/2019/);
  });

  it('the same document again makes no second deadline, and says so', async () => {
    await send(link, 'event', DOCUMENT);
    const { status, body } = await send(link, 'event', DOCUMENT);
    expect(status).toBe(200);
    expect(body).toContain('Văn bản 703/QĐ-UBND ngày 04/10/2019 đã được ghi nhận trước đó.');
    expect(await deadlines()).toHaveLength(1);
  });

  it('says what is wrong beside its field, or why the document is refused', async () => {
    const wrong = await send(link, 'event', { document: '703', on: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="703"');
    expect(wrong.body).toContain('Cần ghi ngày văn bản.');
    await send(link, 'event', DOCUMENT);
    const other = await send(link, 'event', { ...DOCUMENT, on: '03/10/2019' });
    expect(other.body).toContain('đã được ghi nhận với ngày 04/10/2019');
  });

  it('does nothing for a unit that owns the kind no longer, and names who does', async () => {
    const hidden = /name="form" value="([^"]+)"/.exec((await open(link)).body)?.[1] ?? '';
    site.schedule = scheduleOwnedBy('so-noi-vu');
    const { body } = await open(link);
    expect(body).toContain('Sở Nội vụ');
    expect(body).not.toContain('<form');
    const sent = await send(link, 'event', DOCUMENT, { hidden: { kind: 'event', seen: '0', form: hidden } });
    expect(sent.status).toBe(403);
    expect(await deadlines()).toEqual([]);
  });
});

describe('POST /api/events', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    open(`${site.web.url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${API_SECRET}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const EVENT = { kind: KIND, date: '2019-10-04', reference: '703/QĐ-UBND' };

  it('answers 201 for what is new, 200 for what was known, and one deadline for both', async () => {
    expect(await post(EVENT)).toMatchObject({
      status: 201,
      body: expect.stringContaining('703/QĐ-UBND') as string,
    });
    expect((await post(EVENT)).status).toBe(200);
    expect(await deadlines()).toHaveLength(1);
    const { by } = await record.db.selectFrom('happening').select('by').executeTakeFirstOrThrow();
    expect(by).toBe('API một cửa');
  });

  it('the link and the API know each other’s documents', async () => {
    await send(link, 'event', DOCUMENT);
    expect((await post(EVENT)).status).toBe(200);
  });

  it.each([
    ['no secret', ''],
    ['a wrong secret', `Bearer ${API_SECRET}x`],
    ['half a secret', `Bearer ${API_SECRET.slice(0, 12)}`],
    ['another scheme', `Basic ${API_SECRET}`],
  ])('answers 401 to %s and writes nothing', async (_what, authorization) => {
    const before = await dumpOf(record.db);
    expect((await post(EVENT, { authorization })).status).toBe(401);
    expect(await dumpOf(record.db)).toBe(before);
  });

  it('answers 409 with the reason when the document is refused', async () => {
    await post(EVENT);
    const { status, body } = await post({ ...EVENT, date: '2019-10-03' });
    expect(status).toBe(409);
    expect(JSON.parse(body)).toEqual({ error: 'Văn bản 703/QĐ-UBND đã được ghi nhận với ngày 04/10/2019.' });
    expect((await post({ ...EVENT, kind: 'cong-bo' })).status).toBe(409);
  });

  it('answers 422 with the path of every wrong field', async () => {
    const { status, body } = await post({ date: '2019-02-29', reference: '703', more: 1 });
    expect(status).toBe(422);
    const { problems } = JSON.parse(body) as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path).sort()).toEqual(['date', 'kind', 'more', 'reference']);
    expect((await post('{')).status).toBe(422);
  });

  it('answers 415 to what is no JSON, 413 to what is too long', async () => {
    expect((await post('kind=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post({ ...EVENT, reference: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

describe('a unit’s calendar', () => {
  const calendar = (generation = 0) =>
    site.links.calendar({ folder: 'tinh-thu', unit: 'van-phong', generation });

  it('is served to whoever has its address, once while it stays the same', async () => {
    const first = await open(calendar());
    expect(first.status).toBe(200);
    expect(first.body).toContain('tinh-thu/van-phong');
    expect(first.headers.get('content-type')).toContain('text/calendar');
    const etag = first.headers.get('etag') ?? '';
    expect((await open(calendar(), { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('a revoked address says so, and only the new one serves', async () => {
    expect(await revokeFeed(record.db, site.now(), 'test', 'tinh-thu', 'van-phong')).toBe(1);
    const { status, body } = await open(calendar());
    expect(status).toBe(410);
    expect(body).toContain('đã bị thu hồi');
    expect((await open(calendar(1))).status).toBe(200);
    expect((await open(calendar(2))).status).toBe(410);
    expect(await revokeFeed(record.db, site.now(), 'test', 'tinh-thu', 'van-phong')).toBe(2);
  });

  it('the link of the page of a deadline leads there; a forged one leads nowhere', async () => {
    await send(link, 'event', DOCUMENT);
    const page = await open(
      site.answerLink('KH/A13/van-phong/2019-10-04.703-QD-UBND', { nominal: '2019-10-11' }),
    );
    const path = /href="(\/lich\/[^"]+\.ics)"/.exec(page.body)?.[1] ?? '';
    expect((await open(site.web.url + path)).status).toBe(200);
    expect((await open(`${site.web.url}${path.slice(0, -6)}.ics`)).status).toBe(404);
  });
});
