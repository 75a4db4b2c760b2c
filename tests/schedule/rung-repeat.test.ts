import { describe, expect, it } from 'vitest';
import { readRepeat } from '../../src/schedule/rung-repeat.ts';

describe('how a rung repeats', () => {
  it.each([
    ['mỗi 05 ngày làm việc, tối đa 08 lần', 5, 8],
    ['mỗi 5 ngày làm việc tối đa 8 lần', 5, 8],
    ['MỖI  005 NGÀY LÀM VIỆC,  TỐI ĐA 008 LẦN', 5, 8],
    ['mỗi 05 ngày làm việc, tối đa 08 lần'.normalize('NFD'), 5, 8],
    ['moi 10 ngay lam viec, toi da 1 lan', 10, 1],
    ['mỗi 01 ngày làm việc, tối đa 52 lần', 1, 52],
    ['mỗi 60 ngày làm việc, tối đa 01 lần', 60, 1],
    ['hằng tuần, tối đa 04 lần', 5, 4],
    ['hàng tuần, tối đa 04 lần', 5, 4],
  ])('reads "%s" as every %i working days, %i times', (repeat, every, times) => {
    expect(readRepeat(repeat)).toEqual({ ok: true, every, times });
  });

  it.each([
    ['tuần nào cũng gửi', 'mỗi 05 ngày làm việc, tối đa 08 lần'],
    ['mỗi 03 ngày, tối đa 08 lần', 'mỗi 05 ngày làm việc, tối đa 08 lần'],
    ['hằng tháng, tối đa 08 lần', 'mỗi 05 ngày làm việc, tối đa 08 lần'],
    ['', 'mỗi 05 ngày làm việc, tối đa 08 lần'],
    ['mỗi 03 ngày làm việc', 'mỗi 03 ngày làm việc, tối đa 08 lần'],
    ['mỗi 99 ngày làm việc', 'mỗi 60 ngày làm việc, tối đa 08 lần'],
    ['hằng tuần', 'mỗi 05 ngày làm việc, tối đa 08 lần'],
    ['mỗi 0 ngày làm việc, tối đa 08 lần', 'mỗi 01 ngày làm việc, tối đa 08 lần'],
    ['mỗi 61 ngày làm việc, tối đa 08 lần', 'mỗi 60 ngày làm việc, tối đa 08 lần'],
    ['mỗi 05 ngày làm việc, tối đa 0 lần', 'mỗi 05 ngày làm việc, tối đa 01 lần'],
    ['mỗi 05 ngày làm việc, tối đa 53 lần', 'mỗi 05 ngày làm việc, tối đa 52 lần'],
  ])('refuses "%s" and suggests "%s", which it reads', (repeat, suggestion) => {
    expect(readRepeat(repeat)).toMatchObject({ ok: false, suggestion });
    expect(readRepeat(suggestion).ok).toBe(true);
  });

  it('says that only the cap is wanting', () => {
    expect(readRepeat('hằng tuần')).toMatchObject({ error: '“hằng tuần”: lặp lại phải có số lần tối đa' });
  });
});
