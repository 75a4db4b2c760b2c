import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/web/form-day.ts';
import { readNumber } from '../../src/web/form-number.ts';
import { readDecision, readUnitAnswer } from '../../src/web/read-answer.ts';

describe('days as officials write them', () => {
  it.each([
    ['01/10/2019', '2019-10-01'],
    ['1/10/2019', '2019-10-01'],
    ['1 - 10 - 2019', '2019-10-01'],
    ['01.10.2019', '2019-10-01'],
    ['2019-10-01', '2019-10-01'],
    ['29/02/2019', undefined],
    ['10/2019', undefined],
    ['1/10/19', undefined],
    ['2019-10-1', undefined],
    ['', undefined],
  ])('%s', (text, day) => expect(readDay(text)).toBe(day));
});

describe('numbers as officials write them', () => {
  it.each([
    ['07', 7],
    ['1.387', 1387],
    ['54,5', 54.5],
    ['-2,25', -2.25],
    ['1.38', undefined],
    ['54.5', undefined],
    ['bảy', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('%s', (text, number) => expect(readNumber(text)).toBe(number));
});

describe('forms', () => {
  it('figures come with progress and with completion', () => {
    expect(readUnitAnswer({ kind: 'progress', count: '07', total: '13', value: '', note: '' })).toEqual({
      ok: true,
      value: { kind: 'progress', figures: { count: 7, total: 13 } },
    });
    const done = { kind: 'done', document: '12 / BC - STP', on: '11/10/2019', value: '54,5' };
    expect(readUnitAnswer(done)).toEqual({
      ok: true,
      value: { kind: 'done', document: '12/BC-STP', on: '2019-10-11', figures: { value: 54.5 } },
    });
  });

  it('a figure that is none is said beside its field', () => {
    const read = readUnitAnswer({ kind: 'progress', count: 'bảy', total: '13,5', value: 'x' });
    expect(read.ok ? {} : Object.keys(read.problems).sort()).toEqual(['count', 'total', 'value']);
  });

  it('words that are too long are said to be', () => {
    const read = readDecision({ kind: 'returned', why: 'x'.repeat(1001) });
    expect(read).toMatchObject({ ok: false, problems: { why: expect.stringContaining('1.000') as string } });
  });

  it('fields of other kinds are not read, and an unknown kind is nothing', () => {
    expect(readDecision({ kind: 'accepted', to: '11/10/2019', why: 'x', note: '' })).toEqual({
      ok: true,
      value: { kind: 'accepted' },
    });
    expect(readUnitAnswer({ kind: 'accepted' }).ok).toBe(false);
    expect(readUnitAnswer({ kind: '__proto__' }).ok).toBe(false);
    expect(readUnitAnswer({}).ok).toBe(false);
  });
});
