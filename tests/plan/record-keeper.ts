import { AnswerRefused } from '../../src/answer/answer.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { addDays, localDate } from '../../src/calendar/dates.ts';
import type { PlannedWork } from '../../src/plan/model.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { applyPlan } from '../../src/record/apply-plan.ts';
import { claimLetter } from '../../src/record/claim-letter.ts';
import { pauseIn } from '../../src/record/deadline-pause.ts';
import { grantedDays } from '../../src/record/granted-days.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { LEASE } from '../support/record.ts';
import type { Keeper } from './life.ts';

const WHO = 'test';
const SAID = { messageId: '<thu@dondoc.example>', subject: '', text: '', html: '' };

/** Keeps everything in the real record, each letter claimed and settled as its job does. */
export function recordKeeper(db: RecordDb, schedule: Schedule): Keeper {
  return {
    async plan(now) {
      let work: PlannedWork | undefined;
      await applyPlan(
        db,
        WHO,
        now,
        (state) => (work = planWork(schedule, state, now, addDays(localDate(now), 31))),
      );
      if (work === undefined) throw new Error('Nothing was planned');
      return work;
    },
    async send(now) {
      const said: string[] = [];
      for (const { id } of await waitingLetters(db, now)) {
        const letter = await claimLetter(db, id, WHO, now, localDate(now), LEASE);
        if (letter === undefined) continue;
        await settleLetter(db, id, WHO, now, { status: 'sent', response: '250', said: SAID });
        said.push(...letter.notices.map((notice) => notice.id));
      }
      return said;
    },
    async answer(now, deadline, answer) {
      try {
        await takeAnswer(db, now, schedule, { deadline, by: WHO, answer });
        return true;
      } catch (error) {
        if (error instanceof AnswerRefused) return false;
        throw error;
      }
    },
    async standing(deadline) {
      const row = await db
        .selectFrom('deadline')
        .where('id', '=', deadline)
        .select(['status', 'plan', 'obligation', 'unit', 'nominal', 'aim', 'original_nominal', 'extensions'])
        .select(['received', 'accepted', 'handed_back', 'asked_until', 'met', 'answers', 'taken_off'])
        .select(['paused_at', 'paused_until', 'paused_why', 'resumed_at'])
        .executeTakeFirst();
      return row && { ...row, pause: pauseIn(row), granted: await grantedDays(db, deadline) };
    },
  };
}
