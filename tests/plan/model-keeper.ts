import { AnswerRefused, decisionShape, type Answer, type Decision } from '../../src/answer/answer.ts';
import { decisionEffect } from '../../src/answer/decision.ts';
import type { Effect, Standing } from '../../src/answer/standing.ts';
import { unitAnswerEffect } from '../../src/answer/unit-answer.ts';
import { addDays, localDate, type IsoDate } from '../../src/calendar/dates.ts';
import type { PlannedWork, Spoken } from '../../src/plan/model.ts';
import { isPausedOn } from '../../src/plan/pause.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { EMPTY_STATE, type RecordState } from '../../src/plan/record-state.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Keeper } from './life.ts';

interface Known {
  standing: Standing;
  answers: { kind: Answer['kind']; at: Date }[];
}

/** Keeps what the record would, in memory: the planner and the answers are real, the rest is the shortest that can be true. */
export function modelKeeper(schedule: Schedule): Keeper {
  const settled = new Set<string>();
  const known = new Map<string, Known>();
  let lastPlanned: IsoDate | undefined;
  let last: PlannedWork | undefined;

  return {
    async plan(now) {
      last = planWork(schedule, stateOf(settled, known, lastPlanned), now, addDays(localDate(now), 31));
      lastPlanned = localDate(now);
      for (const { id, plan, obligation, unit, nominal, aim } of last.deadlines)
        if (!known.has(id))
          known.set(id, { standing: { ...FRESH, plan, obligation, unit, nominal, aim }, answers: [] });
      for (const { id, final } of last.skipped) if (final) settled.add(id);
      return last;
    },
    async send(now) {
      const today = localDate(now);
      const leaving = last?.letters.filter(({ day }) => day === today) ?? [];
      const said = leaving
        .flatMap(({ notices }) => notices.map(({ id }) => id))
        .filter((id) => !settled.has(id));
      for (const id of said) settled.add(id);
      return said;
    },
    async answer(now, deadline, answer) {
      const one = known.get(deadline);
      if (one === undefined) return false;
      try {
        const { row, pause } = effectOf(schedule, one.standing, answer, localDate(now));
        one.standing = {
          ...one.standing,
          ...row,
          ...pausedBy(pause, one.standing, now),
          ...grantedBy(answer, row, one.standing),
        };
      } catch (error) {
        if (error instanceof AnswerRefused) return false;
        throw error;
      }
      one.answers.push({ kind: answer.kind, at: now });
      return true;
    },
    async standing(deadline) {
      const standing = known.get(deadline)?.standing;
      return standing && { ...standing };
    },
  };
}

const FRESH: Omit<Standing, 'plan' | 'obligation' | 'unit' | 'nominal' | 'aim'> = {
  status: 'open',
  original_nominal: null,
  extensions: 0,
  received: false,
  accepted: false,
  handed_back: false,
  asked_until: null,
  met: false,
  taken_off: false,
  pause: undefined,
  granted: [],
  answers: 0,
};

function stateOf(
  settled: Set<string>,
  known: Map<string, Known>,
  lastPlanned: IsoDate | undefined,
): RecordState {
  const all = [...known].map(([id, { standing }]) => ({ id, ...standing }));
  const named = (which: (one: Standing) => boolean) =>
    new Set([...known].filter(([, { standing }]) => which(standing)).map(([id]) => id));
  return {
    ...EMPTY_STATE,
    settled: new Set(settled),
    closed: named(({ status }) => status !== 'open'),
    paused: new Map(all.flatMap(({ id, pause }) => (pause === undefined ? [] : [[id, pause]]))),
    received: named(({ received }) => received),
    handedBack: named(({ handed_back }) => handed_back),
    armed: new Map([...known].flatMap(([id, { answers }]) => armedAt(id, answers))),
    spoken: [...known].flatMap(([id, one]) => spokenOf(id, one)),
    extended: new Map(
      all
        .filter(({ extensions }) => extensions > 0)
        .map(({ id, nominal, original_nominal, extensions }) => [
          id,
          {
            ...(original_nominal !== null && { nominal }),
            original: original_nominal ?? nominal,
            count: extensions,
          },
        ]),
    ),
    ...(lastPlanned !== undefined && { lastPlanned }),
  };
}

const ARMING: Answer['kind'][] = ['returned', 'extended', 'kept', 'reinstated', 'unextended'];
const TOLD: Answer['kind'][] = [
  ...(['returned', 'extended', 'refused', 'kept'] as const),
  ...(['paused', 'resumed', 'withdrawn', 'reinstated', 'unextended'] as const),
];

/** A pause that is changed while it holds goes on from where it began. */
function pausedBy(effect: Effect['pause'], { pause }: Standing, now: Date): Partial<Standing> {
  if (effect === undefined) return {};
  if (effect === 'ended') return pause === undefined ? {} : { pause: { ...pause, ended: now } };
  const since = isPausedOn(pause, localDate(now)) ? pause.since : now;
  return { pause: { ...effect, since, ended: null } };
}

function grantedBy({ kind }: Answer, { nominal }: Effect['row'], { granted }: Standing): Partial<Standing> {
  if (kind === 'extended' && nominal !== undefined) return { granted: [...granted, nominal] };
  return kind === 'unextended' ? { granted: granted.slice(0, -1) } : {};
}

/** When a decision last armed the ladder. */
function armedAt(id: string, answers: Known['answers']): [string, Date][] {
  const last = answers.findLast(({ kind }) => ARMING.includes(kind));
  return last === undefined ? [] : [[id, last.at]];
}

/** The last request of each kind while it waits, and the last decision. */
function spokenOf(deadline: string, { standing, answers }: Known): Spoken[] {
  if (standing.status === 'done') return [];
  const waiting: Answer['kind'][] = [
    ...(standing.asked_until === null ? [] : ['asked' as const]),
    ...(standing.handed_back ? ['not-ours' as const] : []),
  ];
  const lastOf = (kinds: Answer['kind'][], kind: Spoken['kind']): Spoken[] => {
    const index = answers.findLastIndex((answer) => kinds.includes(answer.kind));
    const answer = answers[index];
    return answer === undefined
      ? []
      : [{ deadline, nominal: standing.nominal, number: index + 1, kind, at: answer.at }];
  };
  return [...waiting.flatMap((kind) => lastOf([kind], 'request')), ...lastOf(TOLD, 'decision')];
}

function effectOf(
  { calendar, folders }: Schedule,
  standing: Standing,
  answer: Answer,
  today: IsoDate,
): Effect {
  if (isDecision(answer)) return decisionEffect(answer, standing, calendar, today);
  const obligation = folders[0]?.plans[0]?.obligations.find(({ id }) => id === standing.obligation);
  if (obligation === undefined) throw new Error(`No obligation ${standing.obligation}`);
  return unitAnswerEffect(answer, standing, obligation, calendar, today);
}

function isDecision(answer: Answer): answer is Decision {
  return decisionShape.options.some(({ shape }) => shape.kind.value === answer.kind);
}
