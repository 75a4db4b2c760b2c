import type { RecordDb } from './open-record.ts';

/** What can happen to the record; the words an audit is made of. */
export type EventName =
  | 'schedule-loaded'
  | 'schedule-edited'
  | 'deadline-added'
  | 'deadline-moved'
  | 'deadline-withdrawn'
  | 'deadline-restored'
  | 'deadline-received'
  | 'deadline-done'
  | 'deadline-extended'
  | 'deadline-progress'
  | 'deadline-accepted'
  | 'deadline-returned'
  | 'deadline-handed-back'
  | 'deadline-kept'
  | 'deadline-paused'
  | 'deadline-resumed'
  | 'deadline-taken-off'
  | 'deadline-reinstated'
  | 'deadline-extension-undone'
  | 'deadline-acceptance-undone'
  | 'extension-asked'
  | 'extension-refused'
  | 'link-key-added'
  | 'link-key-ended'
  | 'feed-revoked'
  | 'happening-registered'
  | 'happening-cancelled'
  | 'account-made'
  | 'account-ended'
  | 'account-locked'
  | 'password-set'
  | 'record-restored'
  | 'sending-paused'
  | 'sending-resumed'
  | 'notice-skipped'
  | 'letter-planned'
  | 'letter-dropped'
  | 'letter-cancelled'
  | 'letter-retried'
  | 'letter-hastened'
  | 'letter-readdressed'
  | 'letter-retrying'
  | 'letter-sent'
  | 'letter-refused'
  | 'letter-failed'
  | 'letter-empty'
  | 'letter-reclaimed'
  | 'ill-begun'
  | 'ill-ended'
  | 'letter-returned'
  | 'letter-delayed'
  | 'mailbox-dead'
  | 'mailbox-alive';

export interface NewEvent {
  what: EventName;
  /** Why, in Vietnamese. */
  why: string;
  deadline?: string;
  notice?: string;
  letter?: string;
  detail?: Record<string, unknown>;
}

/** Appends to the record; called inside the transaction of the change it tells of. `who` is the process or person that acted. */
export async function appendEvents(db: RecordDb, at: Date, who: string, events: NewEvent[]): Promise<void> {
  for (const part of inParts(events)) {
    const rows = part.map((event) => ({
      at,
      who,
      what: event.what,
      why: event.why,
      deadline: event.deadline ?? null,
      notice: event.notice ?? null,
      letter: event.letter ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    }));
    await db.insertInto('event').values(rows).execute();
  }
}

/** Rows in parts small enough for one statement: Postgres takes at most 65,535 parameters. */
export function inParts<T>(rows: T[]): T[][] {
  const size = 500;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    rows.slice(part * size, (part + 1) * size),
  );
}
