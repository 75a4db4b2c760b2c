import { Hono } from 'hono';
import type { AccountDesk } from '../account/account-desk.ts';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import { createGate, USUAL_LIMITS, type Limits } from '../web/gate.ts';
import { CONSOLE, type ConsoleEnv } from './console-env.ts';
import { pageGuards, signedIn } from './guards.ts';
import { pauseNotice } from './pause-notice.ts';
import { queuePages } from './queue-pages.ts';
import { ownAccountPages, signInPages } from './sign-in-pages.ts';
import { systemPages } from './system-pages.ts';

export interface ConsoleParts {
  accounts: AccountDesk;
  /** Absent: the pages for those who run the system are not there. */
  upkeep?: UpkeepDesk | undefined;
  /** The address at which others reach the pages. */
  publicUrl: string;
  /** Whether a proxy of ours stands before the server. */
  trustProxy: boolean;
  /** Absent: the usual ones. */
  limits?: Limits;
}

/** The pages for whoever follows up and whoever keeps the system running, under `CONSOLE`. */
export function consoleApp({ accounts, upkeep, publicUrl, trustProxy, limits }: ConsoleParts): Hono {
  const gate = createGate(limits ?? USUAL_LIMITS, trustProxy);
  const app = new Hono<ConsoleEnv>();
  app.use(...pageGuards(publicUrl));
  app.route('/', signInPages(accounts, gate, publicUrl.startsWith('https:')));
  app.use(signedIn((token) => accounts.session(token)));
  if (upkeep) app.use(pauseNotice(upkeep));
  app.route('/', ownAccountPages(accounts));
  if (upkeep) app.route('/', queuePages(upkeep));
  if (upkeep) app.route('/', systemPages(upkeep));
  return new Hono().route(CONSOLE, app);
}
