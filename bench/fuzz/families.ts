import type { Family } from './family.ts';
import { schedules } from './schedules.ts';

/** Everything that is spoilt. */
export const FAMILIES: readonly Family[] = [schedules];
