import { Hono } from 'hono';
import type { AccountDesk } from '../account/account-desk.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import { createGate, USUAL_LIMITS, type Limits } from '../web/gate.ts';
import { CONSOLE, type ConsoleEnv } from './console-env.ts';
import { filesPages } from './files-pages.ts';
import { pageGuards, signedIn } from './guards.ts';
import { ownAccountPages, signInPages } from './sign-in-pages.ts';

export interface ConsoleParts {
  accounts: AccountDesk;
  /** The files that the schedules and letters are written in. */
  files?: FilesDesk;
  /** The address at which others reach the pages. */
  publicUrl: string;
  /** Whether a proxy of ours stands before the server. */
  trustProxy: boolean;
  /** Absent: the usual ones. */
  limits?: Limits;
}

/** The pages for whoever follows up and whoever keeps the system running, under `CONSOLE`. */
export function consoleApp(parts: ConsoleParts): Hono {
  const { accounts, publicUrl, trustProxy, limits } = parts;
  const gate = createGate(limits ?? USUAL_LIMITS, trustProxy);
  const app = new Hono<ConsoleEnv>();
  app.use(...pageGuards(publicUrl));
  app.route('/', signInPages(accounts, gate, publicUrl.startsWith('https:')));
  app.use(signedIn((token) => accounts.session(token)));
  app.route('/', ownAccountPages(accounts));
  if (parts.files) app.route('/', filesPages(parts.files));
  return new Hono().route(CONSOLE, app);
}
