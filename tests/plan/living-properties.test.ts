import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { empty, openTestRecord, SLOW } from '../support/record.ts';
import { LAWS } from './laws.ts';
import { liveWith, type Moment } from './life.ts';
import { modelKeeper } from './model-keeper.ts';
import { answers, lives, schedules } from './random-lives.ts';
import { recordKeeper } from './record-keeper.ts';

describe('whatever the ladder, the days off, the answers and the outages', { timeout: 300_000 }, () => {
  it.each(Object.keys(LAWS))('%s', async (law) => {
    await fc.assert(
      fc.asyncProperty(schedules, lives, answers, async (schedule, days, given) => {
        LAWS[law]?.(await liveWith(modelKeeper(schedule), schedule, days, given), schedule);
      }),
      { numRuns: 15 },
    );
  });

  describe('in the real record', () => {
    let record: OpenRecord;
    beforeAll(async () => {
      record = await openTestRecord();
    }, SLOW);
    afterAll(() => record.close());

    it('all of this holds, and what is said is what the model says', async () => {
      await fc.assert(
        fc.asyncProperty(schedules, lives, answers, async (schedule, days, given) => {
          await empty(record.db);
          const kept = await liveWith(recordKeeper(record.db, schedule), schedule, days, given);
          for (const law of Object.values(LAWS)) law(kept, schedule);
          const modelled = await liveWith(modelKeeper(schedule), schedule, days, given);
          expect(story(kept)).toEqual(story(modelled));
        }),
        { numRuns: 12 },
      );
    });
  });
});

function story(moments: Moment[]): string[] {
  return moments.flatMap(({ day, said }) => said.map(({ id }) => `${day} ${id}`).sort());
}
