import type { Obligation } from '../schedule/schedule.ts';
import { amount, counted } from './amount-words.ts';
import { ceil, exact, floor, isLess, minus, partOf, percentOf, rounded, type Exact } from './exact.ts';
import { figuresProblem, totalOf } from './figures-problem.ts';
import type { Figures } from './model.ts';

type Target = NonNullable<Obligation['target']>;

/** Where a unit stands with a target. */
export interface TargetStanding {
  met: boolean;
  /** `07/13 xã, 54%: còn thiếu 04 xã`, `đạt 11/13 xã, 85%`, `giảm 3,2%: còn thiếu 1,8%`. */
  words: string;
  /** What is still wanting, or too much: `còn thiếu 04 xã`, `vượt 01 người`; null when the target is met. */
  missing: string | null;
  /** Of a share: how many percent, rounded as the words say it. */
  percent?: number;
}

/**
 * Where `unit` stands with its target by the figures that it reported; undefined when there is no target, no figures, or
 * figures that cannot be taken (the target may have changed since they were).
 */
export function standingOf(
  target: Obligation['target'],
  unit: string,
  figures: Figures | null | undefined,
): TargetStanding | undefined {
  if (target === undefined || figures == null) return undefined;
  if (figuresProblem(target, unit, figures) !== undefined) return undefined;
  const { count = 0, total = totalOf(target, unit) ?? 0, value = 0 } = figures;
  return target.counts === undefined
    ? valueStanding(target, value)
    : shareStanding(target, target.counts, count, total);
}

function shareStanding(target: Target, noun: string, count: number, total: number): TargetStanding {
  const share = percentOf(exact(count), exact(total));
  const percent = shown(share, target, 0);
  const part = (percentage: number) => partOf(percentage, total);
  const missing = wanting(share, target, {
    tooLittle: (least) => amount(ceil(part(least)) - count, noun),
    tooMuch: (most) => amount(count - floor(part(most)), noun),
  });
  const reported = `${counted(count)}/${counted(total)} ${noun}, ${amount(percent, '%')}`;
  return { ...standing(reported, percent, missing, target), percent };
}

function valueStanding(target: Target, value: number): TargetStanding {
  const { baselineValue, unit } = target;
  const change = baselineValue === undefined ? exact(value) : changeFrom(baselineValue, value, target);
  const said = shown(change, target, baselineValue === undefined ? 6 : 2);
  const missing = wanting(change, target, {
    tooLittle: (least) => amount(rounded(minus(exact(least), exact(said))), unit),
    tooMuch: (most) => amount(rounded(minus(exact(said), exact(most))), unit),
  });
  return standing(changeWords(said, target), said, missing, target);
}

/** The change from the baseline in the target's direction, in percent of the baseline or in the target's unit. */
function changeFrom(baselineValue: number, value: number, { direction, unit }: Target): Exact {
  const [baseline, current] = [exact(baselineValue), exact(value)];
  const change = direction === 'giảm' ? minus(baseline, current) : minus(current, baseline);
  return unit === '%' ? percentOf(change, baseline) : change;
}

function changeWords(said: number, { direction, unit }: Target): string {
  if (direction === undefined) return amount(said, unit);
  if (said === 0) return `chưa ${direction}`;
  const opposite = direction === 'giảm' ? 'tăng' : 'giảm';
  return said > 0
    ? `${direction} ${amount(said, unit)}`
    : `${opposite} ${amount(-said, unit)} thay vì ${direction}`;
}

/** What is wanting of a value, or too much, in the words that are given for the bound it misses; null when it misses none. */
function wanting(
  value: Exact,
  target: Target,
  words: { tooLittle: (least: number) => string; tooMuch: (most: number) => string },
): string | null {
  const side = sideOf(value, target);
  if (side === 'within') return null;
  return side === 'below'
    ? `còn thiếu ${words.tooLittle(target.atLeast ?? 0)}`
    : `vượt ${words.tooMuch(target.atMost ?? 0)}`;
}

function standing(reported: string, said: number, missing: string | null, target: Target): TargetStanding {
  if (missing !== null) return { met: false, words: `${reported}: ${missing}`, missing };
  if (target.atLeast === undefined || said <= 0)
    return { met: true, words: `${reported}: đạt chỉ tiêu`, missing };
  const level = target.direction === undefined ? '' : 'mức ';
  return { met: true, words: `đạt ${level}${reported}`, missing };
}

/** Rounded to `places`, or to as many more as it takes not to hide on which side of its bounds it lies: 79,6% of 80% is not 80%. */
function shown(value: Exact, target: Target, places: number): number {
  const said = rounded(value, places);
  const isTrue = sideOf(exact(said), target) === sideOf(value, target);
  return isTrue || places >= 6 ? said : shown(value, target, places + 1);
}

function sideOf(value: Exact, { atLeast, atMost }: Target): 'below' | 'above' | 'within' {
  if (atLeast !== undefined && isLess(value, exact(atLeast))) return 'below';
  return atMost !== undefined && isLess(exact(atMost), value) ? 'above' : 'within';
}
