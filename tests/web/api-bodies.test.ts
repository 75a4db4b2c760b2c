import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomOf } from '../../bench/fuzz/random.ts';
import { spoilText } from '../../bench/fuzz/spoil.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, API_SECRET, dumpOf, open, type Shown } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const SCHEDULE = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap'),
    duty('A13', 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố', 'van-phong', {
      event: 'cong-bo-tthc',
    }),
  ],
});
const EVENT = { kind: 'cong-bo-tthc', date: '2019-10-01', reference: '880/QĐ-UBND' };
/** Every route that a program may post to, with a body that it takes. */
const ROUTES: [path: string, body: Record<string, unknown>][] = [
  ['/api/events', EVENT],
  ['/api/events/cancel', { kind: EVENT.kind, reference: EVENT.reference, why: 'ghi nhầm' }],
  [
    '/api/answers',
    { deadline: ID, seen: 0, answer: { kind: 'done', document: '12/BC-STP', on: '2019-10-08', note: 'đủ' } },
  ],
];
const HIDDEN = ['\0', '\u202e', '\u200b', '\u001b[31m', '\ud800', '\u0085', '\u2028'];

let record: OpenRecord;
let site: AnswerSite;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, SCHEDULE, {
    apiTokens: [{ name: 'thử', secret: API_SECRET, scopes: ['events', 'answers'] }],
  });
  await site.open();
}, SLOW);
beforeEach(() => site.begin('2019-10-09'));
afterEach(() => expect(site.logged).toEqual([]));
afterAll(async () => {
  await site.close();
  await record.close();
});

function post(path: string, body: string | Uint8Array, type = 'application/json'): Promise<Shown> {
  return open(`${site.web.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_SECRET}`, 'content-type': type },
    body: body as NonNullable<RequestInit['body']>,
  });
}

/** Refused as the caller's own fault, in JSON, and nothing was changed. */
async function isRefused(path: string, body: string | Uint8Array, statuses = [422]): Promise<void> {
  const before = await dumpOf(record.db);
  const { status, body: said } = await post(path, body);
  const told = `${String(body).slice(0, 200)}: ${status} ${said.slice(0, 300)}`;
  expect(statuses, told).toContain(status);
  const { error, problems } = JSON.parse(said) as { error: string; problems?: { message: string }[] };
  expect(error, told).not.toBe('');
  if (status === 422)
    expect(
      problems?.every(({ message }) => message !== ''),
      told,
    ).toBe(true);
  expect(await dumpOf(record.db), told).toBe(before);
}

it('these are all the routes of the API that take a body', async () => {
  const { body } = await open(`${site.web.url}/api/openapi.json`);
  const { paths } = JSON.parse(body) as { paths: Record<string, object> };
  const posted = Object.keys(paths).filter((path) => 'post' in (paths[path] ?? {}));
  expect(posted.sort()).toEqual(ROUTES.map(([path]) => path).sort());
});

describe.each(ROUTES)('%s', (path, sound) => {
  beforeEach(async () => {
    if (path === '/api/events/cancel') await post('/api/events', JSON.stringify(EVENT));
  });

  it('takes the sound body', async () => {
    expect([200, 201]).toContain((await post(path, JSON.stringify(sound))).status);
  });

  it.each([
    'null',
    '[]',
    '"x"',
    '1e999',
    '',
    '{',
    '\0',
    '{"__proto__":{"kind":"x"}}',
    '{"constructor":{"prototype":{"x":1}}}',
  ])('refuses what is no body at all: %s', async (body) => isRefused(path, body));

  it('refuses what is nested as deep as it goes', async () => {
    await isRefused(path, `${'['.repeat(8000)}${']'.repeat(8000)}`);
    await isRefused(path, `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`);
    const nested = JSON.stringify(sound).replace(
      /"(reference|note|why)":"[^"]*"/,
      `"$1":${'['.repeat(4000)}${']'.repeat(4000)}`,
    );
    await isRefused(path, nested);
  });

  it('refuses bytes that are no text', async () => isRefused(path, Buffer.from([0xff, 0xfe, 0x7b, 0x7d])));

  it('refuses a field too many, even one of a prototype', async () => {
    for (const key of ['__proto__', 'constructor', 'more', '\0'])
      await isRefused(path, JSON.stringify(sound).replace(/}$/, `,${JSON.stringify(key)}:{"x":1}}`));
  });

  it('refuses a body too long, or of another kind', async () => {
    expect((await post(path, JSON.stringify({ ...sound, more: 'x'.repeat(20_000) }))).status).toBe(413);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
      expect((await post(path, JSON.stringify(sound), type)).status).toBe(415);
  });

  it('refuses every field of a wrong type, and says where', async () => {
    for (const place of placesOf(sound))
      for (const wrong of [null, [], {}, true, { toString: 'x' }])
        await isRefused(path, JSON.stringify(changed(sound, place, wrong)));
  });

  it('refuses hidden characters in every text, and says where', async () => {
    for (const place of placesOf(sound).filter((keys) => typeof valueAt(sound, keys) === 'string'))
      for (const hidden of HIDDEN) {
        const body = JSON.stringify(changed(sound, place, `${String(valueAt(sound, place))}${hidden}x`));
        await isRefused(path, body);
        const { problems } = JSON.parse((await post(path, body)).body) as { problems: { path: string }[] };
        expect(problems.map((problem) => problem.path).join(), body).toContain(place[0]);
      }
  });

  it('spoilt in 200 ways it is taken, or refused as the caller’s fault, and never fails', async () => {
    for (let index = 0; index < 200; index += 1) {
      const body = spoilText(JSON.stringify(sound, null, 1), randomOf(20261124, path, index));
      const { status, body: said } = await post(path, body);
      expect([200, 201, 409, 413, 422], `${index}: ${body} ${said}`).toContain(status);
    }
    const kept = await dumpOf(record.db);
    expect(kept).not.toMatch(/[\p{Cf}\p{Cs}]|\\u00[01]/u);
  });
});

it('a link to a document is refused with hidden characters too, and line breaks in words become spaces', async () => {
  const done = { kind: 'done', document: '12/BC-STP', on: '2019-10-08' };
  for (const hidden of HIDDEN) {
    const link = `https://stp.example/${hidden}x`;
    await isRefused('/api/answers', JSON.stringify({ deadline: ID, answer: { ...done, link } }));
  }
  const answer = { kind: 'progress', note: 'dòng một\r\ndòng hai\tvà ba' };
  expect((await post('/api/answers', JSON.stringify({ deadline: ID, answer }))).status).toBe(201);
  expect(await dumpOf(record.db)).toContain('dòng một dòng hai và ba');
});

it('figures beyond all measure are refused', async () => {
  for (const value of [1e308, -1e308, 1e400])
    await isRefused(
      '/api/answers',
      JSON.stringify({ deadline: ID, answer: { kind: 'progress', figures: { value } } }).replace(
        'null',
        '1e400',
      ),
      [409, 422],
    );
});

type Place = readonly string[];

/** The way to every value in a body. */
function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [[...at, key], ...placesOf(inside, [...at, key])]);
}

function valueAt(value: unknown, [key, ...rest]: Place): unknown {
  return key === undefined ? value : valueAt((value as Record<string, unknown>)[key], rest);
}

function changed(body: Record<string, unknown>, [key = '', ...rest]: Place, value: unknown): object {
  const inside = body[key] as Record<string, unknown>;
  return { ...body, [key]: rest.length === 0 ? value : changed(inside, rest, value) };
}
