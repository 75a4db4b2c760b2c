import type { EventUnit, ReportPeriod } from './due-rule.ts';

/** 0 start, 1 middle, 2 end. */
export type Part = number;

/** A day or a period the phrase points at; without `year` it needs one, or a recurrence. */
export type Anchor =
  | { kind: 'day'; day: number; month: number; year?: number }
  | { kind: 'month'; month: number; year?: number; part?: Part }
  | { kind: 'quarter'; quarter: number; year?: number }
  | { kind: 'half'; half: number; year?: number }
  | { kind: 'year'; year?: number; part?: Part }
  | { kind: 'day-of-month'; day: number | 'last' }
  | { kind: 'weekday'; weekday: number };

/** An anchor that lies in a year. */
export type YearAnchor = Exclude<Anchor, { kind: 'day-of-month' | 'weekday' }>;

export type Every = ReportPeriod | 'week';

/** One thing a phrase says. */
export type Piece =
  | Anchor
  /** "trước": what follows is already late. */
  | { kind: 'before' }
  /** "chậm nhất", "đến hết": what follows is still on time; `within`: "trong", which only says where to look. */
  | { kind: 'by'; within: boolean }
  | { kind: 'from' }
  | { kind: 'recurrence'; every: Every }
  /** A period's bare name: a recurrence only beside another one, as in "hằng quý, 6 tháng, năm". */
  | { kind: 'unit'; every: Every }
  /** "của tháng cuối quý", "của tháng cuối kỳ". */
  | { kind: 'last-month'; of: 'quarter' | 'period' }
  /** "ngày (làm việc) cuối cùng của" what is told beside it. */
  | { kind: 'last-day'; working: boolean }
  | { kind: 'time'; hour: number; minute: number }
  /** A length with no beginning told. */
  | { kind: 'span'; count: number; unit: EventUnit }
  | { kind: 'event'; count: number; unit: EventUnit; trigger: string }
  | { kind: 'standing' }
  /** "định kỳ": makes a bare period a recurrence. */
  | { kind: 'periodic' }
  /** A percentage that the duty aims at. */
  | { kind: 'goal' }
  /** What the duty is about; it cannot bear time. `report`: a period right after it is part of its name. */
  | { kind: 'topic'; report: boolean }
  | { kind: 'filler' }
  /** Words that are known and too loose to give a day; `fault` says why. */
  | { kind: 'unclear'; fault: string }
  | { kind: 'unknown'; words: string };

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
