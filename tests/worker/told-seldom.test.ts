import { beforeEach, describe, expect, it } from 'vitest';
import { toldSeldom } from '../../src/worker/told-seldom.ts';

const START = Date.parse('2019-10-14T00:30:00Z');

describe('a trouble that comes over and over', () => {
  let now: number;
  let told: string[];
  let hear: (words: string) => void;
  beforeEach(() => {
    now = START;
    told = [];
    hear = toldSeldom({ now: () => new Date(now) }, (words, times) => told.push(`${words} ×${times}`));
  });

  it('is told at once, then once a minute with how often it came', () => {
    for (let second = 0; second <= 120; second += 1) {
      now = START + second * 1000;
      hear('cut off');
    }
    expect(told).toEqual(['cut off ×1', 'cut off ×60', 'cut off ×60']);
  });

  it('is told at once when it comes again after a while', () => {
    hear('cut off');
    now += 3_600_000;
    hear('cut off');
    expect(told).toEqual(['cut off ×1', 'cut off ×1']);
  });

  it('does not keep another back', () => {
    hear('cut off');
    hear('no memory');
    hear('cut off');
    expect(told).toEqual(['cut off ×1', 'no memory ×1']);
  });

  it('is not kept back by a clock that was set back', () => {
    hear('cut off');
    hear('cut off');
    now -= 3_600_000;
    hear('cut off');
    expect(told).toEqual(['cut off ×1', 'cut off ×2']);
  });

  it('forgets what was told longest ago, however many different words come', () => {
    for (let job = 0; job < 100; job += 1) hear(`no lock for job ${job}`);
    hear('no lock for job 0');
    expect(told).toHaveLength(100);
    hear('one more');
    hear('no lock for job 99');
    expect(told).toHaveLength(101);
    hear('no lock for job 0');
    expect(told).toHaveLength(102);
  });
});
