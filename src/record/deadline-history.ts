import type { EventName } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** One thing that happened to a deadline, for the offices concerned to read. */
export interface Told {
  at: Date;
  what: EventName;
  /** One Vietnamese sentence. */
  sentence: string;
  /** Who said it, for answers and decisions; null for what the system did. */
  by: string | null;
  /** The mailbox whose link was used, when one was. */
  mailbox: string | null;
}

const BY_PEOPLE: readonly EventName[] = [
  'deadline-received',
  'deadline-progress',
  'deadline-done',
  'deadline-accepted',
  'deadline-returned',
  'deadline-extended',
  'deadline-handed-back',
  'deadline-kept',
  'deadline-paused',
  'deadline-resumed',
  'deadline-taken-off',
  'deadline-reinstated',
  'deadline-extension-undone',
  'deadline-acceptance-undone',
  'extension-asked',
  'extension-refused',
];

const BY_SYSTEM: readonly EventName[] = [
  'deadline-added',
  'deadline-moved',
  'deadline-withdrawn',
  'deadline-restored',
];

/**
 * What offices may read of a deadline, oldest first: its day, the letters that were sent, the answers and decisions. How the
 * machine went about it (planning, retries) is the audit's.
 */
export async function deadlineHistory(db: RecordDb, deadline: string): Promise<Told[]> {
  const said = db
    .selectFrom('notice')
    .where('deadline', '=', deadline)
    .where('status', '=', 'said')
    .where('letter', 'is not', null)
    .select('letter');
  const own = db
    .selectFrom('event')
    .where('deadline', '=', deadline)
    .where('what', 'in', [...BY_PEOPLE, ...BY_SYSTEM])
    .select('id');
  const sent = db
    .selectFrom('event')
    .where('what', '=', 'letter-sent')
    .where('letter', 'in', said)
    .select('id');
  const events = await db
    .selectFrom('event')
    .leftJoin('letter', 'letter.id', 'event.letter')
    // One condition with “or” over both would read every event of the record.
    .where('event.id', 'in', own.unionAll(sent))
    .select(['event.at', 'event.what', 'event.why', 'event.who', 'event.detail'])
    .select(['letter.mailbox', 'letter.subject'])
    .orderBy('event.id')
    .execute();
  return events.map((event) => {
    const what = event.what as EventName;
    const byPeople = BY_PEOPLE.includes(what);
    return {
      at: event.at,
      what,
      sentence:
        what === 'letter-sent'
          ? `Hệ thống đã gửi thư “${event.subject ?? ''}” tới ${event.mailbox ?? ''}.`
          : event.why,
      by: byPeople ? event.who : null,
      mailbox: byPeople && typeof event.detail.mailbox === 'string' ? event.detail.mailbox : null,
    };
  });
}
