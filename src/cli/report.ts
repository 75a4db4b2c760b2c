import { writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Command } from 'commander';
import {
  cellText,
  DEADLINE_COLUMNS,
  UNIT_COLUMNS,
  unitSum,
  type Cell,
  type Column,
} from '../report/columns.ts';
import { deadlinesCsv, unitsCsv } from '../report/report-csv.ts';
import { reportXlsx } from '../report/report-xlsx.ts';
import { reportShape, type Report } from '../report/report.ts';
import { replyTo } from './ask.ts';
import { Refusal, type CliContext } from './context.ts';
import { table } from './table.ts';

interface ReportOptions {
  period: string;
  plan?: string;
  unit?: string;
  list?: boolean;
  csv?: string;
  xlsx?: string;
  json?: boolean;
}

/** `report`: per unit what was on time, late, open, and how late; on the screen and as files that this process writes. */
export function reportCommand(context: CliContext): Command {
  return new Command('report')
    .description('Báo cáo theo cơ quan: đúng hạn, trễ hạn, chưa hoàn thành, chờ xác nhận, trễ bình quân')
    .requiredOption('--period <PERIOD>', 'kỳ: 2019, 2019-Q3, 2019-H1, 2019-06 hoặc 2019-06-01..2019-09-30')
    .option('--plan <ID>', 'chỉ một kế hoạch')
    .option('--unit <ID>', 'chỉ một cơ quan')
    .option('--list', 'kể cả từng thời hạn')
    .option('--csv <FILE>', 'ghi bảng theo cơ quan ra FILE, và từng thời hạn ra FILE có thêm “-chi-tiet”')
    .option('--xlsx <FILE>', 'ghi cả hai bảng ra một tệp bảng tính, in được trên giấy A4')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async ({ period, plan, unit, list, csv, xlsx, json }: ReportOptions) => {
      const { lines, data } = await replyTo(context, {
        ask: 'report',
        period,
        ...(plan !== undefined && { plan }),
        ...(unit !== undefined && { unit }),
      });
      const report = reportShape.parse(data);
      const files = csv === undefined ? [] : csvFiles(csv, report);
      if (xlsx !== undefined) files.push({ path: xlsx, content: await reportXlsx(report) });
      for (const { path, content } of files) await write(path, content);
      if (json) return context.print(JSON.stringify(report));
      const written = files.map(({ path }) => `Đã ghi ${path}`);
      for (const line of [...lines, ...tables(report, list ?? false, context.colour), ...written])
        context.print(line);
    });
}

/** Two files, since a CSV file holds one table. */
function csvFiles(path: string, report: Report): { path: string; content: string | Buffer }[] {
  const { dir, name, ext } = parse(path);
  return [
    { path, content: unitsCsv(report) },
    { path: join(dir, `${name}-chi-tiet${ext}`), content: deadlinesCsv(report) },
  ];
}

async function write(path: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Refusal(`Không ghi được tệp ${path}: ${(error as Error).message}`);
  }
}

function tables(report: Report, list: boolean, colour: boolean): string[] {
  if (report.total.total === 0) return [];
  const units = textTable(UNIT_COLUMNS, [...report.units, unitSum(report)], colour);
  const deadlines = list ? textTable(DEADLINE_COLUMNS, report.deadlines, colour) : [];
  return [units, deadlines].flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]));
}

function textTable<Row>(columns: Column<Row>[], rows: Row[], colour: boolean): string[] {
  const heads = columns.flatMap(({ onScreen }) => onScreen ?? []);
  const shown = columns.filter(({ onScreen }) => onScreen !== undefined);
  const lines = rows.map((row) => shown.map(({ cell, onScreen = '' }) => aligned(cell(row), onScreen)));
  return table(heads, lines, colour);
}

/** The table puts numbers to the right by itself; an average is words to it. */
function aligned(cell: Cell, head: string): string | number {
  if (typeof cell === 'number') return cell;
  const isAverage = cell !== null && typeof cell === 'object' && 'average' in cell;
  return isAverage ? cellText(cell).padStart(head.length) : cellText(cell);
}
