import { expect, it } from 'vitest';
import { signerLines } from '../../src/mail/signer-lines.ts';
import type { Unit } from '../../src/schedule/schedule.ts';

function signed(name: string, headTitle?: string, also?: string[]): string[] {
  const unit: Unit = { id: 'a', name, headTitle, also, requested: false, heads: [] };
  return signerLines(unit, '2019-10-21');
}

it.each([
  ['Sở Nội vụ', 'Giám đốc Sở Nội vụ', 'Giám đốc'],
  ['Sở Nội vụ', 'Giám đốc', 'Giám đốc'],
  ['Sở Nội vụ', undefined, 'Thủ trưởng'],
  ['Thanh tra tỉnh', 'Chánh Thanh tra tỉnh', 'Chánh Thanh tra tỉnh'],
  ['Ban Dân tộc', 'Trưởng Ban Dân tộc', 'Trưởng Ban Dân tộc'],
])('the head of %s, called %s, signs as %s', (name, title, signer) => {
  expect(signed(name, title)).toEqual([signer]);
});

it('the head of a people’s committee signs on its behalf', () => {
  expect(signed('Ủy ban nhân dân tỉnh', 'Chủ tịch UBND tỉnh', ['UBND tỉnh'])).toEqual([
    'TM. Ủy ban nhân dân',
    'Chủ tịch',
  ]);
});
