import { deadlinesCsv, unitsCsv } from '../report/report-csv.ts';
import { reportXlsx } from '../report/report-xlsx.ts';
import type { Report } from '../report/report.ts';

/** A file of a report: how it is called in its address and on the page, what it is, and what makes it. */
export interface ReportFile {
  name: string;
  words: string;
  type: string;
  make: (report: Report) => string | Promise<Buffer>;
}

const CSV = 'text/csv; charset=utf-8';

/** Every file that a report can be taken away as. */
export const REPORT_FILES: readonly ReportFile[] = [
  {
    name: 'bao-cao.xlsx',
    words: 'Bảng tính (.xlsx), in được trên giấy A4',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: reportXlsx,
  },
  { name: 'theo-co-quan.csv', words: 'Theo cơ quan (.csv)', type: CSV, make: unitsCsv },
  { name: 'tung-thoi-han.csv', words: 'Từng thời hạn (.csv)', type: CSV, make: deadlinesCsv },
];
