import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import type { Letter, LetterKind, PlannedWork } from '../plan/model.ts';
import { planWork } from '../plan/plan-work.ts';
import { tryPlan, type PlanChange } from '../record/apply-plan.ts';
import type { NewEvent } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** A letter that a change adds or drops. */
export interface LetterEffect {
  sign: '+' | '-';
  id: string;
  day: IsoDate;
  mailbox: string;
  kind: LetterKind;
  /** The titles of the duties it is about; none in a digest. */
  titles: string[];
}

/** A deadline that a change adds, moves or withdraws, in the record's words. */
export interface DeadlineEffect {
  deadline: string;
  /** The duty's title. */
  title: string;
  /** The name of the unit that leads it. */
  unit: string;
  why: string;
}

/** What putting a schedule in force would change in the record. */
export interface Effect {
  change: PlanChange;
  letters: LetterEffect[];
  deadlines: DeadlineEffect[];
}

const MOVES: readonly NewEvent['what'][] = [
  'deadline-added',
  'deadline-restored',
  'deadline-moved',
  'deadline-withdrawn',
];

/** Plans `schedule` against the record `days` ahead and takes everything back: nothing stays written. */
export async function effectOf(
  db: RecordDb,
  now: Date,
  days: number,
  schedule: Schedule,
  inForce: Schedule,
): Promise<Effect> {
  let work: PlannedWork | undefined;
  const { change, events } = await tryPlan(db, now, (state) => {
    work = planWork(schedule, state, now, addDays(localDate(now), days));
    return work;
  });
  const ids = (what: NewEvent['what']) =>
    new Set(events.flatMap((event) => (event.what === what ? (event.letter ?? []) : [])));
  const planned = ids('letter-planned');
  const added = (work?.letters ?? []).filter(({ id }) => planned.has(id));
  const letters = [
    ...added.map((letter) => addedLetter(letter, titlesOf(schedule))),
    ...(await droppedLetters(db, ids('letter-dropped'), titlesOf(inForce))),
  ];
  const key = ({ day, mailbox, kind, sign }: LetterEffect) => [day, mailbox, kind, sign].join(' ');
  return {
    change,
    letters: letters.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    deadlines: events.flatMap(({ what, why, deadline }) =>
      deadline !== undefined && MOVES.includes(what)
        ? [{ deadline, why, ...dutyOf(deadline, [schedule, inForce]) }]
        : [],
    ),
  };
}

/** A deadline's id also names its unit; what only the schedule in force knows is looked up there. */
function dutyOf(deadline: string, schedules: Schedule[]): { title: string; unit: string } {
  const [plan, obligation, unit = ''] = deadline.split('/');
  for (const { folders } of schedules) {
    const folder = folders.find(({ plans }) => plans.some(({ id }) => id === plan));
    const duties = folder?.plans.find(({ id }) => id === plan)?.obligations;
    const title = duties?.find(({ id }) => id === obligation)?.title;
    if (title !== undefined) return { title, unit: folder?.units.get(unit)?.name ?? unit };
  }
  return { title: deadline, unit };
}

type Titles = (deadline: string) => string;

function addedLetter({ id, day, mailbox, kind, notices }: Letter, titleOf: Titles): LetterEffect {
  const titles = [...new Set(notices.map(({ deadline }) => titleOf(deadline)))];
  return { sign: '+', id, day, mailbox, kind, titles };
}

async function droppedLetters(
  db: RecordDb,
  ids: ReadonlySet<string>,
  titleOf: Titles,
): Promise<LetterEffect[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('letter')
    .leftJoin('notice', 'notice.letter', 'letter.id')
    .where('letter.status', '=', 'planned')
    .select(['letter.id', 'letter.day', 'letter.mailbox', 'letter.kind', 'notice.deadline'])
    .execute();
  const letters = new Map<string, LetterEffect>();
  for (const { id, day, mailbox, kind, deadline } of rows) {
    if (!ids.has(id)) continue;
    const known = letters.get(id) ?? { sign: '-' as const, id, day, mailbox, kind, titles: [] };
    const title = deadline === null ? [] : [titleOf(deadline)];
    letters.set(id, { ...known, titles: [...new Set([...known.titles, ...title])] });
  }
  return [...letters.values()];
}

/** A deadline's id begins with its plan and its obligation. */
function titlesOf({ folders }: Schedule): Titles {
  const plans = folders.flatMap((folder) => folder.plans);
  const titles = new Map<string, string>(
    plans.flatMap((plan) => plan.obligations.map(({ id, title }) => [`${plan.id}/${id}`, title] as const)),
  );
  return (deadline) => titles.get(deadline.split('/').slice(0, 2).join('/')) ?? deadline;
}
