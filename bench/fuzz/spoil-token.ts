import type { Random } from './random.ts';
import { spoilText } from './spoil.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ODD = [
  '.',
  '..',
  '=',
  '%',
  '%00',
  '\0',
  '/',
  '//',
  '?',
  '#',
  ' ',
  '+',
  '~',
  '\u202e',
  'đ',
  '\ud83d',
  ';x=1',
  '.ics',
  '\\',
];

/** A link's token with one slip; some take a piece of another link's. */
export function spoilToken(token: string, others: readonly string[], random: Random): string {
  return random.pick(SLIPS)(token, random, random.pick(others));
}

const SLIPS: ((token: string, random: Random, other: string) => string)[] = [
  (token, random) => {
    const at = random.number(token.length);
    return token.slice(0, at) + LETTERS[random.number(64)] + token.slice(at + 1);
  },
  (token, random) => token.slice(0, random.number(token.length)),
  (token, random) => token.slice(1 + random.number(token.length - 1)),
  (token, random) => {
    const at = random.number(token.length + 1);
    return token.slice(0, at) + random.pick(ODD) + token.slice(at);
  },
  (token, random, other) => {
    const [parts, more] = [token.split('.'), other.split('.')];
    const at = random.number(parts.length);
    return parts.with(at, more[at] ?? '').join('.');
  },
  (token, random) => {
    const [payload = '', ...rest] = token.split('.');
    const claims = spoilText(Buffer.from(payload, 'base64url').toString(), random);
    return [Buffer.from(claims).toString('base64url'), ...rest].join('.');
  },
  (token, random) => spoilText(token, random).slice(0, 6000),
  (token, random) => token.repeat(1 + random.number(20)).slice(0, 6000),
  (token) => [...token].reverse().join(''),
  (token) => encodeURIComponent(encodeURIComponent(`${token}=`)),
];
