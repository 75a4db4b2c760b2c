import { ACCOUNTS } from './accounts.ts';
import { ALERTS } from './alerts.ts';
import { ANSWERS } from './answers.ts';
import { BOARD } from './board.ts';
import { CALENDAR } from './calendar.ts';
import { COMMON } from './common.ts';
import { DEADLINE } from './deadline.ts';
import { FILES } from './files.ts';
import { LADDERS } from './ladders.ts';
import { MAILBOX } from './mailbox.ts';
import { QUEUE } from './queue.ts';
import { REFUSALS } from './refusals.ts';
import { REPORTS } from './reports.ts';
import { SENDING } from './sending.ts';
import { STATES } from './states.ts';
import { TARGETS } from './targets.ts';
import { UNITS } from './units.ts';
import type { Dictionary } from './pattern.ts';

/** The dictionary by the areas of the pages. */
export const AREAS: readonly Dictionary[] = [
  ACCOUNTS,
  ALERTS,
  ANSWERS,
  BOARD,
  CALENDAR,
  COMMON,
  DEADLINE,
  FILES,
  LADDERS,
  MAILBOX,
  QUEUE,
  REFUSALS,
  REPORTS,
  SENDING,
  STATES,
  TARGETS,
  UNITS,
];

/** Every text that the pages have. */
export const DICTIONARY: Dictionary = Object.assign({}, ...AREAS) as Dictionary;
