import type { IsoDate } from '../calendar/dates.ts';
import { AnswerRefused } from '../answer/answer.ts';
import { coverageLines } from '../report/coverage-lines.ts';
import { lastFinishedDay, type Coverage } from '../report/coverage.ts';
import { proveDay, type ProofParts } from '../report/prove-day.ts';

export interface CoverageQuery {
  /** Absent: the last finished working day. */
  day?: IsoDate | undefined;
  /** Lists what was said too. */
  all?: boolean | undefined;
}

/** The proof of a day, in lines and as data. @throws AnswerRefused for a day outside the known calendar. */
export async function coverageReply(
  { day, all = false }: CoverageQuery,
  parts: ProofParts,
): Promise<{ lines: string[]; data: Coverage }> {
  const { schedule } = parts.instructions;
  const asked = day ?? lastFinishedDay(parts.now, schedule);
  if (!schedule.calendar.covers(asked))
    throw new AnswerRefused(`--day: ${asked} nằm ngoài các năm có lịch làm việc.`);
  const coverage = await proveDay(asked, parts);
  return { lines: coverageLines(coverage, { all }), data: coverage };
}
