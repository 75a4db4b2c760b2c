import { localDate, type IsoDate } from '../calendar/dates.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readResults } from '../record/read-results.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { coverageOf, lastFinishedDay, type Coverage } from './coverage.ts';
import type { Period } from './period.ts';
import { proveDay } from './prove-day.ts';
import { makeReport, type Report } from './report.ts';

/** What a report is about; what is absent does not narrow it. */
export interface ReportWish {
  period: Period;
  /** A plan's id. */
  plan?: string | undefined;
  /** The id of a unit that leads. */
  unit?: string | undefined;
}

/** What somebody may see who does not see all: the deadlines by their ids, and letters without deadlines of one folder. */
export interface ReportLimits {
  folder: string;
  deadlines: ReadonlySet<string>;
}

/** What the pages of reports ask of whoever holds the record. Nothing here changes it. */
export interface ReportDesk {
  report(wish: ReportWish, limits?: ReportLimits): Promise<Report>;
  /** The proof of a day; undefined for one outside the years that the calendar knows. */
  proof(day: IsoDate, limits?: ReportLimits): Promise<Coverage | undefined>;
  /** The last working day whose sending hours are over. */
  lastFinishedDay(): IsoDate;
}

export interface ReportDeskParts {
  db: RecordDb;
  now: () => Date;
  /** The schedules in force. */
  instructions: () => { schedule: Schedule; fingerprint: string };
}

/** The desk over a record. */
export function openReportDesk({ db, now, instructions }: ReportDeskParts): ReportDesk {
  return {
    async report({ period, plan, unit }, limits) {
      const results = await readResults(db, { ...period, plan, unit });
      const own = limits === undefined ? results : results.filter(({ id }) => limits.deadlines.has(id));
      return makeReport(own, instructions().schedule, period, localDate(now()));
    },
    async proof(day, limits) {
      if (!instructions().schedule.calendar.covers(day)) return undefined;
      const coverage = await proveDay(day, { db, instructions: instructions(), now: now() });
      if (limits === undefined) return coverage;
      const own = coverage.items.filter(({ deadline, folder }) =>
        deadline === null ? folder === limits.folder : limits.deadlines.has(deadline),
      );
      return coverageOf(day, own);
    },
    lastFinishedDay: () => lastFinishedDay(now(), instructions().schedule),
  };
}
