import type { Random } from './random.ts';
import { spoil } from './spoil.ts';

type Body = Record<string, unknown>;

/** What stands where something else is expected; text that JSON cannot write otherwise is put in afterwards. */
const VALUES: unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, -1e308, 2 ** 53 + 2, '', ' ', '0', [], {}, [[]], [null], [{}]],
  ...[
    '\0',
    'a\0b',
    '\u202ex',
    '\u2028',
    '\ud800',
    '\u001b[31m',
    '\ufeff',
    'x'.repeat(5000),
    '2019-02-30',
    '9999-12-31',
  ],
  ...[
    { toString: 'x' },
    { length: 1e9 },
    { kind: 'done' },
    { $gt: '' },
    "' OR 1=1 --",
    '{{ x }}',
    '<script>',
    '=1+1',
  ],
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'kind',
  'deadline',
  'seen',
  '',
  '\0',
  'a.b',
  '\u202e',
  'Kind',
  'kind ',
];
/** Written into the JSON text, where a value stands. */
const RAW = [
  '1e999',
  '-0',
  '00',
  'NaN',
  'undefined',
  '9'.repeat(400),
  '"\\ud83d"',
  '"\\u0000"',
  '{"__proto__":{"x":1}}',
  '/**/1',
  "'x'",
];

/** A body as JSON text or bytes, spoilt in its structure, in its text, or in both. */
export function spoilBody(body: Body, random: Random): string | Buffer {
  const copy = structuredClone(body);
  for (let left = 1 + random.number(2); left > 0; left -= 1) random.pick(CHANGES)(copy, random);
  const text = random.oneIn(4) ? rawly(JSON.stringify(copy), random) : JSON.stringify(copy);
  return random.oneIn(5) ? spoil(Buffer.from(text), random) : text;
}

const CHANGES: ((body: Body, random: Random) => void)[] = [
  (body, random) => put(body, random, random.pick(VALUES)),
  (body, random) => put(body, random, random.pick(VALUES)),
  (body, random) => put(body, random, nested(random)),
  (body, random) => {
    const inside = anyObject(body, random);
    delete inside[random.pick([...Object.keys(inside), 'kind'])];
  },
  (body, random) => add(anyObject(body, random), random.pick(KEYS), random.pick(VALUES)),
  (body, random) => {
    const inside = anyObject(body, random);
    const key = random.pick([...Object.keys(inside), 'kind']);
    if (typeof inside[key] === 'string') inside[key] = within(inside[key], random);
  },
  (body, random) => add(anyObject(body, random), random.pick(KEYS), body.answer ?? 'x'),
  (body, random) => add(body, random.pick(Object.keys(body)), [body[random.pick(Object.keys(body))]]),
];

/** One more key; `__proto__` too becomes a field of its own, as JSON writes it. */
function add(body: Body, key: string, value: unknown): void {
  Object.defineProperty(body, key, {
    value: structuredClone(value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function put(body: Body, random: Random, value: unknown): void {
  const inside = anyObject(body, random);
  add(inside, random.pick([...Object.keys(inside), 'kind']), value);
}

function anyObject(body: Body, random: Random): Body {
  const inner = Object.values(body).filter((value) => typeof value === 'object' && value !== null);
  return random.oneIn(2) || inner.length === 0 ? body : (random.pick(inner) as Body);
}

function within(text: string, random: Random): string {
  const at = random.number(text.length + 1);
  return (
    text.slice(0, at) +
    random.pick(['\0', '\n', '\u202e', '\ud800', '\u0301', 'đ', '"', '\\']) +
    text.slice(at)
  );
}

function nested(random: Random): unknown {
  let value: unknown = 'x';
  const isList = random.oneIn(2);
  for (let depth = random.number(1500); depth > 0; depth -= 1) value = isList ? [value] : { a: value };
  return value;
}

/** A value of the text exchanged for what only text can hold, or a key said twice. */
function rawly(json: string, random: Random): string {
  if (random.oneIn(3)) return json.replace(/^\{/, `{${JSON.stringify(random.pick(KEYS))}:1,"kind":"x",`);
  if (random.oneIn(6)) return json + random.pick([json, ',', ']', 'x'.repeat(17_000)]);
  return json.replace(/:("[^"]*"|\d+)/g, (value) => (random.oneIn(3) ? `:${random.pick(RAW)}` : value));
}
