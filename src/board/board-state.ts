import type { IsoDate } from '../calendar/dates.ts';
import { shortDate, workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { distanceWords } from '../plan/distance-words.ts';
import { dueLight, type DueLight } from '../plan/due-light.ts';
import type { BoardDeadline } from '../record/board-deadlines.ts';

/** Every state of the board, worst first; `slug` is its name in addresses. */
export const BOARD_STATES = [
  { id: 'overdue', slug: 'qua-han', look: 'overdue', shape: '●', words: 'Quá hạn' },
  { id: 'today', slug: 'hom-nay', look: 'today', shape: '◑', words: 'Đến hạn hôm nay' },
  { id: 'awaiting', slug: 'cho', look: 'awaiting', shape: '◇', words: 'Chờ xác nhận, quyết định' },
  { id: 'upcoming', slug: 'sap-den-han', look: 'upcoming', shape: '◔', words: 'Sắp đến hạn' },
  { id: 'calm', slug: 'con-han', look: 'calm', shape: '○', words: 'Còn hạn' },
  { id: 'paused', slug: 'tam-dung', look: 'paused', shape: '‖', words: 'Tạm dừng đôn đốc' },
  { id: 'late', slug: 'tre-han', look: 'done', shape: '✓', words: 'Hoàn thành trễ hạn' },
  { id: 'on-time', slug: 'dung-han', look: 'done', shape: '✓', words: 'Hoàn thành đúng hạn' },
  { id: 'withdrawn', slug: 'da-rut', look: 'calm', shape: '–', words: 'Đã rút, không còn đôn đốc' },
] as const;

export type BoardStateId = (typeof BOARD_STATES)[number]['id'];

/** How a deadline stands on the board: its state, and in words with how far its day is. */
export interface BoardState {
  state: BoardStateId;
  look: DueLight['look'] | 'awaiting' | 'paused' | 'done';
  shape: string;
  words: string;
  /** How far its day is or was, where `words` do not say so; empty when there is nothing to say. */
  distance: string;
  /** Somebody above the unit must look at it, whatever its day: confirm a completion, or decide on a request. */
  waitsFor: 'confirmation' | 'decision' | undefined;
}

/**
 * The state on `today`; `soon` when its reminders have begun. A request does not hide that the day has come: such a deadline is
 * overdue or due today, and waits for a decision besides. One that is paused is neither.
 */
export function boardState(
  deadline: BoardDeadline,
  calendar: WorkingCalendar,
  today: IsoDate,
  soon: boolean,
): BoardState {
  if (deadline.status === 'withdrawn') return withdrawnState(deadline);
  if (deadline.status === 'done') return doneState(deadline, calendar);
  const light = dueLight(deadline, calendar, today, soon);
  const distance = distanceWords(deadline, calendar, today);
  const waits = deadline.askedUntil !== null || deadline.handedBack;
  const waitsFor = waits ? ('decision' as const) : undefined;
  if (deadline.paused && (deadline.pausedUntil === null || today <= deadline.pausedUntil))
    return { ...named('paused'), distance: pausedUntil(deadline), waitsFor };
  if (light.look === 'overdue' || light.look === 'today')
    return { state: light.look, ...light, distance: '', waitsFor };
  if (waits) return { ...named('awaiting'), words: 'Chờ quyết định', distance, waitsFor };
  return { state: light.look, ...light, distance, waitsFor };
}

function withdrawnState({ takenOff }: BoardDeadline): BoardState {
  const words = takenOff ? 'Đã rút theo quyết định' : 'Không còn trong kế hoạch';
  return { ...named('withdrawn'), words, distance: '', waitsFor: undefined };
}

function pausedUntil({ pausedUntil }: BoardDeadline): string {
  return pausedUntil === null ? '' : `đến hết ${shortDate(pausedUntil)}`;
}

function doneState({ nominal, doneOn, accepted }: BoardDeadline, calendar: WorkingCalendar): BoardState {
  const isLate = doneOn !== null && doneOn > nominal;
  const late = isLate ? calendar.workingDaysBetween(nominal, doneOn) : 0;
  const distance = late > 0 ? `trễ ${workingDays(late)}` : '';
  if (accepted) return { ...named(isLate ? 'late' : 'on-time'), distance, waitsFor: undefined };
  return {
    ...named('awaiting'),
    words: 'Chờ xác nhận',
    distance: distance === '' ? `kết quả ${isLate ? 'trễ' : 'đúng'} hạn` : `kết quả ${distance}`,
    waitsFor: 'confirmation',
  };
}

type Named = Pick<BoardState, 'state' | 'look' | 'shape' | 'words'>;

const NAMED = new Map(
  BOARD_STATES.map(({ id, look, shape, words }): [BoardStateId, Named] => [
    id,
    { state: id, look, shape, words },
  ]),
);

function named(id: BoardStateId): Named {
  const found = NAMED.get(id);
  if (found === undefined) throw new Error(`No state ${id}`);
  return found;
}
