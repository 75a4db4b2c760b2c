import type { LocalTime } from '../calendar/dates.ts';
import type { Anchor, EdgeDay, Every } from './pieces.ts';

/** An anchor and what stands before it: `told` any bound at all, `exclusive` "trước", `final` what makes it the end itself. */
export interface Bounded {
  anchor: Anchor;
  exclusive: boolean;
  final: boolean;
  told: boolean;
}

/** A phrase sorted into what a rule is made of. */
export interface Arrangement {
  bounded: Bounded[];
  recurrences: Every[];
  lastMonth: boolean;
  edgeDay?: EdgeDay;
  time?: LocalTime;
  standing: boolean;
}
