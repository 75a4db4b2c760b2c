import { addDays, daysFrom, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { settleLetter, type Ending } from '../../src/record/settle-letter.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import type { Coverage } from '../../src/report/coverage.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { proveDay } from '../../src/report/prove-day.ts';
import { applyAt, claimAt } from '../support/record.ts';

export const SENT: Ending = {
  status: 'sent',
  response: '250 OK',
  said: { messageId: '<thu@dondoc.example>', subject: 'Nhắc', text: 'Nhắc', html: '<p>Nhắc</p>' },
};

export interface Living {
  /** How the mail server takes a letter; absent: it takes all. */
  ending?: (letter: string) => Ending;
  /** Days on which nothing runs. */
  away?: IsoDate[];
  /** What is answered on which day, at 06:00 unless `answeredAt` says otherwise. */
  answers?: { on: IsoDate; deadline: string; answer: Answer }[];
  answeredAt?: string;
  fingerprint?: string;
}

/** Lives the days through the real planner, claims and endings: plans at midnight, and after answers; sends at 07:30, and again after answers. */
export async function live(
  db: RecordDb,
  schedule: Schedule,
  from: IsoDate,
  to: IsoDate,
  { ending = () => SENT, away = [], answers = [], answeredAt = '06:00', fingerprint = 'one' }: Living = {},
): Promise<void> {
  const answered = (day: IsoDate) => answers.filter(({ on }) => on === day);
  for (const day of daysFrom(from, to)) {
    if (away.includes(day)) continue;
    await applyAt(db, schedule, day, { fingerprint });
    const early = answeredAt < '07:30';
    if (early) await answerOn(day);
    await sendOn(day, '07:30');
    if (early) continue;
    await answerOn(day);
    await sendOn(day, answeredAt);
  }

  async function sendOn(day: IsoDate, time: string): Promise<void> {
    for (const { id, at } of await waitingLetters(db, instantAt(addDays(day, 1), '00:00'))) {
      if (at > instantAt(day, '16:59') || time > '16:59' || !schedule.calendar.isWorkingDay(day)) continue;
      if ((await claimAt(db, id, day, time)) === undefined) continue;
      await settleLetter(db, id, 'test', new Date(instantAt(day, time).getTime() + 60_000), ending(id));
    }
  }

  async function answerOn(day: IsoDate): Promise<void> {
    const at = instantAt(day, answeredAt);
    for (const { deadline, answer } of answered(day))
      await takeAnswer(db, at, schedule, { deadline, by: 'test', answer });
    if (answered(day).length > 0) await applyAt(db, schedule, day, { fingerprint, time: answeredAt });
  }
}

/** The proof of `day` as it is given at `time` on `today`. */
export async function prove(
  db: RecordDb,
  schedule: Schedule,
  day: IsoDate,
  { today = day, time = '18:00', fingerprint = 'one' } = {},
): Promise<Coverage> {
  return proveDay(day, { db, instructions: { schedule, fingerprint }, now: instantAt(today, time) });
}
