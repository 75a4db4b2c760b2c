import { stringify } from 'csv-stringify/sync';
import { cellText, DEADLINE_COLUMNS, UNIT_COLUMNS, unitSum, type Column } from './columns.ts';
import type { Report } from './report.ts';

/** The per-unit table as CSV: RFC 4180, UTF-8 with a byte order mark so that Excel reads the diacritics, and no cell a formula. */
export function unitsCsv(report: Report): string {
  return csv(UNIT_COLUMNS, [...report.units, unitSum(report)]);
}

/** The list of deadlines as CSV, in the same form. */
export function deadlinesCsv({ deadlines }: Report): string {
  return csv(DEADLINE_COLUMNS, deadlines);
}

function csv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map(({ cell }) => cellText(cell(row))));
  return stringify([columns.map(({ head }) => head), ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
