import { expect, it } from 'vitest';
import { placesIn } from '../../src/schedule/places.ts';

it('tells line and column from 1, whatever ends the lines', () => {
  const placeOf = placesIn('ab\n\ncd\r\ne');
  expect([0, 2, 3, 4, 6, 8].map((offset) => placeOf(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 3 },
    { line: 4, column: 1 },
  ]);
  expect(placesIn('')(0)).toEqual({ line: 1, column: 1 });
});
