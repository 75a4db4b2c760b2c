import { localDate } from '../calendar/dates.ts';
import { goodLinkKeys } from '../record/link-keys.ts';
import type { RecordDb } from '../record/open-record.ts';
import { AnswerRefused, type UnitAnswer } from './answer.ts';
import { seeDeadline, type DeadlineSight } from './deadline-sight.ts';
import { feedGeneration } from './feed-generation.ts';
import { createLinks } from './links.ts';
import type { OfficerDeskParts, SeenForm } from './officer-desk.ts';
import type { OpenedUnit } from './opened.ts';
import { mayAnswer, NotTheirs, personName, type Person } from './person.ts';
import { takeAnswer } from './take-answer.ts';

/** What a unit with an account of its own asks: its page and its deadlines, as its links show them. Reading changes nothing. */
export interface UnitDesk {
  /** Undefined for whoever is no unit, and for a unit that the schedules no longer know. */
  unit(person: Person): Promise<Omit<OpenedUnit, 'as'> | undefined>;
  /** Undefined when there is none, or another unit leads it. */
  deadline(person: Person, id: string): Promise<UnitDeadline | undefined>;
  /** Takes what the unit says. @returns the record's sentence. @throws NotTheirs, AnswerRefused, AnswerOutdated */
  answer(person: Person, form: SeenForm, answer: UnitAnswer): Promise<string>;
}

/** A deadline, with the address of its unit's calendar. */
export interface UnitDeadline {
  sight: DeadlineSight;
  calendar: string | undefined;
}

/** The desk over a record. */
export function openUnitDesk({ db, now, schedule, plan }: OfficerDeskParts): UnitDesk {
  async function own(person: Person, id: string): Promise<DeadlineSight | undefined> {
    const sight = await seeDeadline(db, schedule(), now(), id);
    return sight !== undefined && mayAnswer(person, sight) ? sight : undefined;
  }

  return {
    async unit(person) {
      if (person.role !== 'unit') return undefined;
      const folder = schedule().folders.find(({ id }) => id === person.folder);
      const unit = folder?.units.get(person.unit);
      if (folder === undefined || unit === undefined) return undefined;
      const calendar = await calendarOf(db, folder.id, unit.id);
      return { folder: folder.id, unit, today: localDate(now()), calendar };
    },
    async deadline(person, id) {
      const sight = await own(person, id);
      return sight && { sight, calendar: await calendarOf(db, sight.folder.id, sight.facts.unit) };
    },
    async answer(person, { deadline, seen }, answer) {
      const sight = await own(person, deadline);
      if (sight === undefined) throw new NotTheirs();
      if (sight.closing !== undefined) throw new AnswerRefused('Nhiệm vụ này không còn nhận trả lời.');
      const by = personName(person, schedule());
      const said = await takeAnswer(db, now(), schedule(), { deadline, by, seen, answer });
      await plan();
      return said;
    },
  };
}

/** Undefined while no link was ever signed: the first letter makes the key, opening a page does not. */
async function calendarOf(db: RecordDb, folder: string, unit: string): Promise<string | undefined> {
  const [key] = await goodLinkKeys(db);
  if (key === undefined) return undefined;
  return createLinks('', key).calendar({ folder, unit, generation: await feedGeneration(db, folder, unit) });
}
