import { lastDayOfMonth } from '../calendar/dates.ts';
import type { Arrangement, Bounded } from './arrangement.ts';
import type { PeriodicRule } from './due-rule.ts';
import { isInYear } from './pieces.ts';
import { stretchOf, type DayOfYear } from './stretch.ts';

const A_YEAR = 2001;

/** "trước ngày 15/6 và 15/12 hằng năm": a day of June and the same of December are the half-year's and the year's report. */
export function halfYearlyPair({ bounded, ...rest }: Arrangement): PeriodicRule | undefined {
  const [one, two] = bounded;
  if (!one || !two || bounded.length > 2) return undefined;
  if (rest.recurrences.join() !== 'year' || rest.lastMonth || rest.edgeDay) return undefined;
  const { exclusive } = one;
  if (two.told && two.exclusive !== exclusive) return undefined;
  const [first, second] = [dayOf(one, exclusive), dayOf(two, exclusive)].sort(byMonth);
  if (first?.month !== 6 || second?.month !== 12 || first.day !== second.day) return undefined;
  const { time } = rest;
  return {
    kind: 'half-yearly',
    reports: ['half', 'year'],
    day: first.day,
    exclusive,
    ...(time !== undefined && { time }),
  };
}

function dayOf({ anchor }: Bounded, exclusive: boolean): DayOfYear | undefined {
  if (!isInYear(anchor) || anchor.year !== undefined) return undefined;
  const { first, last } = stretchOf(anchor);
  if (exclusive) return 'part' in anchor && anchor.part !== undefined ? undefined : first;
  const end = Number(lastDayOfMonth(A_YEAR, last.month).slice(8));
  return last.day === end ? { ...last, day: 'last' } : last;
}

function byMonth(one: DayOfYear | undefined, other: DayOfYear | undefined): number {
  return (one?.month ?? 0) - (other?.month ?? 0);
}
