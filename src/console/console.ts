import { Hono } from 'hono';
import type { AccountDesk } from '../account/account-desk.ts';
import type { BoardDesk } from '../board/board-desk.ts';
import type { OfficerDesk } from '../answer/officer-desk.ts';
import type { UnitDesk } from '../answer/unit-desk.ts';
import type { ReportDesk } from '../report/report-desk.ts';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import { createGate, USUAL_LIMITS, type Limits } from '../web/gate.ts';
import { boardPages } from './board-pages.ts';
import { CONSOLE, type ConsoleEnv } from './console-env.ts';
import { deadlineEventPages } from './deadline-event-pages.ts';
import { deadlineLetterPages } from './deadline-letter-pages.ts';
import { deadlinePages } from './deadline-pages.ts';
import { filesPages } from './files-pages.ts';
import { pageGuards, signedIn } from './guards.ts';
import { signOnPages } from './sign-on-pages.ts';
import { pauseNotice } from './pause-notice.ts';
import { queuePages } from './queue-pages.ts';
import { reportPages } from './report-pages.ts';
import { ownAccountPages, signInPages } from './sign-in-pages.ts';
import { systemPages } from './system-pages.ts';
import { unitAccountPages } from './unit-account-pages.ts';

export interface ConsoleParts {
  accounts: AccountDesk;
  /** Absent: no pages of deadlines, letters and events. */
  officers?: OfficerDesk;
  /** Absent, or without a board: no pages for units that sign in. */
  units?: UnitDesk;
  /** Absent: the pages for those who run the system are not there. */
  upkeep?: UpkeepDesk | undefined;
  /** The files that the schedules and letters are written in. */
  files?: FilesDesk;
  /** The address at which others reach the pages. */
  publicUrl: string;
  /** Whether a proxy of ours stands before the server. */
  trustProxy: boolean;
  /** Absent: the usual ones. */
  limits?: Limits;
  /** Every deadline at a glance. */
  board?: BoardDesk;
  /** Absent, or without a board: no reports. */
  reports?: ReportDesk;
}

/** The pages for whoever follows up and whoever keeps the system running, under `CONSOLE`. */
export function consoleApp(parts: ConsoleParts): Hono {
  const { accounts, publicUrl, trustProxy, limits, board, reports, officers, units, upkeep, files } = parts;
  const gate = createGate(limits ?? USUAL_LIMITS, trustProxy);
  const app = new Hono<ConsoleEnv>();
  app.use(...pageGuards(publicUrl));
  const cookie = {
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
    path: CONSOLE,
  } as const;
  app.route('/', signInPages(accounts, gate, cookie));
  if (accounts.singleSignOn) app.route('/', signOnPages(accounts.singleSignOn, publicUrl, cookie));
  app.use(signedIn((token) => accounts.session(token)));
  if (upkeep) app.use(pauseNotice(upkeep));
  app.route('/', ownAccountPages(accounts));
  if (units !== undefined && board !== undefined) app.route('/', unitAccountPages(units, board));
  if (board !== undefined) app.route('/', boardPages(board));
  if (reports !== undefined && board !== undefined) app.route('/', reportPages(reports, board));
  if (officers !== undefined) {
    app.route('/', deadlinePages(officers));
    app.route('/', deadlineLetterPages(officers));
    app.route('/', deadlineEventPages(officers));
  }
  if (upkeep) app.route('/', queuePages(upkeep));
  if (upkeep) app.route('/', systemPages(upkeep));
  if (files) app.route('/', filesPages(files));
  return new Hono().route(CONSOLE, app);
}
