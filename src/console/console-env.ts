import type { Context } from 'hono';
import type { Session } from '../account/sessions.ts';

/** What the console's pages find in their context once the visitor is signed in. */
export interface ConsoleEnv {
  Variables: { session: Session };
}

export type ConsoleContext = Context<ConsoleEnv>;

/** Everything of the console lies under this path. */
export const CONSOLE = '/quan-ly';
