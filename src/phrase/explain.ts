import { longDate, shortDate, twoDigits } from '../calendar/wording.ts';
import type { DueDay, DueRule, OnceRule, PeriodicRule, WeeklyRule, YearlyRule } from './due-rule.ts';
import {
  namedDay,
  partOf,
  periodWords,
  reportWords,
  spanWords,
  timeWords,
  weekdayWords,
  windowWords,
} from './write-phrase.ts';

/** How the system reads `rule`, for the officer who has to confirm it: "hiểu là: một lần; …". */
export function explainRule(rule: DueRule): string {
  return `hiểu là: ${reading(rule)}`;
}

function reading(rule: DueRule): string {
  switch (rule.kind) {
    case 'once':
      return `một lần; ${explainOnce(rule)}`;
    case 'yearly':
      return `hằng năm; ${explainYearly(rule)}`;
    case 'weekly':
      return `hằng tuần; ${explainWeekly(rule)}`;
    case 'after-event':
      return `${spanWords(rule)} kể từ ngày ${rule.trigger}; ngày xảy ra sự kiện không tính, đếm từ ngày liền sau`;
    case 'standing':
      return 'nhiệm vụ thường xuyên, không có thời hạn cụ thể nên không nhắc hạn';
    default:
      return `${reportWords(rule.reports)}, mỗi năm ${twoDigits(timesAYear(rule))} kỳ; ${explainPeriodic(rule)}`;
  }
}

function explainOnce(rule: OnceRule): string {
  if (rule.counted) {
    return `${spanWords(rule.counted)} kể từ ngày ${shortDate(rule.counted.from)}; ngày đó không tính, đếm từ ngày liền sau`;
  }
  if (rule.time !== undefined) return `hạn là trước ${timeWords(rule.time)} ${longDate(rule.nominal)}`;
  const words = periodWords(rule.period);
  if (rule.lastWorkingDay) return `hạn là ngày làm việc cuối cùng của ${words}`;
  return `ngày cuối còn trong hạn là ${longDate(rule.nominal)}${why(rule, words)}`;
}

function why(rule: OnceRule, words: string | undefined): string {
  if (rule.exclusive) return ` (trước ngày ${shortDate(namedDay(rule))}, không tính ngày đó)`;
  if (words === undefined) return ' (tính cả ngày đó)';
  const part = partOf(rule);
  return part === 'trong'
    ? ` (ngày cuối của ${words})`
    : ` (${part} ${words}, theo Điều 146 Bộ luật Dân sự 2015)`;
}

function explainYearly(rule: YearlyRule): string {
  if (rule.day === 'unstated') return `${UNSTATED} (31/12)`;
  const words = rule.window === 'year' ? 'năm' : windowWords(rule);
  if (rule.day === 'last') return `hạn là ngày cuối cùng của ${words}`;
  if (typeof rule.day === 'string') return `hạn là ngày làm việc cuối cùng của ${words}`;
  return named(`ngày ${twoDigits(rule.day)}/${twoDigits(rule.month)}`, rule);
}

function explainPeriodic(rule: PeriodicRule): string {
  const month = rule.kind === 'monthly' ? 'của tháng' : 'của tháng cuối kỳ';
  return typeof rule.day === 'number'
    ? named(`ngày ${twoDigits(rule.day)} ${month}`, rule)
    : LAST_DAYS[rule.day];
}

function explainWeekly(rule: WeeklyRule): string {
  return named(weekdayWords(rule), rule);
}

const UNSTATED = 'kế hoạch không nêu ngày nên lấy ngày cuối kỳ';

const LAST_DAYS: Record<Exclude<DueDay, number>, string> = {
  unstated: UNSTATED,
  last: 'hạn là ngày cuối cùng của kỳ',
  'last-working': 'hạn là ngày làm việc cuối cùng của kỳ',
  'first-working': 'hạn là ngày làm việc đầu tiên của kỳ',
};

function named(day: string, { exclusive, time }: { exclusive: boolean; time?: string }): string {
  if (time !== undefined) return `hạn là trước ${timeWords(time)} ${day}`;
  return exclusive
    ? `hạn là ngày liền trước ${day} (“trước” không tính ngày đó)`
    : `hạn là ${day} (tính cả ngày đó)`;
}

function timesAYear({ kind }: PeriodicRule): number {
  return { monthly: 12, quarterly: 4, 'half-yearly': 2 }[kind];
}
