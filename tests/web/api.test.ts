import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, API_SECRET, dumpOf, open } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
const SECRETS = {
  events: API_SECRET,
  answers: `${API_SECRET}a`,
  read: `${API_SECRET}r`,
  metrics: `${API_SECRET}m`,
};
type Scope = keyof typeof SECRETS;
const SCOPES = Object.keys(SECRETS) as Scope[];

let record: OpenRecord;
let site: AnswerSite;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, SCHEDULE, {
    apiTokens: SCOPES.map((scope) => ({ name: scope, secret: SECRETS[scope], scopes: [scope] })),
    told: {
      state: async () => ({ deadlines: { open: 1 } }),
      metrics: async () => ({ type: 'text/plain; version=0.0.4', text: 'dondoc_letters 1\n' }),
    },
  });
  await site.open();
}, SLOW);
beforeEach(() => site.begin('2019-10-09'));
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

function ask(path: string, scope: Scope | undefined, body?: unknown) {
  return open(`${site.web.url}${path}`, {
    headers: {
      ...(scope !== undefined && { authorization: `Bearer ${SECRETS[scope]}` }),
      'content-type': 'application/json',
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
}

const answer = { kind: 'done', document: '12/BC-STP', on: '2019-10-08' };

it.each<[string, Scope, unknown]>([
  ['/api/events', 'events', { kind: 'x', date: '2019-10-01', reference: '1/QĐ-UBND' }],
  ['/api/events/cancel', 'events', { kind: 'x', reference: '1/QĐ-UBND', why: 'nhầm' }],
  ['/api/answers', 'answers', { deadline: ID, answer }],
  ['/api/status', 'read', undefined],
  ['/api/deadlines', 'read', undefined],
  ['/metrics', 'metrics', undefined],
])('%s lets in whoever has the scope %s and nobody else', async (path, needed, body) => {
  const before = await dumpOf(record.db);
  for (const scope of SCOPES.filter((one) => one !== needed))
    expect((await ask(path, scope, body)).status, scope).toBe(403);
  expect((await ask(path, undefined, body)).status).toBe(401);
  expect(await dumpOf(record.db)).toBe(before);
  expect([200, 201, 409]).toContain((await ask(path, needed, body)).status);
});

it('an answer is written down in the program’s name and planned upon', async () => {
  const { status, body } = await ask('/api/answers', 'answers', { deadline: 'A04', seen: 0, answer });
  expect(status).toBe(201);
  expect(JSON.parse(body)).toEqual({ said: expect.stringContaining('12/BC-STP') as string });
  expect(await site.deadline(ID)).toMatchObject({ status: 'done', done_document: '12/BC-STP' });
  expect(await site.answers()).toEqual([{ kind: 'done', by: 'API answers', mailbox: null }]);
});

it('an answer to what was said meanwhile, or that makes no sense, is refused with the reason', async () => {
  await ask('/api/answers', 'answers', { deadline: ID, answer: { kind: 'received' } });
  const stale = await ask('/api/answers', 'answers', { deadline: ID, seen: 0, answer });
  expect(stale.status).toBe(409);
  expect(stale.body).toContain('đã có trả lời khác');
  const accepted = await ask('/api/answers', 'answers', { deadline: ID, answer: { kind: 'accepted' } });
  expect(accepted.status).toBe(409);
  expect((await ask('/api/answers', 'answers', { deadline: 'A99', answer })).status).toBe(409);
});

it('an answer that cannot be read is told path by path', async () => {
  const { status, body } = await ask('/api/answers', 'answers', {
    deadline: ID,
    answer: { kind: 'done', document: 'không số', on: '2019-02-30', more: 1 },
    wrong: true,
  });
  expect(status).toBe(422);
  const { problems } = JSON.parse(body) as { problems: { path: string }[] };
  expect(problems.map(({ path }) => path).sort()).toEqual([
    'answer.document',
    'answer.more',
    'answer.on',
    'wrong',
  ]);
});

it('tells the deadlines that are asked for, as data', async () => {
  const { body } = await ask('/api/deadlines?unit=so-tu-phap&month=2019-10&words=nhiem vu', 'read');
  const { deadlines } = JSON.parse(body) as { deadlines: unknown[] };
  expect(deadlines).toEqual([
    expect.objectContaining({ id: ID, nominal: '2019-10-14', state: 'upcoming', waitsFor: null }),
  ]);
  expect(JSON.parse((await ask('/api/deadlines?state=overdue', 'read')).body)).toEqual({ deadlines: [] });
  const wrong = await ask('/api/deadlines?state=bad&month=10&more=1', 'read');
  expect(wrong.status).toBe(422);
  const { problems } = JSON.parse(wrong.body) as { problems: { path: string }[] };
  expect(problems.map(({ path }) => path).sort()).toEqual(['month', 'more', 'state']);
});

it('describes itself: every route of the API, with the shape of its body', async () => {
  const { status, body } = await ask('/api/openapi.json', undefined);
  expect(status).toBe(200);
  const { openapi, paths } = JSON.parse(body) as { openapi: string; paths: Record<string, object> };
  expect(openapi).toBe('3.1.0');
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods)) {
      const there = await open(`${site.web.url}${path}`, { method: method.toUpperCase() });
      expect(there.status, path).toBe(401);
    }
  expect(JSON.stringify(paths['/api/answers'])).toContain('"not-ours"');
});
