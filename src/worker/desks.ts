import { openAccountDesk, type AccountDesk } from '../account/account-desk.ts';
import { openAnswerDesk, type AnswerDesk } from '../answer/answer-desk.ts';
import { openOfficerDesk, type OfficerDesk } from '../answer/officer-desk.ts';
import { openUnitDesk, type UnitDesk } from '../answer/unit-desk.ts';
import { openBoardDesk, type BoardDesk } from '../board/board-desk.ts';
import { openFilesDesk, type FilesDesk } from '../files/files-desk.ts';
import type { Mailer } from '../mail/send-mail.ts';
import { unitFeed } from '../mail/unit-feed.ts';
import { PLAN_DAYS } from '../plan/plan-work.ts';
import type { SendQueue } from '../queue/send-queue.ts';
import type { RecordDb } from '../record/open-record.ts';
import { remembered } from '../record/remembered.ts';
import { unitDeadlines } from '../record/unit-deadlines.ts';
import { openReportDesk, type ReportDesk } from '../report/report-desk.ts';
import type { Settings } from '../settings/settings.ts';
import { openUpkeepDesk, type UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import type { BounceState } from './bounce-rounds.ts';
import { coverageReply } from './coverage-request.ts';
import type { Instructions } from './instructions.ts';

/** What pages ask of the record that a worker holds. */
export interface Desks {
  /** What the pages of links ask of the record. */
  answers: AnswerDesk;
  /** Who may sign in to the console. */
  accounts: AccountDesk;
  /** Every deadline at a glance. */
  board: BoardDesk;
  /** What the units did, and the proof of each day. */
  reports: ReportDesk;
  /** What the console asks of the record about single deadlines, letters and events. */
  officers: OfficerDesk;
  /** What a unit that signs in asks of the record. */
  units: UnitDesk;
  /** The files that the schedules and letters are written in. */
  files: FilesDesk;
  /** What those who run the system see and do. */
  upkeep: UpkeepDesk;
}

export interface DeskParts {
  db: RecordDb;
  queue: SendQueue;
  mailer: Mailer;
  settings: Settings;
  instructions: { current: Instructions; problems: string[] };
  now: () => Date;
  /** Plans anew, so that what was just written down takes effect. */
  plan: () => Promise<unknown>;
  lastBeat: () => Date | null;
  /** How the mailbox for returned mail is read; undefined when none is set. */
  bounces: () => BounceState | undefined;
}

/** Opens every desk over one record. */
export function openDesks(parts: DeskParts): Desks {
  const { db, queue, mailer, settings, instructions, now, plan, lastBeat, bounces } = parts;
  const schedule = () => instructions.current.schedule;
  const place = { db, now, schedule, plan };
  return {
    answers: openAnswerDesk({
      ...place,
      feed: async (folder, unit) =>
        unitFeed(
          await unitDeadlines(db, folder, unit),
          schedule(),
          { folder, unit },
          settings.mailFrom.domain,
        ),
    }),
    accounts: openAccountDesk(db, now, settings.signOn),
    board: openBoardDesk(place),
    reports: openReportDesk({ db, now, instructions: () => instructions.current }),
    officers: openOfficerDesk(place),
    units: openUnitDesk(place),
    files: openFilesDesk({
      ...{ db, now, plan, planDays: PLAN_DAYS },
      schedules: settings.schedules,
      templates: settings.templates,
      inForce: () => ({ schedule: schedule(), problems: instructions.problems }),
    }),
    upkeep: openUpkeepDesk({
      ...place,
      queue,
      lastBeat,
      bounces,
      problems: () => instructions.problems,
      checkMail: () => mailer.check(),
      proof: () =>
        remembered(db, 'proof', { now: now(), from: [instructions.current] }, async () => {
          const { data, lines } = await coverageReply(
            {},
            { db, instructions: instructions.current, now: now() },
          );
          return { day: data.day, lines };
        }),
    }),
  };
}
