import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffText, textDiff } from '../../src/files/text-diff.ts';

it('shows a change with three lines around it', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const after = before.map((line) => (line === '5' ? 'năm' : line));
  expect(diffText(textDiff(before.join('\n'), after.join('\n')))).toBe(
    '  2\n  3\n  4\n- 5\n+ năm\n  6\n  7\n  8\n… ',
  );
});

it('says nothing of equal texts, nor of line ends alone', () => {
  expect(textDiff('a\nb', 'a\nb')).toEqual([]);
  expect(textDiff('a\r\nb', 'a\nb')).toEqual([]);
});

it('tells what was taken out and put in, whatever the texts are', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = textDiff(before.join('\n'), after.join('\n'));
      const count = (sign: string) => diff.filter((line) => line.sign === sign).length;
      expect(before.length - count('-')).toBe(after.length - count('+'));
      if (diff.some(({ sign }) => sign === '…')) return;
      const side = (sign: string) =>
        diff.filter((line) => [' ', sign].includes(line.sign)).map(({ text }) => text);
      expect(before.join('\n')).toContain(side('-').join('\n'));
      expect(after.join('\n')).toContain(side('+').join('\n'));
    }),
  );
});
