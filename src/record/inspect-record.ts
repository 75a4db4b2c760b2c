import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { EMBEDDED_PARSERS, SERVER_TYPES } from './column-types.ts';
import type { Database } from './database.ts';
import { EmbeddedPool, Turn } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { knownMigrations } from './migrations.ts';
import { appliedMigrations } from './newer-record.ts';
import type { RecordDb } from './open-record.ts';

/** How the record's tables stand to those that this program makes. */
export interface MigrationState {
  /** Steps that the next start will take. */
  missing: string[];
  /** Steps that a newer program has taken. */
  unknown: string[];
  /** Tables without a primary key, which no migration leaves so: a dump brings keys after all rows, and one that was cut off brings none. */
  keyless: string[];
}

const SCHEMA = 'dondoc';
/** A silent server is given up on after this time, in milliseconds. */
const PATIENCE = 5000;

/**
 * Hands over the record as it stands: nothing is made, migrated or written, and the sessions refuse to. Undefined when there is no record yet.
 * @throws FolderInUse while another process holds the embedded record. @throws Error when a server does not answer.
 */
export async function inspectRecord<T>(
  place: { databaseUrl?: string; dataDir: string },
  look: (db: RecordDb, migrations: MigrationState) => Promise<T>,
): Promise<T | undefined> {
  return place.databaseUrl === undefined
    ? inspectFolder(place.dataDir, look)
    : inspectServer(place.databaseUrl, look);
}

type Look<T> = (db: RecordDb, migrations: MigrationState) => Promise<T>;

async function inspectServer<T>(connectionString: string, look: Look<T>): Promise<T | undefined> {
  const pool = new pg.Pool({
    connectionString,
    types: SERVER_TYPES,
    max: 2,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE * 4,
    options: '-c default_transaction_read_only=on',
  });
  pool.on('error', () => undefined);
  return lookInto(pool, look);
}

async function inspectFolder<T>(folder: string, look: Look<T>): Promise<T | undefined> {
  const dataDir = join(folder, 'record');
  if (!existsSync(dataDir)) return undefined;
  const lock = await lockFolder(folder);
  let lite: PGlite | undefined;
  try {
    lite = await PGlite.create({ dataDir, parsers: EMBEDDED_PARSERS });
    await lite.exec(`set timezone to 'UTC'; set default_transaction_read_only = on`);
    return await lookInto(new EmbeddedPool(lite, new Turn()) as unknown as pg.Pool, look);
  } finally {
    await lite?.close();
    await lock.release();
  }
}

async function lookInto<T>(pool: pg.Pool, look: Look<T>): Promise<T | undefined> {
  const base = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    const db = base.withSchema(SCHEMA);
    const migrations = await migrationState(db);
    return migrations === undefined ? undefined : await look(db, migrations);
  } finally {
    await base.destroy();
  }
}

/** What of this program's migrations the record lacks, and what it has beyond them; undefined when it has no tables at all. */
async function migrationState(db: RecordDb): Promise<MigrationState | undefined> {
  const { rows: tables } = await sql<{ name: string; keyed: boolean }>`
    select relname as name,
      exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'p') as keyed
    from pg_class
    where relnamespace = to_regnamespace(${SCHEMA}) and relkind in ('r', 'p')
    order by relname`.execute(db);
  if (tables.length === 0) return undefined;
  const taken = tables.some(({ name }) => name === 'kysely_migration') ? await appliedMigrations(db) : [];
  return {
    missing: knownMigrations.filter((name) => !taken.includes(name)),
    unknown: taken.filter((name) => !knownMigrations.includes(name)),
    keyless: tables.filter(({ keyed }) => !keyed).map(({ name }) => name),
  };
}
