import { expect, it } from 'vitest';
import { wordsOf } from '../../src/worker/words-of.ts';

it('says what a failure says of itself, also where a name has several addresses and none answers', () => {
  const refused = ['::1', '127.0.0.1'].map((host) => new Error(`connect ECONNREFUSED ${host}:6379`));
  expect(wordsOf(refused[0])).toBe('connect ECONNREFUSED ::1:6379');
  expect(wordsOf(new AggregateError(refused))).toBe(
    'connect ECONNREFUSED ::1:6379; connect ECONNREFUSED 127.0.0.1:6379',
  );
  expect(wordsOf('no error at all')).toBe('no error at all');
});
