import { localDate, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { readBoardDeadlines, type BoardDeadline } from '../record/board-deadlines.ts';
import type { RecordDb } from '../record/open-record.ts';
import { namesIn, type Names } from '../report/names.ts';
import type { Obligation, Plan, Schedule } from '../schedule/schedule.ts';
import type { BoardRow } from './board-row.ts';
import { BOARD_STATES, boardState } from './board-state.ts';

/** What is read: every plan, the plans that one unit follows up, or the deadlines that one unit leads. */
export type BoardScope = 'all' | { folder: string; unit: string } | { folder: string; lead: string };

/** The deadlines in scope as they stand at `now`, worst first, withdrawn ones too. One statement, however many there are. */
export async function readBoard(
  db: RecordDb,
  schedule: Schedule,
  now: Date,
  scope: BoardScope,
): Promise<BoardRow[]> {
  const deadlines = await readBoardDeadlines(db, placesIn(schedule, scope));
  const names = namesIn(schedule);
  const duties = dutiesIn(schedule);
  const today = localDate(now);
  const { calendar } = schedule;
  const wanted = deadlines.filter(({ unit }) => scope === 'all' || !('lead' in scope) || unit === scope.lead);
  return worstFirst(
    wanted.map((deadline) => rowOf(deadline, duties.get(keyOf(deadline)), names, { calendar, today })),
  );
}

interface PlannedDuty {
  plan: Plan;
  obligation: Obligation;
  /** The clause's symbol. */
  symbol: string;
  /** How many working days before the aim its reminders begin; undefined when they begin after it. */
  begins: number | undefined;
}

function placesIn({ folders }: Schedule, scope: BoardScope): { folders: string[]; plans?: string[] } {
  if (scope === 'all') return { folders: folders.map(({ id }) => id) };
  if ('lead' in scope) return { folders: [scope.folder] };
  const plans = folders.find(({ id }) => id === scope.folder)?.plans ?? [];
  const own = plans.filter(({ followUp }) => followUp === scope.unit);
  return { folders: [scope.folder], plans: own.map(({ id }) => id) };
}

function dutiesIn({ folders }: Schedule): Map<string, PlannedDuty> {
  return new Map(
    folders.flatMap((folder) =>
      folder.plans.flatMap((plan) =>
        plan.obligations.map((obligation): [string, PlannedDuty] => [
          keyOf({ folder: folder.id, plan: plan.id, obligation: obligation.id }),
          { plan, obligation, symbol: symbolOf(obligation.clause), begins: beginsOf(obligation) },
        ]),
      ),
    ),
  );
}

function keyOf({ folder, plan, obligation }: Pick<BoardDeadline, 'folder' | 'plan' | 'obligation'>): string {
  return `${folder}/${plan}/${obligation}`;
}

function rowOf(
  deadline: BoardDeadline,
  duty: PlannedDuty | undefined,
  names: Names,
  { calendar, today }: { calendar: WorkingCalendar; today: IsoDate },
): BoardRow {
  const { id, plan, obligation, unit, about, nominal, aim, original, document, doneOn } = deadline;
  const title = duty?.obligation.title ?? `Nhiệm vụ ${obligation}`;
  const number = duty?.plan.number;
  const begins = duty?.begins;
  const soon = begins !== undefined && calendar.subtractWorkingDays(aim, begins) <= today;
  const { state, look, shape, words, distance, waitsFor } = boardState(deadline, calendar, today, soon);
  // Written out one by one: spreading costs as much as reading, with thousands of rows.
  return {
    id,
    plan,
    obligation,
    unit,
    nominal,
    aim,
    original,
    document,
    doneOn,
    title: about === null ? title : `${title} (${about})`,
    planName: number === undefined ? (duty?.plan.title ?? plan) : `Kế hoạch số ${number}`,
    planTitle: duty?.plan.title ?? plan,
    planNumber: number ?? duty?.plan.title ?? plan,
    clause: duty?.obligation.clause ?? '',
    clauseSymbol: duty?.symbol ?? '',
    unitName: names.unit(deadline),
    unitRank: names.unitRank(deadline),
    state,
    look,
    shape,
    words,
    distance,
    waitsFor,
  };
}

function symbolOf(clause: string): string {
  return /\(([^()]+)\)$/.exec(clause)?.[1] ?? clause;
}

function beginsOf({ ladder }: Obligation): number | undefined {
  const first = Math.min(...ladder.rungs.map(({ offset }) => offset));
  return first <= 0 ? -first : undefined;
}

/** Within a state the earliest day first; of what is over, the latest. */
function worstFirst(rows: BoardRow[]): BoardRow[] {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }));
  placed.sort((a, b) => a.place - b.place || (a.row.id < b.row.id ? -1 : 1));
  return placed.map(({ row }) => row);
}

const RANKS = new Map<string, number>(BOARD_STATES.map(({ id }, rank) => [id, rank]));

/** State, day and unit as one number: comparing it is cheap. */
function placeOf({ state, look, aim, unitRank }: BoardRow): number {
  const isOver = look === 'done' || state === 'withdrawn';
  const day = Number(aim.replaceAll('-', ''));
  return (RANKS.get(state) ?? 0) * 1e13 + (isOver ? 1e8 - day : day) * 1e5 + unitRank;
}
