import { bounces } from './bounces.ts';
import type { Family } from './family.ts';
import { phrases } from './phrases.ts';
import { schedules } from './schedules.ts';
import { smtpReplies } from './smtp-replies.ts';

/** Everything that is spoilt. */
export const FAMILIES: readonly Family[] = [schedules, phrases, smtpReplies, bounces];
