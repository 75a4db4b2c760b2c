import { localDate } from '../calendar/dates.ts';
import { goodLinkKeys, type StoredKey } from '../record/link-keys.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { seeDeadline } from './deadline-sight.ts';
import { feedGeneration } from './feed-generation.ts';
import { findEventKind } from './event-kind.ts';
import { markForm } from './form-mark.ts';
import { knownHappenings } from './known-happenings.ts';
import { isExpired, readLink, type Claims, type Purpose } from './link.ts';
import { createLinks } from './links.ts';
import type { Opened, OpenedDeadline, OpenedEvent, OpenedUnit } from './opened.ts';

/** What a link is opened against. */
export interface OpeningParts {
  db: RecordDb;
  now: Date;
  schedule: Schedule;
}

/** Opens an answering or a deciding link; changes nothing. */
export async function openDeadlineLink<P extends 'answer' | 'decide'>(
  { db, now, schedule }: OpeningParts,
  token: string,
  purpose: P,
): Promise<Opened<OpenedDeadline<P>>> {
  const read = await readToken(db, token, purpose);
  if (read === undefined) return { as: 'unknown' };
  const { claims, key }: { claims: Extract<Claims, { deadline: string }>; key: StoredKey } = read;
  const sight = await seeDeadline(db, schedule, now, claims.deadline);
  if (sight === undefined) return { as: 'unknown' };
  const { decider, folder, facts, today } = sight;
  if (isExpired(claims, today)) return { as: 'expired', until: claims.until, contact: decider };
  const unit = facts.unit;
  const generation = await feedGeneration(db, folder.id, unit);
  const links = createLinks('', key);
  return {
    as: 'deadline',
    claims: claims as OpenedDeadline<P>['claims'],
    sight,
    mayAct: claims.unit === (purpose === 'answer' ? unit : decider?.id),
    mark: markForm({ token, purpose, seen: facts.answers }, key),
    calendar: links.calendar({ folder: folder.id, unit, generation }),
    all: links.unit({ folder: folder.id, unit }, today),
  };
}

/** Opens the link of a kind's owner; changes nothing. */
export async function openEventLink(
  { db, now, schedule }: OpeningParts,
  token: string,
): Promise<Opened<OpenedEvent>> {
  const read = await readToken(db, token, 'event');
  const kind = read && findEventKind(schedule, read.claims.folder, read.claims.kind);
  if (read === undefined || kind === undefined) return { as: 'unknown' };
  const { claims, key } = read;
  const today = localDate(now);
  if (isExpired(claims, today)) return { as: 'expired', until: claims.until, contact: kind.owner };
  return {
    as: 'event',
    claims,
    kind,
    mayAct: claims.unit === kind.owner?.id,
    today,
    known: await knownHappenings(db, kind.id),
    mark: markForm({ token, purpose: 'event', seen: 0 }, key),
  };
}

/** Opens the link to all that a unit leads; changes nothing. */
export async function openUnitLink(
  { db, now, schedule }: OpeningParts,
  token: string,
): Promise<Opened<OpenedUnit>> {
  const read = await readToken(db, token, 'unit');
  const folder = schedule.folders.find(({ id }) => id === read?.claims.folder);
  const unit = folder?.units.get(read?.claims.unit ?? '');
  if (read === undefined || folder === undefined || unit === undefined) return { as: 'unknown' };
  const today = localDate(now);
  if (isExpired(read.claims, today)) return { as: 'expired', until: read.claims.until, contact: undefined };
  const generation = await feedGeneration(db, folder.id, unit.id);
  const calendar = createLinks('', read.key).calendar({ folder: folder.id, unit: unit.id, generation });
  return { as: 'unit', folder: folder.id, unit, today, calendar };
}

/** What the token of a good link says, and the key that signs now; undefined for any other. */
export async function readToken<P extends Purpose>(
  db: RecordDb,
  token: string,
  purpose: P,
): Promise<{ claims: Extract<Claims, { for: P }>; key: StoredKey } | undefined> {
  const keys = await goodLinkKeys(db);
  const claims = readLink(token, keys, purpose);
  const [key] = keys;
  return claims === undefined || key === undefined ? undefined : { claims, key };
}
