import { describe, expect, it } from 'vitest';
import { pauseBefore, RetryLater } from '../../src/queue/retry-later.ts';

const NOW = new Date('2019-10-14T00:30:00Z');

describe('the pause before a job runs again', () => {
  it('lasts until the instant that the letter asked for', () => {
    expect(pauseBefore(7, new RetryLater(new Date('2019-10-14T00:34:00Z')), NOW)).toBe(240_000);
  });

  it('is over when that instant has passed', () => {
    expect(pauseBefore(1, new RetryLater(new Date('2019-10-14T00:29:00Z')), NOW)).toBe(0);
  });

  it('doubles after every other failure and stops growing at five minutes', () => {
    const failure = new Error('the record is out of reach');
    const pauses = [1, 2, 3, 8, 9, 1000].map((attempt) => pauseBefore(attempt, failure, NOW));
    expect(pauses).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
  });

  it('is always a whole number of milliseconds, which BullMQ on Postgres insists on', () => {
    for (let attempt = 0; attempt < 2000; attempt += 1)
      expect(Number.isSafeInteger(pauseBefore(attempt, undefined, NOW))).toBe(true);
  });
});
