import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/schedule/nearest.ts';

const UNITS = ['so-noi-vu', 'so-tu-phap', 'so-tai-chinh'];

describe('the nearest word', () => {
  it('finds a word with a letter changed, missing, added or two letters swapped', () => {
    for (const slip of ['so-tu-phep', 'so-tu-pap', 'so-tuu-phap', 'so-ut-phap'])
      expect(nearest(slip, UNITS)).toBe('so-tu-phap');
  });

  it('does not mind accents, case and the letter đ', () => {
    expect(nearest('SỞ-TƯ-PHÁP', UNITS)).toBe('so-tu-phap');
    expect(nearest('đăk hà', ['Dak Ha'])).toBe('Dak Ha');
  });

  it('counts two swapped letters as one slip, not two', () => {
    expect(nearest('abdc', ['abcd'])).toBe('abcd');
    expect(nearest('badc', ['abcd'])).toBeUndefined();
  });

  it('prefers the nearer word, whatever the order', () => {
    expect(nearest('so-noi-vụ', ['so-noi-va', 'so-noi-vu'])).toBe('so-noi-vu');
    expect(nearest('so-noi-vụ', ['so-noi-vu', 'so-noi-va'])).toBe('so-noi-vu');
  });

  it('completes the beginning of a word, with the shortest that begins so', () => {
    const known = ['ubnd-huyen-tay', 'ubnd-tinh', 'so-thong-tin-va-truyen-thong', 'so-thong-ke'];
    expect(nearest('ubnd', known)).toBe('ubnd-tinh');
    expect(nearest('ubnd-huyen', known)).toBe('ubnd-huyen-tay');
    expect(nearest('Sở-Thông-Tin', known)).toBe('so-thong-tin-va-truyen-thong');
  });

  it('prefers a word that is begun to one that is near', () => {
    expect(nearest('so-y-te', ['so-y-ta', 'so-y-te-va-dan-so'])).toBe('so-y-te-va-dan-so');
  });

  it('takes one or two letters for the beginning of nothing', () => {
    expect(nearest('so', UNITS)).toBeUndefined();
  });

  it('suggests nothing that is far away', () => {
    expect(nearest('bo-quoc-phong', UNITS)).toBeUndefined();
    expect(nearest('x', UNITS)).toBeUndefined();
    expect(nearest('so-noi-vu', [])).toBeUndefined();
  });
});
