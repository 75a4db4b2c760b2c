import { describe, expect, it } from 'vitest';
import { periodWords } from '../../src/mail/period-words.ts';

describe('a reporting period in official words', () => {
  it.each([
    ['2019', 'năm 2019'],
    ['2019-H1', '6 tháng đầu năm 2019'],
    ['2019-H2', '6 tháng cuối năm 2019'],
    ['2019-Q1', 'quý I năm 2019'],
    ['2019-Q4', 'quý IV năm 2019'],
    ['2019-01', 'tháng 01 năm 2019'],
    ['2019-02', 'tháng 02 năm 2019'],
    ['2019-03', 'tháng 3 năm 2019'],
    ['2019-12', 'tháng 12 năm 2019'],
    ['2019-W05', 'tuần 5 năm 2019'],
    ['2019-W52', 'tuần 52 năm 2019'],
  ])('writes %s as “%s”', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });

  it('has no words for a single day', () => {
    expect(periodWords('2019-10-14')).toBeNull();
  });
});
