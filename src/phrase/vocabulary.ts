import { BODY_WORDS } from './body-words.ts';
import { BOUND_WORDS } from './bound-words.ts';
import { DAY_WORDS } from './day-words.ts';
import type { Entry } from './entry.ts';
import { EVENT_WORDS } from './event-words.ts';
import { HOUR_WORDS } from './hour-words.ts';
import { LOOSE_WORDS } from './loose-words.ts';
import { PERIOD_WORDS } from './period-words.ts';
import { RECURRING_WORDS } from './recurring-words.ts';
import { STANDING_WORDS } from './standing-words.ts';
import { TOPIC_WORDS } from './topic-words.ts';

/** Everything the room knows to read; of two patterns that match equally far, the earlier one speaks. */
export const VOCABULARY: Entry[] = [
  ...PERIOD_WORDS,
  ...DAY_WORDS,
  ...HOUR_WORDS,
  ...RECURRING_WORDS,
  ...EVENT_WORDS,
  ...LOOSE_WORDS,
  ...BOUND_WORDS,
  ...STANDING_WORDS,
  ...TOPIC_WORDS,
  ...BODY_WORDS,
];
