import { RedisAway } from '../queue/redis-away.ts';
import type { Settings } from '../settings/settings.ts';
import { wordsOf } from '../worker/words-of.ts';
import { postgresTrouble } from './postgres-trouble.ts';
import { storageTrouble } from './storage-trouble.ts';

/**
 * One line on a failure that an administrator meets and can mend: Postgres or Redis that does not answer or does not let us in, a data folder that cannot
 * be written, a full disk. It holds no password. Undefined for every other failure, and before the settings have been read.
 */
export function knownTrouble(
  error: unknown,
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'> | undefined,
): string | undefined {
  if (settings === undefined) return undefined;
  const { databaseUrl, dataDir } = settings;
  for (const one of within(error)) {
    const words =
      redisTrouble(one) ??
      (databaseUrl === undefined ? undefined : postgresTrouble(one, databaseUrl)) ??
      storageTrouble(one, dataDir);
    if (words !== undefined)
      return `${words.replace(/\s+/g, ' ')} Chạy “dondoc doctor” để kiểm tra từng mục.`;
  }
  return undefined;
}

function redisTrouble(error: Error): string | undefined {
  if (!(error instanceof RedisAway)) return undefined;
  return `Không kết nối được Redis tại ${error.host} (${wordsOf(error.cause)}). Xem Redis có chạy không và REDIS_URL có đúng không.`;
}

/** The error, then what it gathers and what caused it. */
function* within(error: unknown): Generator<Error> {
  if (isFileFault(error)) yield Object.assign(new Error(), error);
  if (!(error instanceof Error)) return;
  yield error;
  // What `fetch` met, it keeps under a TypeError; that was neither Postgres nor a file.
  if (error instanceof TypeError) return;
  if (error instanceof AggregateError) for (const one of error.errors) yield* within(one);
  yield* within(error.cause);
}

/** The embedded Postgres throws what is no error when a file of its fails it. */
function isFileFault(thrown: unknown): thrown is { name: 'ErrnoError'; errno: number } {
  if (typeof thrown !== 'object' || thrown === null || thrown instanceof Error) return false;
  return 'name' in thrown && thrown.name === 'ErrnoError';
}
