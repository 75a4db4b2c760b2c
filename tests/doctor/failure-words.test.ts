import { describe, expect, it } from 'vitest';
import { failureWords, isDiskFull } from '../../src/doctor/failure-words.ts';

/** As the embedded database throws it: no Error, no message. */
const FULL = { name: 'ErrnoError', errno: 51 };

describe('a full disk', () => {
  it.each([
    ['the embedded database', FULL],
    ['Node', Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['Postgres', Object.assign(new Error('could not extend file'), { code: '53100' })],
    ['words', new Error('could not write to file: No space left on device')],
    ['what lies below', new Error('could not open', { cause: FULL })],
  ])('is told by %s', (_who, error) => expect(isDiskFull(error)).toBe(true));

  it.each([[new Error('ECONNREFUSED')], [{ name: 'ErrnoError', errno: 44 }], [undefined], ['51']])(
    'is not %s',
    (error) => expect(isDiskFull(error)).toBe(false),
  );
});

describe('what a failure says', () => {
  it.each([
    [new Error('hỏng'), 'hỏng'],
    [new AggregateError([new Error('một'), new Error('hai')]), 'một; hai'],
    [{ name: 'ErrnoError', errno: 44 }, 'ErrnoError 44'],
    [new TypeError(''), 'TypeError'],
    [{}, 'lỗi không rõ'],
    ['lời', 'lời'],
    [undefined, 'undefined'],
  ])('%o is told as %s', (error, words) => expect(failureWords(error)).toBe(words));
});
