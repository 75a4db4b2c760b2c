import type { Family } from './family.ts';
import { phrases } from './phrases.ts';
import { schedules } from './schedules.ts';

/** Everything that is spoilt. */
export const FAMILIES: readonly Family[] = [schedules, phrases];
