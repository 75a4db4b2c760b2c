import { join } from 'node:path';
import { createLinks } from '../../src/answer/links.ts';
import type { ClaimedLetter, ClaimedNotice } from '../../src/record/claim-letter.ts';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import type { Obligation, Schedule, Unit } from '../../src/schedule/schedule.ts';
import type { Addressee } from '../../src/schedule/shape.ts';

const FOLDER = 'kon-tum-2019';

/** The shipped schedules. */
export async function konTum(): Promise<Schedule> {
  const loaded = await loadSchedules(join(import.meta.dirname, '../../schedules'));
  if (!loaded.ok) throw new Error('The shipped schedules are wrong');
  return loaded.schedule;
}

interface NoticeFacts {
  obligation: string;
  unit: string;
  nominal: string;
  /** Absent: the due day itself. */
  aim?: string;
  period?: string;
  /** When the ladder wanted it said; absent: long after, so that it is never late. */
  planned?: string;
  addressee?: Addressee;
  plan?: string;
}

/** A notice of the Kon Tum plan as the record hands it out for sending. */
export function claimedNotice(facts: NoticeFacts): ClaimedNotice {
  const { obligation, unit, nominal, aim = nominal, period = nominal } = facts;
  const { planned = '2021-01-01', addressee = 'office', plan = FOLDER } = facts;
  const id = `${plan}/${obligation}/${unit}/${period}`;
  return {
    id: `${id}#T@${addressee}`,
    addressee,
    unit,
    rung: 'T',
    order: 0,
    planned,
    said: null,
    deadline: {
      id,
      plan,
      obligation,
      unit,
      period,
      nominal,
      aim,
      about: null,
      originalNominal: null,
      extensions: 0,
      sequence: 0,
      progress: null,
    },
  };
}

/** A claimed letter with these notices. */
export function claimedLetter(notices: ClaimedNotice[]): ClaimedLetter {
  return {
    id: 'thu-0123456789abcdef01234567',
    folder: FOLDER,
    mailbox: 'vanthu@sotuphap.kontum.example',
    kind: 'upcoming',
    attempt: 1,
    slot: new Date('2019-10-09T00:30:00Z'),
    notices,
  };
}

/** The schedule with something else known of one unit of Kon Tum. */
export function withUnit(schedule: Schedule, id: string, facts: Partial<Unit>): Schedule {
  return {
    ...schedule,
    folders: schedule.folders.map((folder) => {
      const unit = folder.units.get(id);
      if (folder.id !== FOLDER || unit === undefined) return folder;
      return { ...folder, units: new Map([...folder.units, [id, { ...unit, ...facts }]]) };
    }),
  };
}

/** The schedule with something else said of one obligation of Kon Tum. */
export function withObligation(schedule: Schedule, id: string, facts: Partial<Obligation>): Schedule {
  return {
    ...schedule,
    folders: schedule.folders.map((folder) => ({
      ...folder,
      plans: folder.plans.map((plan) => ({
        ...plan,
        obligations: plan.obligations.map((known) =>
          plan.id === FOLDER && known.id === id ? { ...known, ...facts } : known,
        ),
      })),
    })),
  };
}

/** Links as a letter carries them, signed by a key that never changes. */
export const LINKS = createLinks('https://dondoc.example', { id: 'thu', secret: 'bi-mat-de-thu' });
