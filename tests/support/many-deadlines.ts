import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { inParts } from '../../src/record/events.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { CALENDAR, duty, scheduleOf } from './schedules.ts';

const DUTIES = 50;
const UNITS = 100;
const FIRST: IsoDate = '2019-01-02';

/** A plan of 50 duties that 100 units lead: 5,000 deadlines. */
export function largeSchedule(): Schedule {
  const units = Array.from({ length: UNITS }, (_, at) => `co-quan-${at}`);
  return scheduleOf({
    duties: Array.from({ length: DUTIES }, (_, at) =>
      duty(`N${at}`, 'trước ngày 15/10/2019', units, { clause: `mục ${at} (II.${at})` }),
    ),
  });
}

/**
 * Writes the deadlines of `largeSchedule` into an empty record, spread over 2019, two of five done and some answered, and
 * `letters` sent letters with a notice and an event each, spread evenly over the deadlines.
 */
export async function fillRecord(db: RecordDb, schedule: Schedule, letters: number): Promise<void> {
  const deadlines = deadlinesOf(schedule);
  for (const part of inParts(deadlines)) await db.insertInto('deadline').values(part).execute();
  await answerSome(db, deadlines);
  const places = Array.from({ length: letters }, (_, at) => at);
  for (const part of inParts(places)) await sendLetters(db, part, deadlines);
}

function deadlinesOf({ folders }: Schedule) {
  return folders.flatMap((folder) =>
    folder.plans.flatMap((plan) =>
      plan.obligations.flatMap((obligation, row) =>
        obligation.leads.map((unit, column) => {
          const nominal = addDays(FIRST, (row * 7 + column * 3) % 360);
          const isDone = (row + column) % 5 < 2;
          return {
            id: [plan.id, obligation.id, unit, nominal].join('/'),
            ...{ folder: folder.id, plan: plan.id, obligation: obligation.id, unit },
            ...{ period: nominal, about: null, nominal },
            aim: CALENDAR.lastWorkingDayOnOrBefore(nominal),
            status: isDone ? ('done' as const) : ('open' as const),
            accepted: isDone && column % 4 > 0,
            done_document: isDone ? `${column}/BC` : null,
            done_on: isDone ? addDays(nominal, (column % 3) - 1) : null,
            asked_until: !isDone && column % 20 === 0 ? addDays(nominal, 14) : null,
          };
        }),
      ),
    ),
  );
}

async function answerSome(db: RecordDb, deadlines: { id: string; nominal: IsoDate }[]): Promise<void> {
  const some = deadlines.filter((_, at) => at % 2 === 0);
  for (const part of inParts(some)) {
    const said = { kind: 'received', number: 1 };
    const rows = part.map(({ id, nominal }) => ({ deadline: id, at: instantAt(nominal, '08:00') }));
    await db
      .insertInto('answer')
      .values(
        rows.map((row) => ({
          ...{ ...row, number: 1, kind: 'received', by: 'Cơ quan', mailbox: null },
          said: JSON.stringify(said),
        })),
      )
      .execute();
    await db
      .insertInto('event')
      .values(
        rows.map((row) => ({
          ...{ ...row, what: 'deadline-received', who: 'Cơ quan', why: 'Cơ quan báo đã nhận nhiệm vụ.' },
          ...{ notice: null, letter: null, detail: JSON.stringify(said) },
        })),
      )
      .execute();
  }
}

async function sendLetters(
  db: RecordDb,
  places: number[],
  deadlines: { id: string; unit: string; nominal: IsoDate }[],
): Promise<void> {
  const sent = places.flatMap((place) => {
    const deadline = deadlines[place % deadlines.length];
    const day = addDays(deadline?.nominal ?? FIRST, -Math.floor(place / deadlines.length));
    return deadline === undefined ? [] : [{ id: `thu-${place}`, place, deadline, day }];
  });
  await db
    .insertInto('letter')
    .values(
      sent.map(({ id, deadline, day }) => ({
        ...{ id, folder: 'tinh-thu', mailbox: `vanthu@${deadline.unit}.example`, kind: 'upcoming', day },
        ...{ slot: instantAt(day, '07:30'), next_attempt: instantAt(day, '07:30'), attempts: 1 },
        ...{ status: 'sent', sent_at: instantAt(day, '07:31'), subject: `Thư ${id}`, text: 'Kính gửi …' },
      })),
    )
    .execute();
  await db
    .insertInto('notice')
    .values(
      sent.map(({ id, place, deadline, day }) => ({
        ...{ id: `${deadline.id}#${place}`, deadline: deadline.id, rung: `T${place}`, climb_order: place },
        ...{ addressee: 'office', unit: deadline.unit, mailbox: `vanthu@${deadline.unit}.example` },
        ...{ kind: 'upcoming', planned: day, day, reason: 'Nhắc trước hạn.', status: 'said', letter: id },
      })),
    )
    .execute();
  await db
    .insertInto('event')
    .values(
      sent.map(({ id, day }) => ({
        ...{ at: instantAt(day, '07:31'), what: 'letter-sent', who: 'test', why: 'Đã gửi.', letter: id },
        ...{ deadline: null, notice: null, detail: JSON.stringify({ subject: `Thư ${id}` }) },
      })),
    )
    .execute();
}
