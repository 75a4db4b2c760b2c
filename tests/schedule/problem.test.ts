import { expect, it } from 'vitest';
import { formatProblem, problemOf } from '../../src/schedule/problem.ts';

it('a suggestion that nobody could read is not made', () => {
  expect(formatProblem(problemOf('a.yaml', 'sai', 'so-tu-phap'))).toBe(
    'a.yaml:1:1: sai — có phải ý bạn là “so-tu-phap”?',
  );
  expect(formatProblem(problemOf('a.yaml', 'sai', 'x'.repeat(20_000)))).toBe('a.yaml:1:1: sai');
});

it('a message that quotes a whole block is cut', () => {
  expect(formatProblem(problemOf('a.yaml', `không có khóa “${'x'.repeat(20_000)}”`)).length).toBeLessThan(
    600,
  );
});

it('what a file holds cannot break the line, colour it or turn it round', () => {
  const words = formatProblem(problemOf('a.yaml', 'không có “\u001b[31mx\n\u202ey\u0000”'));
  expect(words).toBe('a.yaml:1:1: không có “�[31mx��y�”');
});
