import { describe, expect, it } from 'vitest';
import { readWhen, rungId } from '../../src/schedule/rung-when.ts';

describe('when a rung is climbed', () => {
  it.each([
    ['trước hạn 15 ngày làm việc', -15],
    ['trước hạn 03 ngày làm việc', -3],
    ['Trước hạn 3 ngày làm việc', -3],
    ['TRƯỚC  HẠN 003 NGÀY LÀM VIỆC', -3],
    ['trước hạn 3 ngày làm việc'.normalize('NFD'), -3],
    ['truoc han 3 ngay lam viec', -3],
    ['trước hạn 250 ngày làm việc', -250],
    ['ngày đến hạn', 0],
    ['đúng hạn', 0],
    ['trước hạn 0 ngày làm việc', 0],
    ['quá hạn 01 ngày làm việc', 1],
    ['sau hạn 1 ngày làm việc', 1],
    ['quá hạn 250 ngày làm việc', 250],
  ])('reads "%s" as %i working days', (when, offset) => {
    expect(readWhen(when)).toEqual({ ok: true, offset });
  });

  it.each([
    ['trước hạn 3 ngày', 'trước hạn 03 ngày làm việc'],
    ['trước 5 ngày', 'trước hạn 05 ngày làm việc'],
    ['T-15', 'trước hạn 15 ngày làm việc'],
    ['T+1', 'quá hạn 01 ngày làm việc'],
    ['trễ 2 ngày', 'quá hạn 02 ngày làm việc'],
    ['trước hạn 251 ngày làm việc', 'trước hạn 250 ngày làm việc'],
    ['quá hạn 999999 ngày làm việc', 'quá hạn 250 ngày làm việc'],
    ['trước hạn ba ngày làm việc', 'trước hạn 03 ngày làm việc'],
    ['ngày đến hẹn', 'ngày đến hạn'],
    ['lúc nào đó', 'ngày đến hạn'],
    ['', 'ngày đến hạn'],
  ])('refuses "%s" and suggests "%s", which it reads', (when, suggestion) => {
    expect(readWhen(when)).toMatchObject({ ok: false, suggestion });
    expect(readWhen(suggestion).ok).toBe(true);
  });

  it('names rungs as staff abbreviate them', () => {
    expect([-15, 0, 1].map(rungId)).toEqual(['T-15', 'T0', 'T+1']);
  });
});
