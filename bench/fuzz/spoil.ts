import type { Random } from './random.ts';

/** Changes one thing in the content of a file, as careless hands and broken programs do. */
type Slip = (bytes: Buffer, random: Random) => Buffer;

/** `content` with one to three slips. */
export function spoil(content: Buffer, random: Random): Buffer {
  const times = random.oneIn(2) ? 1 : 2 + random.number(2);
  let bytes = content;
  for (let time = 0; time < times; time += 1) bytes = random.pick(SLIPS)(bytes, random);
  return bytes;
}

/** `text` with one to three slips; bytes that are no text become U+FFFD. */
export function spoilText(text: string, random: Random): string {
  return spoil(Buffer.from(text), random).toString('utf8');
}

const NUMBERS = [
  '0',
  '-1',
  '1e308',
  '-0',
  '.inf',
  '.nan',
  '0x7fffffffffffffff',
  '9'.repeat(400),
  '2019-02-30',
];
const YAML_WORDS = [
  ...[
    '~',
    'null',
    'true',
    'yes',
    '[]',
    '{}',
    '- ',
    ': ',
    '? ',
    '| ',
    '>-',
    '&a ',
    '*a',
    '<<: *a',
    '!!binary x',
  ],
  ...[
    '!!js/function x',
    '!!timestamp 2019-10-10',
    '%YAML 1.1',
    '---',
    '...',
    '"',
    "'",
    '#',
    '@',
    '`',
    '[',
    '{',
  ],
  ...[
    '__proto__: 1',
    'constructor: 1',
    'toString',
    '<script>',
    '{{ x }}',
    '{% render "/etc/passwd" %}',
    '=1+1',
  ],
];
/** Letters that look like Vietnamese or Latin ones and are not. */
const LOOKALIKES: [string, string][] = [
  ['a', 'а'],
  ['o', 'о'],
  ['e', 'е'],
  ['i', 'і'],
  ['đ', 'ð'],
  ['Đ', 'Ð'],
  ['-', '–'],
  [':', '：'],
  ['/', '⁄'],
  ['1', '１'],
  [' ', '\u00a0'],
  ['"', '“'],
];
const HIDDEN = [
  '\u0000',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0085',
  '\u2028',
  '\u0007',
  '\u001b[31m',
  '\ud800',
];
const TOO_MUCH = 300_000;

const SLIPS: Slip[] = [
  byLines((lines, at) => lines.splice(at, 1)),
  byLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  byLines((lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
  byLines((lines, at, random) => lines.splice(at, 0, random.pick(lines))),
  byLines((lines, at, random) => lines.splice(at, 1 + random.number(20))),
  byLines((lines, at, random) => (lines[at] = ' '.repeat(random.number(9)) + (lines[at] ?? '').trimStart())),
  byLines((lines, at) => (lines[at] = `\t${lines[at]}`)),
  byLines(
    (lines, at) => (lines[at] = (lines[at] ?? '').replace(/^ +/, (blanks) => '\t'.repeat(blanks.length))),
  ),
  byLines((lines, at, random) => (lines[at] = withValue(lines[at], valueOf(random.pick(lines))))),
  byLines((lines, at, random) => (lines[at] = withValue(lines[at], random.pick(NUMBERS)))),
  byLines((lines, at, random) => (lines[at] = withValue(lines[at], random.pick(YAML_WORDS)))),
  byLines((lines, at) => (lines[at] = withValue(lines[at], ''))),
  byLines((lines, at) => (lines[at] = withValue(lines[at], 'x'.repeat(20_000)))),
  byLines((lines, at) => (lines[at] = withValue(lines[at], `${'['.repeat(150)}${']'.repeat(150)}`))),
  byLines((lines, at) => (lines[at] = withValue(lines[at], '{a: '.repeat(3000)))),
  byLines((lines, at, random) => lines.splice(at, 0, `${'- '.repeat(random.number(4000))}x`)),
  byLines((lines, at) => (lines[at] = withValue(lines[at], '&all [*all, *all]'))),
  byLines((lines) => lines.unshift(...aliasBomb())),
  byText((text, random) => within(text, random, random.pick(YAML_WORDS))),
  byText((text, random) => within(text, random, random.pick(HIDDEN))),
  byText((text, random) => {
    const [letter, other] = random.pick(LOOKALIKES);
    return random.oneIn(2) ? text.replaceAll(letter, other) : text.replace(letter, other);
  }),
  byText((text) => text.normalize('NFD')),
  byText((text) => `\ufeff${text}`),
  byText((text) => text.replaceAll('\n', '\r\n')),
  byText((text) => text.replaceAll('\n', '\r')),
  byText((text, random) => text.repeat(2 + random.number(2)).slice(0, TOO_MUCH)),
  (bytes, random) => bytes.subarray(0, random.number(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.number(bytes.length + 1)),
  (bytes, random) => put(bytes, random, Buffer.from([random.pick([0x00, 0x80, 0xc0, 0xed, 0xf8, 0xff])])),
  (bytes, random) => put(bytes, random, Buffer.from(Array.from({ length: 16 }, () => random.number(256)))),
  (bytes, random) => {
    const flipped = Buffer.from(bytes);
    const at = random.number(Math.max(1, bytes.length));
    if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.number(8));
    return flipped;
  },
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
];

function byText(change: (text: string, random: Random) => string): Slip {
  return (bytes, random) => Buffer.from(change(bytes.toString('utf8'), random));
}

function byLines(change: (lines: string[], at: number, random: Random) => unknown): Slip {
  return byText((text, random) => {
    const lines = text.split('\n');
    change(lines, random.number(lines.length), random);
    return lines.join('\n');
  });
}

function put(bytes: Buffer, random: Random, more: Buffer): Buffer {
  const at = random.number(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

function within(text: string, random: Random, more: string): string {
  const at = random.number(text.length + 1);
  return text.slice(0, at) + more + text.slice(at);
}

/** What stands after a line's key. */
function valueOf(line: string): string {
  return line.slice(line.indexOf(': ') + 1).trim();
}

function withValue(line = '', value: string): string {
  const colon = line.indexOf(': ');
  return colon < 0 ? `${line.match(/^[ -]*/)?.[0] ?? ''}${value}` : `${line.slice(0, colon + 2)}${value}`;
}

/** Ten levels that each name the one before ten times: ten thousand million values in ten lines. */
function aliasBomb(): string[] {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const inside = level === 0 ? ['x'] : Array<string>(10).fill(`*b${level - 1}`);
    return `b${level}: &b${level} [${inside.join(', ')}]`;
  });
  return levels;
}
