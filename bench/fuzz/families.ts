import { apiBodies } from './api-bodies.ts';
import { bounces } from './bounces.ts';
import type { Family } from './family.ts';
import { links } from './links.ts';
import { phrases } from './phrases.ts';
import { saves } from './saves.ts';
import { schedules } from './schedules.ts';
import { smtpReplies } from './smtp-replies.ts';
import { templates } from './templates.ts';

/** Everything that is spoilt. */
export const FAMILIES: readonly Family[] = [
  schedules,
  phrases,
  templates,
  saves,
  links,
  apiBodies,
  smtpReplies,
  bounces,
];
