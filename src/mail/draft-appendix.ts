import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, type Paragraph } from 'docx';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import { centred, line, millimetres, rule } from './draft-layout.ts';
import { blankDay, letterNumber } from './draft-letterhead.ts';
import type { DraftItem, DraftLetterView } from './draft-letter-view.ts';

/** Width of the text on the turned page, in millimetres. */
export const APPENDIX_WIDTH = 247;

/** In millimetres. */
const COLUMNS: { head: string; width: number; cell: (item: DraftItem, number: number) => string }[] = [
  { head: 'TT', width: 12, cell: (_, number) => twoDigits(number) },
  { head: 'Nhiệm vụ', width: 84, cell: ({ title }) => title },
  { head: 'Cơ quan, đơn vị chủ trì', width: 46, cell: ({ unit }) => unit },
  { head: 'Căn cứ', width: 56, cell: ({ ground }) => ground },
  { head: 'Thời hạn', width: 25, cell: dueOf },
  { head: 'Số ngày làm việc quá hạn', width: 24, cell: ({ daysLate }) => twoDigits(daysLate) },
];

/** Columns of short values stand in the middle. */
const MIDDLE = ['TT', 'Thời hạn', 'Số ngày làm việc quá hạn'];

/** The list of the late duties, under its title. */
export function appendix(view: DraftLetterView): (Paragraph | Table)[] {
  const from = `(Kèm theo Công văn số ${letterNumber(view)} ${blankDay(view)} của ${view.sender.name})`;
  return [
    centred('Phụ lục', { size: 14, bold: true }),
    centred('DANH MỤC NHIỆM VỤ QUÁ THỜI HẠN, HỆ THỐNG CHƯA GHI NHẬN KẾT QUẢ', { size: 14, bold: true }),
    centred(from, { size: 14, italics: true }),
    rule(APPENDIX_WIDTH, 50),
    table(view.items),
  ];
}

function table(items: DraftItem[]): Table {
  const widths = COLUMNS.map(({ width }) => millimetres(width));
  const heads = COLUMNS.map(({ head }) => centred(head, { size: 12, bold: true }));
  const row = (cells: Paragraph[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            children: [cell],
            verticalAlign: 'center',
            width: { size: widths[index] ?? 0, type: 'dxa' },
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: [row(heads, true), ...items.map((item, index) => row(cellsOf(item, index + 1), false))],
  });
}

function cellsOf(item: DraftItem, number: number): Paragraph[] {
  return COLUMNS.map(({ head, cell }) =>
    line(
      cell(item, number),
      { size: 12 },
      { alignment: MIDDLE.includes(head) ? AlignmentType.CENTER : AlignmentType.LEFT },
    ),
  );
}

function dueOf({ due, extendedFrom }: DraftItem): string {
  return extendedFrom === null
    ? shortDate(due)
    : `${shortDate(due)} (đã gia hạn từ ngày ${shortDate(extendedFrom)})`;
}
