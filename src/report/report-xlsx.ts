import writeExcelFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { cellText, DEADLINE_COLUMNS, UNIT_COLUMNS, unitSum, type Cell, type Column } from './columns.ts';
import { countingNote, headingOf } from './heading.ts';
import { printOnA4 } from './print-on-a4.ts';
import type { Report } from './report.ts';

const UNITS_SHEET = 'Theo cơ quan';
const DEADLINES_SHEET = 'Từng thời hạn';

const BOLD = { fontWeight: 'bold' } as const;
const GRID = { borderStyle: 'thin', borderColor: '#8c8c8c', alignVertical: 'center' } as const;
const HEAD = { ...BOLD, align: 'center', backgroundColor: '#eeeeee' } as const;

const LINE_POINTS = 16;
/** How much of a column's width in digits a line of wrapped words fills. */
const FILLED = 0.9;

/** The report as a workbook of two sheets, per unit and deadline by deadline, each ready to print on A4 paper. */
export async function reportXlsx(report: Report): Promise<Buffer> {
  const top = topOf(report);
  const note = across(countingNote(report), UNIT_COLUMNS, { wrap: true, height: 3 * LINE_POINTS });
  const units: Row[] = [
    ...top.map(([words, style]) => across(words, UNIT_COLUMNS, style)),
    headOf(UNIT_COLUMNS),
    ...report.units.map((unit) => line(UNIT_COLUMNS, unit)),
    line(UNIT_COLUMNS, unitSum(report), BOLD),
    [],
    note,
  ];
  const deadlines: Row[] = [
    ...top.map(([words, style]) => across(words, DEADLINE_COLUMNS, style)),
    headOf(DEADLINE_COLUMNS),
    ...report.deadlines.map((deadline) => line(DEADLINE_COLUMNS, deadline)),
  ];
  const headRow = top.length + 1;
  return writeExcelFile(
    [
      sheetOf(UNITS_SHEET, units, UNIT_COLUMNS, headRow),
      sheetOf(DEADLINES_SHEET, deadlines, DEADLINE_COLUMNS, headRow),
    ],
    {
      fontFamily: 'Times New Roman',
      fontSize: 12,
      features: [printOnA4([UNITS_SHEET, DEADLINES_SHEET].map((sheet) => ({ sheet, headRow })))],
    },
  ).toBuffer();
}

function sheetOf<Entry>(sheet: string, data: Row[], columns: Column<Entry>[], headRow: number) {
  return {
    sheet,
    data,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: headRow,
  } satisfies Sheet<never>;
}

/** What stands above a table, line by line, the last one empty. */
function topOf(report: Report): [words: string, style: Partial<CellObject>][] {
  const { title, about } = headingOf(report);
  return [
    [title, { ...BOLD, fontSize: 14, align: 'center' }],
    ...about.map((words): [string, Partial<CellObject>] => [words, { align: 'center' }]),
    ['', {}],
  ];
}

function across<Entry>(value: string, columns: Column<Entry>[], style: Partial<CellObject>): Row {
  return [{ value, type: String, columnSpan: columns.length, ...style }];
}

function headOf<Entry>(columns: Column<Entry>[]): Row {
  const heads = columns.map(({ head, width }) => ({ head, width, cell: () => head }));
  return line(heads, undefined, HEAD);
}

/** A row of the table, as high as its longest cell needs: LibreOffice shows one line of a row that names no height. */
function line<Entry>(columns: Column<Entry>[], entry: Entry, style: Partial<CellObject> = {}): Row {
  const cells = columns.map(({ width, cell }) => ({ width, cell: cell(entry) }));
  const lines = cells.map(({ width, cell }) => Math.ceil(cellText(cell).length / (width * FILLED)));
  const height = LINE_POINTS * Math.max(1, ...lines);
  return cells.map(({ cell }) => ({ ...GRID, ...typed(cell), ...style, height }));
}

function typed(cell: Cell): CellObject {
  if (cell === null) return {};
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true };
  if ('average' in cell) return { value: cell.average, type: Number, format: '0.0' };
  // A day has no hour: midnight in UTC is what a spreadsheet stores for it.
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'center' };
}
