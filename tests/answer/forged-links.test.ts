import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLink, signLink, type Claims, type LinkKey } from '../../src/answer/link.ts';
import { createLinks } from '../../src/answer/links.ts';
import { isMarked, markForm } from '../../src/answer/form-mark.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { addLinkKey, endLinkKey, goodLinkKeys } from '../../src/record/link-keys.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, dumpOf, hiddenFields, open } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const PURPOSES = ['answer', 'decide', 'event', 'unit', 'calendar'] as const;
const PATHS = ['/tra-loi/', '/quyet-dinh/', '/su-kien/', '/don-vi/'];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ID = 'KH/A04/so-tu-phap/2019-10-14';
const OTHER = 'KH/A04/so-tai-chinh/2019-10-14';
const LEAST = 10_000;
const BY_HTTP = 400;

let record: OpenRecord;
let site: AnswerSite;
let keys: LinkKey[];
let ended: LinkKey;
let genuine: string[];

beforeAll(async () => {
  record = await openTestRecord();
  const schedule = scheduleOf({
    duties: [duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh'])],
  });
  site = new AnswerSite(record.db, schedule);
  await site.open();
  await site.begin('2019-10-09');
  ended = site.key;
  await addLinkKey(record.db, new Date(site.now().getTime() + 1000), 'test');
  await addLinkKey(record.db, new Date(site.now().getTime() + 2000), 'test');
  await endLinkKey(record.db, site.now(), 'test', ended.id);
  keys = await goodLinkKeys(record.db);
  const done = { kind: 'done', document: '7/BC-STC', on: '2019-10-08' } as const;
  await takeAnswer(record.db, site.now(), schedule, { deadline: OTHER, by: 'Sở Tài chính', answer: done });
  genuine = claimsOfAll().flatMap((claims) => keys.map((key) => signLink(claims, key)));
  site.links = createLinks(site.web.url, keys[0] as LinkKey);
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

function claimsOfAll(): Claims[] {
  const until = '2020-01-12';
  return [
    { for: 'answer', deadline: ID, unit: 'so-tu-phap', mailbox: 'a@b.example', nominal: '2019-10-14', until },
    { for: 'decide', deadline: OTHER, unit: 'so-noi-vu', mailbox: 'a@b.example', until },
    { for: 'event', folder: 'tinh-thu', kind: 'cong-bo-tthc', unit: 'so-noi-vu', until },
    { for: 'unit', folder: 'tinh-thu', unit: 'so-tu-phap', until },
    { for: 'calendar', folder: 'tinh-thu', unit: 'so-tu-phap', generation: 0 },
  ];
}

/** Bad tokens by what was done to a good one. */
function* forgeries(): Generator<[how: string, token: string]> {
  for (const token of genuine) {
    const [payload = '', key = '', signature = ''] = token.split('.');
    for (let at = 0; at < token.length; at += 1) yield ['cut', token.slice(0, at)];
    for (let at = 1; at < token.length; at += 1) {
      yield ['beheaded', token.slice(at)];
      yield ['stuttering', token.slice(0, at) + token.slice(at - 1)];
      const [before = '', here = ''] = token.slice(at - 1, at + 1);
      if (before !== here) yield ['transposed', token.slice(0, at - 1) + here + before + token.slice(at + 1)];
    }
    for (let at = 0; at < token.length; at += 1) {
      const letter = ALPHABET.indexOf(token[at] ?? '');
      for (const bit of [1, 2, 4, 8, 16, 32])
        yield ['flipped', token.slice(0, at) + ALPHABET[(letter ^ bit) & 63] + token.slice(at + 1)];
    }
    for (const other of genuine) {
      const [otherPayload = '', otherKey = '', otherSignature = ''] = other.split('.');
      yield ['another payload', [otherPayload, key, signature].join('.')];
      yield ['another key', [payload, otherKey, signature].join('.')];
      yield ['another signature', [payload, key, otherSignature].join('.')];
    }
    for (const claims of changed(claimsOf(token))) {
      const [forged = ''] = signLink(claims, { id: key, secret: '' }).split('.');
      if (forged === payload) continue;
      yield ['changed claims', [forged, key, signature].join('.')];
      yield ['signed by an ended key', signLink(claims, ended)];
      yield ['signed by a stranger', signLink(claims, { id: key, secret: 'a guess' })];
      yield ['signed with nothing', signLink(claims, { id: key, secret: '' })];
      yield ['signed by a plain HMAC', [forged, key, plainHmac(forged, key)].join('.')];
      yield ['unsigned', [forged, key, ''].join('.')];
      yield ['of no key', [forged, '', signature].join('.')];
    }
    for (const spelling of respelled(payload, key, signature)) yield ['respelled', spelling];
    const shown = { token, purpose: 'answer', seen: 0 } as const;
    yield ['a form’s mark for a signature', [payload, markForm(shown, keys[0] as LinkKey)].join('.')];
  }
}

function claimsOf(token: string): Claims {
  const claims = PURPOSES.map((purpose) => readLink(token, keys, purpose)).find((read) => read !== undefined);
  if (claims === undefined) throw new Error('The genuine link cannot be read');
  return claims;
}

function changed(claims: Claims): Claims[] {
  const fields = [
    ...PURPOSES.map((purpose) => ({ for: purpose })),
    { deadline: OTHER },
    { unit: 'ubnd-tinh' },
    { mailbox: 'nguoi-la@x.example' },
    { until: '2099-12-31' },
    { nominal: '2020-10-14' },
    { folder: 'tinh-khac' },
    { kind: 'khac' },
    { generation: 1 },
    { more: true },
  ];
  return fields.map((field) => ({ ...claims, ...field }) as Claims);
}

function plainHmac(text: string, keyId: string): string {
  const secret = keys.find(({ id }) => id === keyId)?.secret ?? '';
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** The same bytes written otherwise, and what servers and mail programs do to addresses. */
function respelled(payload: string, key: string, signature: string): string[] {
  const last = ALPHABET.indexOf(signature.at(-1) ?? '');
  const sameBytes = [1, 2, 3].map((bits) => signature.slice(0, -1) + ALPHABET[last ^ bits]);
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const spaced = Buffer.from(
    JSON.stringify(JSON.parse(Buffer.from(payload, 'base64url').toString()), null, 1),
  );
  return [
    ...sameBytes.map((spelling) => [payload, key, spelling].join('.')),
    [standard(payload), key, standard(signature)].join('.'),
    [payload, key, `${signature}=`].join('.'),
    [payload, key, signature.toUpperCase()].join('.'),
    [payload, key.toUpperCase(), signature].join('.').replace(/^/, ' '),
    [payload, key, signature, ''].join('.'),
    [payload, key, signature, signature].join('.'),
    [payload, key, `${signature}A`].join('.'),
    [payload, key, `${signature.slice(0, 20)} ${signature.slice(20)}`].join('.'),
    [spaced.toString('base64url'), key, signature].join('.'),
    [payload, `${key}\u0000`, signature].join('.'),
    ['', key, signature].join('.'),
    [payload, '__proto__', signature].join('.'),
    [payload, key].join('.'),
    '...',
  ];
}

it('of ten thousand forged links none can be read, for any purpose', () => {
  const good = new Set(genuine);
  const read: string[] = [];
  let tried = 0;
  for (const [how, token] of forgeries()) {
    if (good.has(token)) continue;
    tried += 1;
    for (const purpose of PURPOSES)
      if (readLink(token, keys, purpose) !== undefined) read.push(`${how}: ${token}`);
  }
  expect(read).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(LEAST);
});

it('a good link is read for its own purpose alone', () => {
  for (const token of genuine) {
    const readable = PURPOSES.filter((purpose) => readLink(token, keys, purpose) !== undefined);
    expect(readable).toHaveLength(1);
  }
});

it('forged links sent by POST, with the fields of a form that was really shown, change nothing', async () => {
  const hidden = hiddenFields((await open(site.answerLink(ID))).body, 'received');
  const all = [...forgeries()].map(([, token]) => token).filter((token) => !genuine.includes(token));
  const some = all.filter((_token, index) => index % Math.ceil(all.length / BY_HTTP) === 0);
  const before = await dumpOf(record.db);
  const wrong: string[] = [];
  for (const [index, token] of some.entries()) {
    const status = await post(`${PATHS[index % PATHS.length]}${encodeURIComponent(token)}`, hidden);
    // No address may hold a zero byte, whatever it leads to.
    if (status !== (token.includes('\0') ? 400 : 404)) wrong.push(`${status}: ${token}`);
  }
  expect(wrong).toEqual([]);
  expect(await dumpOf(record.db)).toBe(before);
}, 60_000);

it('good links with forged marks change nothing', async () => {
  const [key, older] = keys as [LinkKey, LinkKey];
  const link = site.answerLink(ID);
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const shown = { token, purpose: 'answer', seen: 0 } as const;
  const mark = markForm(shown, key);
  const forged = [
    ...Array.from({ length: mark.length }, (_, at) => mark.slice(0, at)),
    ...Array.from({ length: mark.length }, (_, at) => `${mark.slice(0, at)}~${mark.slice(at + 1)}`),
    markForm({ ...shown, seen: 1 }, key),
    markForm({ ...shown, purpose: 'decide' }, key),
    markForm({ ...shown, token: `${token}x` }, key),
    markForm(shown, ended),
    markForm(shown, { ...key, secret: 'a guess' }),
    mark.replace(key.id, older.id),
    token.split('.').slice(1).join('.'),
  ];
  const before = await dumpOf(record.db);
  expect(isMarked(shown, mark, keys)).toBe(true);
  for (const form of forged) {
    expect(isMarked(shown, form, keys)).toBe(false);
    expect(await post(new URL(link).pathname, { kind: 'received', seen: '0', form })).toBe(403);
  }
  for (const seen of ['1', '-1', 'NaN', '', '0.5', '1e9'])
    expect(await post(new URL(link).pathname, { kind: 'received', seen, form: mark })).toBe(403);
  expect(await dumpOf(record.db)).toBe(before);
}, 60_000);

it('a POST that was taken once is taken never again', async () => {
  const link = site.answerLink(ID);
  const fields = { ...hiddenFields((await open(link)).body, 'progress'), note: 'đã có dự thảo' };
  expect(await post(new URL(link).pathname, fields)).toBe(303);
  const before = await dumpOf(record.db);
  for (let time = 0; time < 50; time += 1) expect(await post(new URL(link).pathname, fields)).toBe(409);
  expect(await dumpOf(record.db)).toBe(before);
}, 60_000);

async function post(path: string, fields: Record<string, string>): Promise<number> {
  const response = await fetch(site.web.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.web.url },
    body: new URLSearchParams(fields),
  });
  await response.arrayBuffer();
  return response.status;
}
