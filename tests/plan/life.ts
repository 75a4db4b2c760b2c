import type { Answer } from '../../src/answer/answer.ts';
import type { Standing } from '../../src/answer/standing.ts';
import { addDays, instantAt, localDate, type IsoDate } from '../../src/calendar/dates.ts';
import type { Notice, PlannedWork } from '../../src/plan/model.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { LivedDay } from './live.ts';

/** What keeps what was said and answered: the real record, or a model of it. */
export interface Keeper {
  /** Plans a month ahead of `now`, and keeps the outcome. */
  plan(now: Date): Promise<PlannedWork>;
  /** Sends every letter that leaves on the day of `now`; answers the ids of the notices said. */
  send(now: Date): Promise<string[]>;
  /** Takes an answer; false when it is refused. */
  answer(now: Date, deadline: string, answer: Answer): Promise<boolean>;
  /** How the deadline stands; undefined while it is unknown. */
  standing(deadline: string): Promise<Standing | undefined>;
}

/** Somebody answers for the deadline with this index, on a day that is lived. */
export interface GivenAnswer {
  day: IsoDate;
  time: string;
  deadline: number;
  kind: Answer['kind'];
  /** How many days more are asked for or granted. */
  days: number;
}

/** One moment of a life: a planning and what was said at once upon it. */
export interface Moment {
  now: Date;
  day: IsoDate;
  work: PlannedWork;
  said: Notice[];
  /** Answers taken since the moment before. */
  taken: { deadline: string; answer: Answer; at: Date }[];
  /** Of every deadline that was ever planned. */
  standings: ReadonlyMap<string, Standing>;
}

/**
 * Lives the days: each has a planning at its time and, when somebody answers, another upon each answer; whatever is due leaves at
 * once. On the days between, nothing runs.
 */
export async function liveWith(
  keeper: Keeper,
  schedule: Schedule,
  days: LivedDay[],
  answers: GivenAnswer[],
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const known = new Set<string>();
  for (const { day, time } of days) {
    moments.push(await moment(keeper, schedule, known, instantAt(day, time), []));
    for (const given of answers.filter((one) => one.day === day)) {
      const before = moments.at(-1);
      const at = new Date(Math.max(instantAt(day, given.time).getTime(), before?.now.getTime() ?? 0));
      const ids = [...known].sort();
      const deadline = ids[given.deadline % Math.max(1, ids.length)];
      const standing = deadline === undefined ? undefined : before?.standings.get(deadline);
      if (deadline === undefined || standing === undefined) continue;
      const answer = answerOf(given, standing, day);
      const taken = (await keeper.answer(at, deadline, answer)) ? [{ deadline, answer, at }] : [];
      moments.push(await moment(keeper, schedule, known, at, taken));
    }
  }
  return moments;
}

async function moment(
  keeper: Keeper,
  { folders }: Schedule,
  known: Set<string>,
  now: Date,
  taken: Moment['taken'],
): Promise<Moment> {
  const day = localDate(now);
  const work = await keeper.plan(now);
  for (const { id } of work.deadlines) known.add(id);
  // Nothing here keeps a letter from leaving on a day off or too late: the planner must not ask for it.
  const opening = instantAt(day, folders[0]?.sending.at ?? '');
  const ids = await keeper.send(opening > now ? opening : now);
  const planned = new Map(
    work.letters.flatMap(({ notices }) => notices).map((notice) => [notice.id, notice]),
  );
  const said = ids.map((id) => {
    const notice = planned.get(id);
    if (notice === undefined) throw new Error(`${id} was said and not planned`);
    return notice;
  });
  const standings = new Map<string, Standing>();
  for (const id of known) {
    const standing = await keeper.standing(id);
    if (standing !== undefined) standings.set(id, standing);
  }
  return { now, day, work, said, taken, standings };
}

function answerOf({ kind, days }: GivenAnswer, { nominal }: Standing, today: IsoDate): Answer {
  const to = addDays(nominal > today ? nominal : today, days);
  const why = 'lý do';
  switch (kind) {
    case 'received':
    case 'accepted':
      return { kind };
    case 'progress':
      return { kind, note: why };
    case 'done':
      return { kind, document: '12/BC-STP', on: today };
    case 'asked':
    case 'extended':
      return { kind, to, why };
    case 'not-ours':
    case 'returned':
    case 'refused':
    case 'kept':
    case 'resumed':
    case 'withdrawn':
    case 'reinstated':
    case 'unextended':
    case 'unaccepted':
      return { kind, why };
    case 'paused':
      // Every third pause has no day: somebody must end it.
      return days % 3 === 0 ? { kind, why } : { kind, why, until: addDays(today, days % 20) };
  }
}
