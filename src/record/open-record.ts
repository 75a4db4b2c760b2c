import { PGlite } from '@electric-sql/pglite';
import { Kysely, Migrator, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Database } from './database.ts';
import { EmbeddedPool, Turn } from './embedded-pool.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { migrationProvider } from './migrations.ts';
import { EMBEDDED_PARSERS, SERVER_TYPES } from './column-types.ts';
import { RecordIsNewer, refuseNewer } from './newer-record.ts';
import { recordFolder } from './record-folder.ts';
import { serverPool } from './server-pool.ts';

export type RecordDb = Kysely<Database>;
export type RecordTransaction = Transaction<Database>;

/** An open record, and the Postgres that the queue may share with it. */
export interface OpenRecord {
  db: RecordDb;
  /** A pool whose search path leads to BullMQ's schema. */
  queuePool: pg.Pool;
  /** The embedded record's lock; undefined on a server, where many processes may work. */
  lock: FolderLock | undefined;
  /** Whether another process may be sending letters of this record at this moment. */
  shared: boolean;
  /** The whole embedded record as one file, taken between two transactions; undefined on a server. */
  dump?: () => Promise<Uint8Array>;
  /** Deletes everything in the record, for a replay that nobody keeps. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/** Where the record lives: a Postgres server, a folder of its own, or (for what nobody keeps) memory, which may begin from the tar of an earlier one. */
export type RecordPlace =
  { server: string; schema: string } | { folder: string } | { memory: true; from?: Blob };

/** The place that the settings name for the working record. */
export function recordPlace(settings: { databaseUrl?: string; dataDir: string }): RecordPlace {
  return settings.databaseUrl === undefined
    ? { folder: settings.dataDir }
    : { server: settings.databaseUrl, schema: SCHEMA };
}

const SCHEMA = 'dondoc';
const QUEUE_SCHEMA = 'bullmq';

/**
 * Opens the record and brings its tables up to date.
 * @throws FolderInUse when another process holds the embedded record's folder. @throws RecordIsNewer
 */
export async function openRecord(place: RecordPlace): Promise<OpenRecord> {
  if ('server' in place) return openServer(place.server, place.schema);
  return 'folder' in place ? openEmbedded(place.folder) : openEmbedded(undefined, place.from);
}

async function openServer(server: string, schema: string): Promise<OpenRecord> {
  const pool = serverPool({ connectionString: server, types: SERVER_TYPES, max: 10 });
  const queuePool = serverPool({
    connectionString: server,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    max: 12,
  });
  const db = await migrated(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), schema);
  return {
    db,
    queuePool,
    lock: undefined,
    shared: true,
    discard: () => discard(db, schema),
    close: async () => {
      await db.destroy();
      await queuePool.end();
    },
  };
}

async function openEmbedded(folder: string | undefined, from?: Blob): Promise<OpenRecord> {
  const lock = folder === undefined ? undefined : await lockFolder(folder);
  let lite: PGlite | undefined;
  const close = async () => {
    await lite?.close();
    await lock?.release();
  };
  try {
    const dataDir = folder === undefined ? 'memory://' : await recordFolder(folder);
    lite = await PGlite.create({
      ...{ dataDir, parsers: EMBEDDED_PARSERS },
      ...(from !== undefined && { loadDataDir: from }),
    });
    const { db, ...lent } = await openLite(lite);
    return {
      db,
      ...lent,
      lock,
      shared: false,
      discard: () => discard(db, SCHEMA),
      close: async () => {
        await db.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openLite(lite: PGlite): Promise<Pick<OpenRecord, 'db' | 'queuePool' | 'dump'>> {
  await lite.exec(`set search_path to ${QUEUE_SCHEMA}, public; set timezone to 'UTC'`);
  const turn = new Turn();
  const pool = () => new EmbeddedPool(lite, turn) as unknown as pg.Pool;
  const base = new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool() }) });
  const dump = () =>
    turn.take(async () => {
      // What is in files then needs no repair when it is opened.
      await lite.exec('checkpoint');
      const packed = await lite.dumpDataDir('gzip');
      return new Uint8Array(await packed.arrayBuffer());
    });
  return { db: await migrated(base, SCHEMA), queuePool: pool(), dump };
}

async function discard(db: RecordDb, schema: string): Promise<void> {
  await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
}

/**
 * Kysely's migrator takes a lock of its own, so that two processes starting at once do not both migrate, and changes nothing where it finds
 * a migration that it does not know. Either all that is missing is done or nothing. @throws RecordIsNewer
 */
async function migrated(base: RecordDb, schema: string): Promise<RecordDb> {
  const db = base.withSchema(schema);
  const migrator = new Migrator({ db, provider: migrationProvider, migrationTableSchema: schema });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    try {
      await refuseNewer(db);
    } catch (trouble) {
      // Whatever else goes wrong here only follows from the first error, which says why.
      if (trouble instanceof RecordIsNewer) throw trouble;
    } finally {
      await base.destroy();
    }
    throw error instanceof Error ? error : new Error('The record could not be migrated', { cause: error });
  }
  return db;
}
