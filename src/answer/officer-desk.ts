import type { IsoDate } from '../calendar/dates.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { AnswerRefused, type Answer, type Decision, type UnitAnswer } from './answer.ts';
import { cancelHappening, type CancelledHappening } from './cancel-happening.ts';
import type { DeadlineSight } from './deadline-sight.ts';
import { readStory, type DeadlineStory } from './deadline-story.ts';
import { eventKinds, type EventKind } from './event-kind.ts';
import { knownHappenings, type KnownHappening } from './known-happenings.ts';
import { readLetter, type LetterStory } from './letter-story.ts';
import { mayDecide, mayRegister, maySee, NotTheirs, personName, type Person } from './person.ts';
import { registerHappening, type Registered } from './register-happening.ts';
import { takeAnswer } from './take-answer.ts';

/** What the pages behind the sign-in ask of whoever holds the record. Reading changes nothing; what is written down bears the person's name. */
export interface OfficerDesk {
  /** Undefined when there is none, or it is not this person's to see. */
  story(person: Person, deadline: string): Promise<DeadlineStory | undefined>;
  /** Undefined when there is none, or it is not this person's to read. */
  letter(person: Person, id: string): Promise<LetterStory | undefined>;
  /** Takes a decision. @returns the record's sentence. @throws NotTheirs, AnswerRefused, AnswerOutdated */
  decide(person: Person, form: SeenForm, decision: Decision): Promise<string>;
  /** Writes down what the leading unit said in a document on paper. @returns the record's sentence. @throws NotTheirs, AnswerRefused, AnswerOutdated */
  answerOnPaper(person: Person, form: SeenForm, paper: string, answer: UnitAnswer): Promise<string>;
  /** The kinds of event that this person may register, each with what was registered last. */
  eventKinds(person: Person): Promise<OfferedKind[]>;
  /** Registers an event. @throws NotTheirs, AnswerRefused */
  register(person: Person, event: { kind: string; day: IsoDate; reference: string }): Promise<Registered>;
  /** Takes back an event that was registered by mistake. @returns the record's sentence. @throws NotTheirs, AnswerRefused */
  cancel(person: Person, happening: CancelledHappening): Promise<string>;
}

/** Which deadline a form is about, and how many answers its page showed. */
export interface SeenForm {
  deadline: string;
  seen: number;
}

export interface OfferedKind extends EventKind {
  known: KnownHappening[];
}

export interface OfficerDeskParts {
  db: RecordDb;
  now: () => Date;
  /** The schedules in force. */
  schedule: () => Schedule;
  /** Plans anew, so that what was just written down takes effect. */
  plan: () => Promise<unknown>;
}

/** The desk over a record. */
export function openOfficerDesk({ db, now, schedule, plan }: OfficerDeskParts): OfficerDesk {
  async function story(person: Person, deadline: string): Promise<DeadlineStory | undefined> {
    const read = await readStory(db, schedule(), now(), deadline);
    return read !== undefined && maySee(person, read.sight) ? read : undefined;
  }

  /** Checks all anew, whatever the page has checked. */
  async function take(person: Person, { deadline, seen }: SeenForm, by: string, answer: Answer) {
    const { sight } = (await story(person, deadline)) ?? {};
    if (sight === undefined || !mayDecide(person, sight)) throw new NotTheirs();
    if (isClosedTo(answer, sight)) throw new AnswerRefused('Nhiệm vụ này không còn nhận trả lời.');
    const said = await takeAnswer(db, now(), schedule(), { deadline, by, seen, answer });
    await plan();
    return said;
  }

  function offered(person: Person): EventKind[] {
    const kinds = schedule().folders.flatMap((folder) =>
      eventKinds(schedule(), folder.id).filter((kind) => mayRegister(person, folder, kind)),
    );
    return onePerId(kinds);
  }

  return {
    story,
    letter: (person, id) => readLetter(db, schedule(), person, id),
    decide: (person, form, decision) => take(person, form, personName(person, schedule()), decision),
    answerOnPaper: (person, form, paper, answer) =>
      take(person, form, `${personName(person, schedule())}, theo văn bản giấy số ${paper}`, answer),
    eventKinds: (person) =>
      Promise.all(
        offered(person).map(async (kind) => ({ ...kind, known: await knownHappenings(db, kind.id) })),
      ),
    async register(person, event) {
      if (!offered(person).some(({ id }) => id === event.kind)) throw new NotTheirs();
      const by = personName(person, schedule());
      const registered = await registerHappening(db, now(), by, schedule(), event);
      if (!registered.known) await plan();
      return registered;
    },
    async cancel(person, happening) {
      if (!offered(person).some(({ id }) => id === happening.kind)) throw new NotTheirs();
      const said = await cancelHappening(db, now(), personName(person, schedule()), schedule(), happening);
      await plan();
      return said;
    },
  };
}

/** Of a deadline that a decision has withdrawn, only its return can be decided. */
function isClosedTo(answer: Answer, { closing }: DeadlineSight): boolean {
  return closing !== undefined && !(closing.because === 'taken-off' && answer.kind === 'reinstated');
}

/** A kind that several folders wait for is one: registering it sets off the duties of all. */
function onePerId(kinds: EventKind[]): EventKind[] {
  const merged = new Map<string, EventKind>();
  for (const kind of kinds) {
    const before = merged.get(kind.id);
    merged.set(
      kind.id,
      before === undefined ? kind : { ...before, duties: [...before.duties, ...kind.duties] },
    );
  }
  return [...merged.values()];
}
