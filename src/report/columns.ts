import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Report, ReportCounts, ReportLine } from './report.ts';

/** A cell as every form of the report shows it; a day and an average (to one decimal) are told apart so that a spreadsheet gets real ones. */
export type Cell = string | number | null | { day: IsoDate } | { average: number };

export interface Column<Row> {
  head: string;
  /** The head in a terminal, where only these columns have room. */
  onScreen?: string;
  /** In characters, for a spreadsheet. */
  width: number;
  /** Its cells are names from the plan, or what people wrote: Vietnamese on every page. */
  isNamed?: true;
  cell: (row: Row) => Cell;
}

const STATES: Record<ReportLine['state'], string> = {
  'on-time': 'Đúng hạn',
  late: 'Trễ hạn',
  open: 'Còn hạn',
  overdue: 'Quá hạn',
};

/** One line a unit, and the sum. */
export const UNIT_COLUMNS: Column<ReportCounts & { name: string }>[] = [
  { head: 'Cơ quan', onScreen: 'Cơ quan', width: 44, isNamed: true, cell: ({ name }) => name },
  { head: 'Tổng số', onScreen: 'Tổng số', width: 10, cell: ({ total }) => total },
  { head: 'Đúng hạn', onScreen: 'Đúng hạn', width: 10, cell: ({ onTime }) => onTime },
  { head: 'Trễ hạn', onScreen: 'Trễ hạn', width: 10, cell: ({ late }) => late },
  { head: 'Chưa hoàn thành', onScreen: 'Chưa hoàn thành', width: 12, cell: ({ open }) => open },
  { head: 'Trong đó quá hạn', onScreen: 'Quá hạn', width: 12, cell: ({ overdue }) => overdue },
  { head: 'Chờ xác nhận', onScreen: 'Chờ xác nhận', width: 12, cell: ({ waiting }) => waiting },
  {
    head: 'Trễ bình quân (ngày làm việc)',
    onScreen: 'Trễ bình quân',
    width: 16,
    cell: ({ averageLateness }) => (averageLateness === null ? null : { average: averageLateness }),
  },
];

/** One line a deadline. */
export const DEADLINE_COLUMNS: Column<ReportLine>[] = [
  { head: 'Nhiệm vụ', width: 36, isNamed: true, cell: ({ task }) => task },
  { head: 'Cơ quan', width: 22, isNamed: true, cell: ({ unit }) => unit },
  { head: 'Căn cứ', width: 28, isNamed: true, cell: ({ basis }) => basis },
  { head: 'Hạn', onScreen: 'Hạn', width: 11, cell: ({ nominal }) => ({ day: nominal }) },
  { head: 'Hạn trước khi gia hạn', width: 12, cell: ({ original }) => orNothing(original) },
  {
    head: 'Ngày hoàn thành',
    onScreen: 'Ngày hoàn thành',
    width: 12,
    cell: ({ doneOn }) => orNothing(doneOn),
  },
  { head: 'Số văn bản', onScreen: 'Số văn bản', width: 14, isNamed: true, cell: ({ document }) => document },
  {
    head: 'Kết quả',
    onScreen: 'Kết quả',
    width: 14,
    cell: ({ state, waiting, paused }) =>
      [STATES[state], waiting && 'chờ xác nhận', paused && 'tạm dừng đôn đốc'].filter(Boolean).join(', '),
  },
  {
    head: 'Số ngày làm việc trễ',
    onScreen: 'Số ngày trễ',
    width: 10,
    cell: ({ state, daysLate }) => (state === 'late' || state === 'overdue' ? daysLate : null),
  },
  { head: 'Mã thời hạn', onScreen: 'Mã thời hạn', width: 24, isNamed: true, cell: ({ id }) => id },
];

/** The last line of the per-unit table. */
export function unitSum({ total }: Report): ReportCounts & { name: string } {
  return { name: 'Cộng', ...total };
}

/** A cell in words; an average is written as Vietnamese spreadsheets read it, with a decimal comma. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? shortDate(cell.day) : cell.average.toFixed(1).replace('.', ',');
}

function orNothing(day: IsoDate | null): Cell {
  return day === null ? null : { day };
}
