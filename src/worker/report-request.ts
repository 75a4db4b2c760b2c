import { localDate } from '../calendar/dates.ts';
import { twoDigits } from '../calendar/wording.ts';
import { AnswerRefused } from '../answer/answer.ts';
import { readResults, recordedNames } from '../record/read-results.ts';
import type { RecordDb } from '../record/open-record.ts';
import { countingNote, headingOf } from '../report/heading.ts';
import { readPeriod } from '../report/period.ts';
import { makeReport, type Report } from '../report/report.ts';
import { nearest } from '../schedule/nearest.ts';
import type { Instructions } from './instructions.ts';

export interface ReportQuery {
  /** As `readPeriod` reads it. */
  period: string;
  plan?: string | undefined;
  unit?: string | undefined;
}

/**
 * The report on a period: what it is about and the sums as lines, all of it as data (`reportShape`).
 * @throws AnswerRefused for a period that cannot be read, or a plan or unit that nothing knows.
 */
export async function reportReply(
  { period, plan, unit }: ReportQuery,
  {
    db,
    instructions: { schedule },
    now,
  }: { db: RecordDb; instructions: Pick<Instructions, 'schedule'>; now: Date },
): Promise<{ lines: string[]; data: Report }> {
  const reading = readPeriod(period);
  if (!reading.ok) throw new AnswerRefused(`--period: ${reading.error}`);
  const recorded = await recordedNames(db);
  const plans = schedule.folders.flatMap((folder) => folder.plans.map(({ id }) => id));
  const units = schedule.folders.flatMap((folder) => [...folder.units.keys()]);
  assertKnown('--plan', 'kế hoạch', plan, [...plans, ...recorded.plans]);
  assertKnown('--unit', 'cơ quan', unit, [...units, ...recorded.units]);
  const results = await readResults(db, { ...reading.period, plan, unit });
  const report = makeReport(results, schedule, reading.period, localDate(now));
  return { lines: linesOf(report), data: report };
}

function assertKnown(option: string, what: string, id: string | undefined, known: string[]): void {
  if (id === undefined || known.includes(id)) return;
  const guess = nearest(id, known);
  const hint = guess === undefined ? '.' : ` — có phải ý bạn là “${guess}”?`;
  throw new AnswerRefused(`${option}: không có ${what} mã “${id}”${hint}`);
}

function linesOf(report: Report): string[] {
  const { title, about } = headingOf(report);
  const { total } = report;
  if (total.total === 0) return [title, 'Không có thời hạn nào trong kỳ này.'];
  const sums =
    `Tổng số ${twoDigits(total.total)} thời hạn: đúng hạn ${twoDigits(total.onTime)}, trễ hạn ${twoDigits(total.late)}, ` +
    `chưa hoàn thành ${twoDigits(total.open)} (trong đó quá hạn ${twoDigits(total.overdue)}), ` +
    `chờ xác nhận ${twoDigits(total.waiting)}.`;
  return [title, ...about, sums, countingNote(report)];
}
