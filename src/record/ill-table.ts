import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** What is said of an ill, in Vietnamese. */
export interface IllSaid {
  sentence: string;
  /** What it consists of, thing by thing. */
  details: IllDetail[];
  /** What an admin does about it. */
  deed: string;
  /** The console's page for it, as a path. */
  page: string;
}

export interface IllDetail {
  title: string;
  /** Whom it concerns; null for what concerns nobody by name. */
  who: string | null;
  /** What became of it, and why. */
  words: string;
  /** The console's page for it, as a path. */
  page: string | null;
}

/** Something that is not well with the system itself, from when it was found until it was not found any more. */
export interface IllTable {
  number: Generated<number>;
  id: string;
  /** It is told once for ever, and its end is not told. */
  once: boolean;
  since: Date;
  /** When a worker last found it. */
  seen_at: Date;
  ended_at: ColumnType<Date | null, Date | null | undefined>;
  said: JSONColumnType<IllSaid, string, string>;
  /** When admins were told, and told of its end: the slot of the letters that say so. */
  told_at: ColumnType<Date | null, Date | null | undefined>;
  end_told_at: ColumnType<Date | null, Date | null | undefined>;
}
