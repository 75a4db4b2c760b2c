import type { ColumnType } from 'kysely';

export type AccountRole = 'unit' | 'viewer' | 'officer' | 'admin';

/** Who may sign in to the console. */
export interface AccountTable {
  /** Lower-case letters, digits, dots and hyphens. */
  name: string;
  role: AccountRole;
  /** The unit that answers for itself, or that an officer follows up for; null for the other roles. */
  folder: string | null;
  unit: string | null;
  /** The hashed password with the settings it was hashed by. */
  password: string;
  /** The password was handed out and must be changed at the first sign-in. */
  one_time: boolean;
  /** Wrong passwords since the last right one. */
  failures: ColumnType<number, number | undefined>;
  locked_until: ColumnType<Date | null, Date | null | undefined>;
  made_at: Date;
  ended_at: ColumnType<Date | null, Date | null | undefined>;
}

/** A browser that is signed in. */
export interface SessionTable {
  /** The hash of what the browser's cookie carries: whoever reads the table cannot sign in with it. */
  id: string;
  account: string;
  /** What forms of this session carry. */
  form_token: string;
  made_at: Date;
  seen_at: Date;
}
