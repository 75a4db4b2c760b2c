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
  return deadlines
    .filter(({ unit }) => scope === 'all' || !('lead' in scope) || unit === scope.lead)
    .map((deadline) =>
      rowOf(deadline, duties.get(keyOf(deadline)), names, { calendar: schedule.calendar, today }),
    )
    .sort(worstFirst);
}

interface PlannedDuty {
  plan: Plan;
  obligation: Obligation;
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
          { plan, obligation },
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
  const clause = duty?.obligation.clause ?? '';
  const soon = duty !== undefined && hasBegun(duty.obligation, aim, calendar, today);
  return {
    ...{ id, plan, obligation, unit, nominal, aim, original, document, doneOn },
    title: about === null ? title : `${title} (${about})`,
    planName: number === undefined ? (duty?.plan.title ?? plan) : `Kế hoạch số ${number}`,
    planTitle: duty?.plan.title ?? plan,
    planNumber: number ?? duty?.plan.title ?? plan,
    clause,
    clauseSymbol: /\(([^()]+)\)$/.exec(clause)?.[1] ?? clause,
    unitName: names.unit(deadline),
    unitRank: names.unitRank(deadline),
    ...boardState(deadline, calendar, today, soon),
  };
}

/** Whether the first rung of its ladder has been reached. */
function hasBegun({ ladder }: Obligation, aim: IsoDate, calendar: WorkingCalendar, today: IsoDate): boolean {
  const first = Math.min(...ladder.rungs.map(({ offset }) => offset));
  return first <= 0 && calendar.subtractWorkingDays(aim, -first) <= today;
}

const RANKS = new Map<string, number>(BOARD_STATES.map(({ id }, rank) => [id, rank]));

/** Within a state the earliest day first; of what is over, the latest. */
function worstFirst(a: BoardRow, b: BoardRow): number {
  const state = (RANKS.get(a.state) ?? 0) - (RANKS.get(b.state) ?? 0);
  if (state !== 0) return state;
  const isOver = a.look === 'done' || a.state === 'withdrawn';
  const day = compare(a.aim, b.aim) * (isOver ? -1 : 1);
  return day || a.unitRank - b.unitRank || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
