import { changePassword, makeFirstAdmin } from './accounts.ts';
import { endSession, readSession, signIn, type Session } from './sessions.ts';
import { openSingleSignOn, type SignOnServer, type SingleSignOn } from './single-sign-on.ts';
import type { RecordDb } from '../record/open-record.ts';

/** What the console asks about who is signed in. */
export interface AccountDesk {
  /** @returns what the cookie is to carry. @throws AccountRefused */
  signIn(name: string, password: string): Promise<string>;
  /** The organisation's own sign-in server, where one is set. */
  singleSignOn: SingleSignOn | undefined;
  session(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  /** The admin of the very first start with its one-time password; undefined when there is one already. */
  firstAdmin(): Promise<{ name: string; password: string } | undefined>;
  /** @throws AccountRefused */
  changePassword(name: string, passwords: { old: string; fresh: string }): Promise<void>;
}

/** The desk over a record. */
export function openAccountDesk(db: RecordDb, now: () => Date, server?: SignOnServer): AccountDesk {
  return {
    signIn: (name, password) => signIn(db, now(), name, password),
    singleSignOn: server && openSingleSignOn(db, now, server),
    session: (token) => readSession(db, now(), token),
    signOut: (token) => endSession(db, token),
    firstAdmin: () => makeFirstAdmin(db, now()),
    changePassword: (name, passwords) => changePassword(db, now(), name, passwords),
  };
}
