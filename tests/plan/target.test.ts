import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresProblem, totalOf } from '../../src/plan/figures-problem.ts';
import type { Figures } from '../../src/plan/model.ts';
import { standingOf } from '../../src/plan/target.ts';
import type { TargetEntry } from '../../src/schedule/shape.ts';

const DISTRICT = 'ubnd-huyen-dak-ha';

const measure = 'số xã đã công bố';
const share = (more: Partial<TargetEntry> = {}): TargetEntry => {
  return { atLeast: 80, unit: '%', measure, counts: 'xã', ...more };
};
const value = (more: Partial<TargetEntry> = {}): TargetEntry => ({ atLeast: 5, unit: '%', measure, ...more });
const down = value({ direction: 'giảm' });
const from210 = value({ direction: 'giảm', baselineValue: 210 });

const wordsOf = (target: TargetEntry, figures: Figures) => standingOf(target, DISTRICT, figures)?.words;

describe('where a unit stands', () => {
  it.each<[string, TargetEntry, Figures]>([
    // A share of a total.
    ['07/13 xã, 54%: còn thiếu 04 xã', share(), { count: 7, total: 13 }],
    ['đạt 11/13 xã, 85%', share(), { count: 11, total: 13 }],
    ['00/13 xã, 0%: còn thiếu 11 xã', share(), { count: 0, total: 13 }],
    ['đạt 13/13 xã, 100%', share(), { count: 13, total: 13 }],
    ['đạt 12/15 xã, 80%', share(), { count: 12, total: 15 }],
    ['11/15 xã, 73%: còn thiếu 01 xã', share(), { count: 11, total: 15 }],
    ['đạt 29/100 xã, 29%', share({ atLeast: 29 }), { count: 29, total: 100 }],
    ['đạt 57/100 xã, 57%', share({ atLeast: 57 }), { count: 57, total: 100 }],
    ['đạt 07/100 xã, 7%', share({ atLeast: 7 }), { count: 7, total: 100 }],
    ['đạt 333/1.000 xã, 33,3%', share({ atLeast: 33.3 }), { count: 333, total: 1000 }],
    ['332/1.000 xã, 33%: còn thiếu 01 xã', share({ atLeast: 33.3 }), { count: 332, total: 1000 }],
    ['1.199/1.500 xã, 79,9%: còn thiếu 01 xã', share(), { count: 1199, total: 1500 }],
    ['79.999/100.000 xã, 79,999%: còn thiếu 01 xã', share(), { count: 79_999, total: 100_000 }],
    ['07/13 xã, 54%: còn thiếu 04 xã', share({ total: 13 }), { count: 7 }],
    ['07/09 xã, 78%: còn thiếu 01 xã', share({ totals: { [DISTRICT]: 9, other: 13 } }), { count: 7 }],
    ['05/100 xã, 5%: đạt chỉ tiêu', share({ atLeast: undefined, atMost: 5 }), { count: 5, total: 100 }],
    ['08/100 xã, 8%: vượt 03 xã', share({ atLeast: undefined, atMost: 5 }), { count: 8, total: 100 }],
    ['04/12 xã, 33%: vượt 01 xã', share({ atLeast: undefined, atMost: 30 }), { count: 4, total: 12 }],
    // A value as it is.
    ['85%: còn thiếu 5%', value({ atLeast: 90 }), { value: 85 }],
    ['89,95%: còn thiếu 0,05%', value({ atLeast: 90 }), { value: 89.95 }],
    ['đạt 92,5%', value({ atLeast: 90 }), { value: 92.5 }],
    ['04 người: vượt 01 người', value({ atLeast: undefined, atMost: 3, unit: 'người' }), { value: 4 }],
    ['03 người: đạt chỉ tiêu', value({ atLeast: undefined, atMost: 3, unit: 'người' }), { value: 3 }],
    // A change that the unit reports itself.
    ['giảm 3,2%: còn thiếu 1,8%', down, { value: 3.2 }],
    ['chưa giảm: còn thiếu 5%', down, { value: 0 }],
    ['đạt mức giảm 5%', down, { value: 5 }],
    ['tăng 01 bậc: còn thiếu 01 bậc', value({ atLeast: 2, unit: 'bậc', direction: 'tăng' }), { value: 1 }],
    // A change from a baseline.
    ['giảm 3,2%: còn thiếu 1,8%', from210, { value: 203.28 }],
    ['đạt mức giảm 5%', from210, { value: 199.5 }],
    ['giảm 4,99%: còn thiếu 0,01%', from210, { value: 199.52 }],
    ['giảm 4,9995%: còn thiếu 0,0005%', from210, { value: 199.501 }],
    ['tăng 2% thay vì giảm: còn thiếu 7%', from210, { value: 214.2 }],
    ['chưa giảm: còn thiếu 5%', from210, { value: 210 }],
    ['giảm 08 đơn vị: còn thiếu 02 đơn vị', { ...from210, atLeast: 10, unit: 'đơn vị' }, { value: 202 }],
    [
      'đạt mức tăng 0,3 điểm',
      value({ atLeast: 0.3, unit: 'điểm', direction: 'tăng', baselineValue: 0.1 }),
      { value: 0.4 },
    ],
    [
      'tăng 5%: đạt chỉ tiêu',
      value({ atLeast: undefined, atMost: 5, direction: 'tăng', baselineValue: 100 }),
      { value: 105 },
    ],
    [
      'giảm 5% thay vì tăng: đạt chỉ tiêu',
      value({ atLeast: undefined, atMost: 5, direction: 'tăng', baselineValue: 100 }),
      { value: 95 },
    ],
  ])('is told as “%s”', (words, target, figures) => {
    expect(wordsOf(target, figures)).toBe(words);
  });

  it('is given in its parts too', () => {
    expect(standingOf(share(), DISTRICT, { count: 7, total: 13 })).toEqual({
      met: false,
      words: '07/13 xã, 54%: còn thiếu 04 xã',
      missing: 'còn thiếu 04 xã',
      percent: 54,
    });
    expect(standingOf(down, DISTRICT, { value: 6 })).toEqual({
      met: true,
      words: 'đạt mức giảm 6%',
      missing: null,
    });
  });

  it('is unknown without a target, without figures, and with figures that cannot be taken', () => {
    expect(standingOf(undefined, DISTRICT, { count: 7, total: 13 })).toBeUndefined();
    expect(standingOf(share(), DISTRICT, null)).toBeUndefined();
    expect(standingOf(share(), DISTRICT, { count: 7 })).toBeUndefined();
    expect(standingOf(share({ total: 11 }), DISTRICT, { count: 7, total: 13 })).toBeUndefined();
  });
});

describe('figures that cannot be taken', () => {
  it.each<[string, TargetEntry, Figures]>([
    ['Cần ghi số xã đã đạt.', share(), { value: 54 }],
    ['Số xã đã đạt phải là số nguyên, từ 0 trở lên.', share(), { count: -1, total: 13 }],
    ['Số xã đã đạt phải là số nguyên, từ 0 trở lên.', share(), { count: 7.5, total: 13 }],
    ['Số xã đã đạt phải là số nguyên, từ 0 trở lên.', share(), { count: NaN, total: 13 }],
    ['Cần ghi tổng số xã.', share(), { count: 7 }],
    ['Tổng số xã phải là số nguyên, lớn hơn 0.', share(), { count: 0, total: 0 }],
    ['Tổng số xã phải là số nguyên, lớn hơn 0.', share(), { count: 0, total: Infinity }],
    ['Tổng số theo kế hoạch là 13 xã, không phải 09 xã.', share({ total: 13 }), { count: 7, total: 9 }],
    ['Số đã đạt (14 xã) lớn hơn tổng số (13 xã).', share(), { count: 14, total: 13 }],
    ['Số đã đạt (14 xã) lớn hơn tổng số (13 xã).', share({ total: 13 }), { count: 14 }],
    ['Cần ghi số liệu (đơn vị tính: %).', down, { count: 7, total: 13 }],
    ['Số liệu phải là một số, không quá lớn.', down, { value: NaN }],
    ['Số liệu phải là một số, không quá lớn.', down, { value: 1e30 }],
    ['Số liệu không được âm.', from210, { value: -3 }],
    ['Mức giảm không được âm; nếu chưa giảm thì ghi 0.', down, { value: -3 }],
    ['Mức giảm không thể quá 100%.', down, { value: 101 }],
  ])('are refused: “%s”', (problem, target, figures) => {
    expect(figuresProblem(target, DISTRICT, figures)).toBe(problem);
  });

  it.each<[TargetEntry, Figures]>([
    [share(), { count: 13, total: 13 }],
    [share({ total: 13 }), { count: 7, total: 13 }],
    [share({ total: 13 }), { count: 0 }],
    [from210, { value: 250 }],
    [down, { value: 100 }],
  ])('are not these: %j %j', (target, figures) => {
    expect(figuresProblem(target, DISTRICT, figures)).toBeUndefined();
  });

  it('are compared with the total of the unit itself, or of all', () => {
    expect(totalOf(share({ totals: { [DISTRICT]: 11 } }), DISTRICT)).toBe(11);
    expect(totalOf(share({ totals: { other: 11 } }), DISTRICT)).toBeUndefined();
    expect(totalOf(share({ total: 13 }), DISTRICT)).toBe(13);
  });
});

describe('whatever is reported', () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((total) => fc.record({ total: fc.constant(total), count: fc.integer({ min: 0, max: total }) }));
  const tenths = fc.integer({ min: 0, max: 1000 }).map((number) => number / 10);

  it('one more never undoes a target that is met, and what is missing is exactly enough', () => {
    fc.assert(
      fc.property(counts, tenths, ({ count, total }, atLeast) => {
        const at = (number: number) => standingOf(share({ atLeast }), DISTRICT, { count: number, total });
        const now = at(count);
        if (now?.met === true) {
          if (count < total) expect(at(count + 1)?.met).toBe(true);
          return;
        }
        const missing = Number(/còn thiếu ([\d.]+) xã/.exec(now?.words ?? '')?.[1]?.replace(/\./g, ''));
        expect(at(count + missing)?.met).toBe(true);
        expect(at(count + missing - 1)?.met).toBe(false);
      }),
    );
  });

  it('a target is met just when whole numbers say so', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 1000 }), ({ count, total }, perMille) => {
        const target = share({ atLeast: perMille / 10 });
        expect(standingOf(target, DISTRICT, { count, total })?.met).toBe(count * 1000 >= perMille * total);
      }),
    );
  });

  it('the percentage that is shown lies on the same side of the bound as the truth', () => {
    fc.assert(
      fc.property(counts, tenths, (figures, atLeast) => {
        const standing = standingOf(share({ atLeast }), DISTRICT, figures);
        expect((standing?.percent ?? NaN) >= atLeast).toBe(standing?.met);
      }),
    );
  });

  it('a value is told in plain words', () => {
    const values = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(values, values, fc.constantFrom('giảm', 'tăng'), (baselineValue, reported, direction) => {
        const target = value({ unit: 'đồng', direction, baselineValue });
        const standing = standingOf(target, DISTRICT, { value: reported });
        expect(standing?.words).toMatch(/^(đạt mức )?(giảm|tăng|chưa)/);
        expect(standing?.words).not.toMatch(/NaN|Infinity|e\+|-\d|undefined/);
      }),
    );
  });
});
