import { expect } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Standing } from '../../src/answer/standing.ts';
import { localDate, localTime } from '../../src/calendar/dates.ts';
import { LADDER_KINDS, type Notice } from '../../src/plan/model.ts';
import { isPausedOn } from '../../src/plan/pause.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Moment } from './life.ts';

const isLadder = ({ kind }: Notice) => LADDER_KINDS.some((one) => one === kind);

/** What every life must show, whoever kept it. Each throws when a moment breaks it. */
export const LAWS: Record<string, (moments: Moment[], schedule: Schedule) => void> = {
  'nothing is said twice, nor said after it was skipped for good'(moments) {
    const ended = moments.flatMap(({ work, said }) => [
      ...work.skipped.filter(({ final }) => final).map(({ id }) => id),
      ...said.map(({ id }) => id),
    ]);
    expect(repeated(ended)).toEqual([]);
  },

  'nothing is said on a day off, outside the sending hours, or before its day'(moments, { calendar }) {
    for (const { now, day, said } of moments) {
      if (said.length === 0) continue;
      expect(calendar.isWorkingDay(day)).toBe(true);
      expect(localTime(now) < '17:00').toBe(true);
      expect(said.filter((notice) => notice.planned > day || notice.day !== day)).toEqual([]);
    }
  },

  'once a duty is done, nothing is said of it until it is returned'(moments) {
    for (const { said, standings } of moments)
      expect(said.filter(({ deadline }) => standings.get(deadline)?.status === 'done')).toEqual([]);
  },

  'while a duty is paused no rung of it is said, and of one that was withdrawn only that'(moments) {
    for (const { day, said, standings } of moments)
      for (const notice of said) {
        const standing = standings.get(notice.deadline);
        if (isLadder(notice)) expect(standing?.status).toBe('open');
        if (isLadder(notice)) expect(isPausedOn(standing?.pause, day)).toBe(false);
        if (standing?.status === 'withdrawn') expect(notice.kind).toBe('decision');
      }
  },

  'a deadline that a decision withdrew stays so until it is reinstated'(moments) {
    const off = new Set<string>();
    for (const { taken, standings } of moments) {
      for (const { deadline, answer } of taken)
        if (answer.kind === 'withdrawn') off.add(deadline);
        else if (answer.kind === 'reinstated') off.delete(deadline);
      const withdrawn = [...standings].filter(([, { status }]) => status === 'withdrawn').map(([id]) => id);
      expect(withdrawn.sort()).toEqual([...off].sort());
    }
  },

  'a unit that handed the duty back hears no rung of it, until it is kept'(moments) {
    for (const { said, standings } of moments)
      expect(
        said.filter(
          (notice) =>
            isLadder(notice) &&
            (notice.addressee === 'office' || notice.addressee === 'head') &&
            standings.get(notice.deadline)?.handed_back,
        ),
      ).toEqual([]);
  },

  'every step of the ladder whose day has come is said, or skipped with a reason'(moments, schedule) {
    const accounted = new Set<string>();
    for (const moment of moments) {
      account(moment, accounted);
      if (!schedule.calendar.isWorkingDay(moment.day) || localTime(moment.now) >= '17:00') continue;
      const missing = openSteps(moment, schedule).filter(
        ({ id, planned }) => planned <= moment.day && !accounted.has(id) && !skippedNow(moment).has(id),
      );
      expect(missing).toEqual([]);
    }
  },

  'each addressee hears of a deadline in the order of the ladder, at most once a day'(moments) {
    const heard = new Map<string, Notice>();
    for (const notice of moments.flatMap(({ said }) => said).filter(isLadder)) {
      const key = `${notice.deadline}@${notice.addressee}`;
      const before = heard.get(key);
      if (before !== undefined && sameTerm(before, notice)) expect(notice.day > before.day).toBe(true);
      if (before !== undefined) expect(notice.order).toBeGreaterThan(before.order);
      heard.set(key, notice);
    }
  },

  'no superior is told before every earlier rung was said or skipped'(moments, schedule) {
    const accounted = new Set<string>();
    for (const moment of moments) {
      account(moment, accounted);
      for (const notice of moment.said.filter(isLadder)) {
        if (notice.addressee !== 'followUp' && notice.addressee !== 'authority') continue;
        const earlier = openSteps(moment, schedule).filter(
          ({ deadline, order }) => deadline === notice.deadline && order < notice.order,
        );
        expect(earlier.filter(({ id }) => !accounted.has(id) && !skippedNow(moment).has(id))).toEqual([]);
      }
    }
  },

  'a requested body hears nothing after its date, and nobody above it'(moments) {
    for (const { said, standings } of moments)
      for (const notice of said.filter(isLadder)) {
        const standing = standings.get(notice.deadline);
        if (standing?.unit !== 'co-quan-duoc-de-nghi') continue;
        expect(notice.addressee === 'office' || notice.addressee === 'head').toBe(true);
        expect(notice.day <= standing.nominal).toBe(true);
      }
  },

  'a request is told while it waits, a decision while it is the last'(moments) {
    for (const { said, standings } of moments)
      for (const { kind, deadline } of said) {
        const standing = standings.get(deadline);
        if (kind === 'request') expect(standing?.asked_until !== null || standing.handed_back).toBe(true);
        if (kind === 'decision') expect(standing?.status === 'open' || standing?.taken_off).toBe(true);
      }
  },

  'every request that waits and every last decision is told in the first slot after it'(
    moments,
    { calendar },
  ) {
    const taken = new Map<string, Moment['taken']>();
    const told = new Set<string>();
    for (const moment of moments) {
      for (const one of moment.taken) taken.set(one.deadline, [...(taken.get(one.deadline) ?? []), one]);
      for (const { deadline, rung } of moment.said) told.add(`${deadline} ${rung}`);
      const { now, day } = moment;
      if (!calendar.isWorkingDay(day) || localTime(now) >= '17:00') continue;
      const due = [...moment.standings].flatMap(([deadline, standing]) =>
        spokenOf(taken.get(deadline) ?? [], standing)
          .filter(({ at }) => localDate(at) < day || localTime(at) < '07:30')
          .map(({ rung }) => `${deadline} ${rung}`),
      );
      expect(due.filter((one) => !told.has(one))).toEqual([]);
    }
  },

  'a mailbox gets at most one letter of each kind at a time'(moments) {
    for (const { day, work } of moments)
      expect(
        repeated(
          work.letters.filter((one) => one.day === day).map(({ mailbox, kind }) => `${mailbox} ${kind}`),
        ),
      ).toEqual([]);
  },
};

/** The rungs that answers bring forth: requests that wait, and the last decision. */
function spokenOf(taken: Moment['taken'], standing: Standing): { rung: string; at: Date }[] {
  if (standing.status === 'done') return [];
  const last = (kinds: Answer['kind'][], name: string) => {
    const index = taken.findLastIndex(({ answer }) => kinds.includes(answer.kind));
    const at = taken[index]?.at;
    return at === undefined ? [] : [{ rung: `${name}.${index + 1}`, at }];
  };
  return [
    ...(standing.asked_until === null ? [] : last(['asked'], 'ask')),
    ...(standing.handed_back ? last(['not-ours'], 'ask') : []),
    ...last(
      [
        ...(['returned', 'extended', 'refused', 'kept'] as const),
        ...(['paused', 'resumed', 'withdrawn', 'reinstated', 'unextended'] as const),
      ],
      'told',
    ),
  ];
}

function account({ work, said }: Moment, accounted: Set<string>): void {
  for (const { id } of said) accounted.add(id);
  for (const { id, final, reason } of work.skipped) if (final && reason !== '') accounted.add(id);
}

/** What this planning says will not be said, though that may still change. */
function skippedNow({ work }: Moment): Set<string> {
  return new Set(work.skipped.filter(({ reason }) => reason !== '').map(({ id }) => id));
}

interface ExpectedStep {
  id: string;
  deadline: string;
  order: number;
  planned: string;
}

/** The steps of all open deadlines that are not paused, worked out apart from the planner; a rung that reaches nobody may be climbed before its day. */
function openSteps({ standings, day }: Moment, { calendar, folders }: Schedule): ExpectedStep[] {
  const obligations = folders[0]?.plans[0]?.obligations ?? [];
  return [...standings].flatMap(([deadline, { status, obligation, unit, aim, extensions, pause }]) => {
    // What falls into a pause is accounted for when it is over.
    if (status !== 'open' || isPausedOn(pause, day)) return [];
    const rungs = obligations.find(({ id }) => id === obligation)?.ladder.rungs ?? [];
    const term = extensions === 0 ? '' : `G${extensions}.`;
    return rungs
      .filter(({ offset }) => unit !== 'co-quan-duoc-de-nghi' || offset <= 0)
      .flatMap(({ id, offset, to }) =>
        to.map((addressee) => ({
          id: `${deadline}#${term}${id}@${addressee}`,
          deadline,
          order: offset + 1000 * extensions,
          planned:
            offset > 0 ? calendar.addWorkingDays(aim, offset) : calendar.subtractWorkingDays(aim, -offset),
        })),
      );
  });
}

/** An extension begins another term: its first rung may follow on the day of the last of the old one. */
function sameTerm(a: Notice, b: Notice): boolean {
  return Math.round(a.order / 1000) === Math.round(b.order / 1000);
}

function repeated(ids: string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}
