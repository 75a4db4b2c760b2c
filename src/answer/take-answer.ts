import type { Calendar } from '../calendar/calendar.ts';
import { localDate, type IsoDate } from '../calendar/dates.ts';
import { pauseIn } from '../record/deadline-pause.ts';
import { appendEvents } from '../record/events.ts';
import { grantedDays } from '../record/granted-days.ts';
import type { RecordDb, RecordTransaction } from '../record/open-record.ts';
import type { Obligation, Schedule } from '../schedule/schedule.ts';
import { AnswerOutdated, AnswerRefused, decisionShape, type Answer, type Decision } from './answer.ts';
import { decisionEffect } from './decision.ts';
import type { Effect, Standing } from './standing.ts';
import { unitAnswerEffect } from './unit-answer.ts';

export interface AnswerTaken {
  deadline: string;
  /** Who gives it: an office or an officer's account. */
  by: string;
  /** The mailbox whose link was used. */
  mailbox?: string;
  /** How many answers there were when the form was shown; absent: whatever was said meanwhile. */
  seen?: number;
  answer: Answer;
}

/**
 * Takes an answer and writes it down, in one transaction; the next planning acts on it. Done, with a document's number and
 * date, ends the ladder; received thins it; figures that meet the target silence it (invariant 8).
 * @returns what was written down, as one Vietnamese sentence. @throws AnswerRefused, AnswerOutdated
 */
export async function takeAnswer(
  db: RecordDb,
  now: Date,
  schedule: Schedule,
  { deadline, by, mailbox, seen, answer }: AnswerTaken,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const standing = await standingOf(trx, deadline);
    if (seen !== undefined && seen !== standing.answers)
      throw new AnswerOutdated(
        'Sau khi trang được mở, đã có trả lời khác về nhiệm vụ này; đề nghị xem lại trước khi gửi.',
      );
    const { row, event, pause } = effectOf(answer, standing, schedule, localDate(now));
    const number = standing.answers + 1;
    const { progress, ...columns } = row;
    await trx
      .updateTable('deadline')
      .set((to) => ({
        ...columns,
        ...pauseColumns(pause, standing, now, schedule.calendar),
        ...(progress !== undefined && { progress: JSON.stringify(progress) }),
        answers: number,
        ...(changesCalendar(row, standing) && { sequence: to('sequence', '+', 1) }),
      }))
      .where('id', '=', deadline)
      .execute();
    await trx
      .insertInto('answer')
      .values({
        ...{ deadline, number, by, at: now },
        kind: answer.kind,
        mailbox: mailbox ?? null,
        said: JSON.stringify(answer),
      })
      .execute();
    const detail = {
      ...answer,
      ...{ number, to: row.nominal ?? ('to' in answer ? answer.to : undefined) },
      ...(mailbox !== undefined && { mailbox }),
      ...(row.met !== undefined && { met: row.met }),
    };
    await appendEvents(trx, now, by, [{ ...event, deadline, detail }]);
    return event.why;
  });
}

async function standingOf(trx: RecordTransaction, deadline: string): Promise<Standing> {
  const standing = await trx
    .selectFrom('deadline')
    .where('id', '=', deadline)
    .select(['status', 'plan', 'obligation', 'unit', 'nominal', 'aim', 'original_nominal', 'extensions'])
    .select(['received', 'accepted', 'handed_back', 'asked_until', 'met', 'answers', 'taken_off'])
    .select(['paused_at', 'paused_until', 'paused_why', 'resumed_at'])
    .forUpdate()
    .executeTakeFirst();
  if (standing === undefined) throw new AnswerRefused(`Không có thời hạn “${deadline}”.`);
  if (standing.status === 'withdrawn' && !standing.taken_off)
    throw new AnswerRefused('Thời hạn này không còn trong lịch.');
  return { ...standing, pause: pauseIn(standing), granted: await grantedDays(trx, deadline) };
}

/** A pause that is changed while it holds goes on, and so does one that ran out and is renewed before anything could be said after it. */
function pauseColumns(pause: Effect['pause'], standing: Standing, now: Date, calendar: Calendar) {
  if (pause === undefined) return {};
  if (pause === 'ended') return { resumed_at: now };
  const { pause: before } = standing;
  const goesOn =
    before !== undefined &&
    before.ended === null &&
    (before.until === null || localDate(now) <= calendar.nextWorkingDay(before.until));
  return {
    ...(!goesOn && { paused_at: now }),
    ...{ paused_until: pause.until, paused_why: pause.why, resumed_at: null },
  };
}

function effectOf(answer: Answer, standing: Standing, schedule: Schedule, today: IsoDate): Effect {
  const { calendar } = schedule;
  if (isDecision(answer)) return decisionEffect(answer, standing, calendar, today);
  return unitAnswerEffect(answer, standing, obligationOf(schedule, standing), calendar, today);
}

function isDecision(answer: Answer): answer is Decision {
  return decisionShape.options.some(({ shape }) => shape.kind.value === answer.kind);
}

function obligationOf(schedule: Schedule, { plan, obligation }: Standing): Obligation {
  const found = schedule.folders
    .flatMap(({ plans }) => plans)
    .find(({ id }) => id === plan)
    ?.obligations.find(({ id }) => id === obligation);
  if (found === undefined) throw new AnswerRefused('Nhiệm vụ này không còn trong kế hoạch.');
  return found;
}

/** Whether a calendar program that shows the deadline must show it otherwise now: another day, or over, or open again. */
function changesCalendar(row: Effect['row'], { status, nominal }: Standing): boolean {
  return (row.status ?? status) !== status || (row.nominal ?? nominal) !== nominal;
}
