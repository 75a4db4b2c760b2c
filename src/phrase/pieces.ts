import type { EventUnit, ReportPeriod } from './due-rule.ts';

/** 0 start, 1 middle, 2 end. */
export type Part = number;

export interface DayAnchor {
  kind: 'day';
  day: number;
  month: number;
  year?: number;
}

/** A day or a period the phrase points at; without `year` it needs one, or a recurrence. */
export type Anchor =
  | DayAnchor
  | { kind: 'month'; month: number; year?: number; part?: Part }
  | { kind: 'quarter'; quarter: number; year?: number }
  | { kind: 'half'; half: number; year?: number }
  | { kind: 'year'; year?: number; part?: Part }
  | { kind: 'day-of-month'; day: number | 'last' }
  | { kind: 'weekday'; weekday: number };

/** An anchor that lies in a year. */
export type YearAnchor = Exclude<Anchor, { kind: 'day-of-month' | 'weekday' }>;

export type Every = ReportPeriod | 'week';

/** A length of time after an event; `since`: the event is a day that the phrase tells. */
export interface EventPiece {
  kind: 'event';
  count: number;
  unit: EventUnit;
  trigger: string;
  since?: DayAnchor;
}

/** One thing a phrase says. */
export type Piece =
  | Anchor
  | EventPiece
  /** "trước": what follows is already late. */
  | { kind: 'before' }
  /** "chậm nhất", "đến hết": what follows is still on time; `within`: "trong", which only says where to look. */
  | { kind: 'by'; within: boolean }
  | { kind: 'from' }
  /** "sớm nhất", "ít nhất": what follows is a lower bound, unless it is a percentage. */
  | { kind: 'at-least' }
  | { kind: 'recurrence'; every: Every }
  /** A period's bare name: a recurrence only beside another one, as in "hằng quý, 6 tháng, năm". */
  | { kind: 'unit'; every: Every }
  /** "9 tháng": among quarterly reports, the name of the third. */
  | { kind: 'nine-months' }
  /** "của tháng cuối quý", "của tháng cuối kỳ". */
  | { kind: 'last-month'; of: 'quarter' | 'period' }
  /** "ngày (làm việc) cuối cùng của" what is told beside it. */
  | { kind: 'edge-day'; which: EdgeDay }
  | { kind: 'time'; hour: number; minute: number }
  /** "buổi chiều" of the day that follows. */
  | { kind: 'half-day' }
  /** A length with no beginning told. */
  | { kind: 'span'; count: number; unit: EventUnit }
  | { kind: 'standing' }
  /** "định kỳ": makes a bare period a recurrence. */
  | { kind: 'periodic' }
  /** A percentage that the duty aims at. */
  | { kind: 'goal' }
  /** The year that a goal is compared with. */
  | { kind: 'baseline'; year: number }
  /** What the duty is about. `names`: a period, or any time, right after it may be part of its name. */
  | { kind: 'topic'; names?: 'period' | 'time'; opens?: true }
  /** `opens`: a verb whose objects may be words outside the vocabulary. */
  | { kind: 'filler'; opens?: true }
  /** "để …", "ngay sau khi …": the words to the end say what for, or after what. */
  | { kind: 'clause'; standing: boolean }
  /** Words that are known and too loose to give a day; `fault` says why, `instead` may be written. */
  | { kind: 'unclear'; fault: string; instead?: string }
  | { kind: 'unknown'; words: string };

export type EdgeDay = 'last' | 'last-working' | 'first-working';

const ANCHORS = new Set<Piece['kind']>([
  'day',
  'month',
  'quarter',
  'half',
  'year',
  'day-of-month',
  'weekday',
]);

export function isAnchor(piece: Piece | undefined): piece is Anchor {
  return piece !== undefined && ANCHORS.has(piece.kind);
}

export function isInYear(anchor: Anchor): anchor is YearAnchor {
  return anchor.kind !== 'day-of-month' && anchor.kind !== 'weekday';
}
