import type { Context } from 'hono';
import type { Html } from '../web/page.ts';
import type { Session } from '../account/sessions.ts';

/** What the console's pages find in their context once the visitor is signed in. */
export interface ConsoleEnv {
  Variables: {
    session: Session;
    /** What every page says first, such as that sending is paused. */
    notice?: Html | undefined;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;

/** Everything of the console lies under this path. */
export const CONSOLE = '/quan-ly';

/** Where a unit that signs in sees all that it leads. */
export const UNIT_HOME = `${CONSOLE}/co-quan`;
