import type { IsoDate } from '../calendar/dates.ts';
import type { Deadline } from '../plan/model.ts';
import type { EventName } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** A deadline as it stands, and everything that has changed it, oldest first. */
export interface Life extends Deadline {
  /** The plan's own day, when an extension has moved it. */
  original: IsoDate | null;
  extensions: number;
  changes: LifeChange[];
}

export interface LifeChange {
  at: Date;
  what: EventName;
  /** In Vietnamese. */
  why: string;
  detail: Record<string, unknown>;
}

/** The lives of all deadlines that the record knows, withdrawn ones too. */
export async function readLives(db: RecordDb): Promise<Life[]> {
  const deadlines = await db
    .selectFrom('deadline')
    .select(['id', 'folder', 'plan', 'obligation', 'unit', 'period', 'about', 'nominal', 'aim'])
    .select(['original_nominal as original', 'extensions'])
    .orderBy('aim')
    .orderBy('id')
    .execute();
  const events = await db
    .selectFrom('event')
    .where('deadline', 'is not', null)
    .where('what', 'like', 'deadline-%')
    .where('what', '!=', 'deadline-added')
    .select(['at', 'what', 'why', 'detail', 'deadline'])
    .$narrowType<{ what: EventName; deadline: string }>()
    .orderBy('id')
    .execute();
  const changes = new Map<string, LifeChange[]>();
  for (const { deadline, ...change } of events)
    changes.set(deadline, [...(changes.get(deadline) ?? []), change]);
  return deadlines.map((deadline) => ({ ...deadline, changes: changes.get(deadline.id) ?? [] }));
}
