import type { IsoDate } from '../calendar/dates.ts';
import type { Deadline } from '../plan/model.ts';
import type { DeadlineStatus } from './database.ts';
import type { RecordDb } from './open-record.ts';

/** A deadline as its unit's calendar needs it. */
export interface UnitDeadline extends Omit<Deadline, 'folder'> {
  /** The plan's own day, when an extension has moved it. */
  originalNominal: IsoDate | null;
  status: DeadlineStatus;
  /** RFC 5545's SEQUENCE: how often what a calendar program shows of it has changed. */
  sequence: number;
  /** When the record last had something to tell of it. */
  changed: Date;
}

/**
 * Every deadline that the unit leads, open, done or withdrawn, soonest first. One that has ended stays in the list for ever:
 * a calendar program takes an event away only when it is told so.
 */
export async function unitDeadlines(db: RecordDb, folder: string, unit: string): Promise<UnitDeadline[]> {
  return db
    .selectFrom('deadline')
    .innerJoin('event', 'event.deadline', 'deadline.id')
    .where('deadline.folder', '=', folder)
    .where('deadline.unit', '=', unit)
    .where('event.what', 'like', 'deadline-%')
    .groupBy('deadline.id')
    .select([
      'deadline.id',
      'deadline.plan',
      'deadline.obligation',
      'deadline.unit',
      'deadline.period',
      'deadline.about',
      'deadline.nominal',
      'deadline.aim',
      'deadline.original_nominal as originalNominal',
      'deadline.status',
      'deadline.sequence',
    ])
    .select((select) => select.fn.max('event.at').as('changed'))
    .orderBy('deadline.aim')
    .orderBy('deadline.id')
    .execute();
}
