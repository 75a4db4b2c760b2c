import type { Bench, BenchOptions } from './bench.ts';

/** Who is told by letter when a worker finds something not well. */
export const ADMIN = 'quan-tri@dondoc.example';

/** The settings of the worker at this place: its own ways to the servers that all share. */
export function environmentOf(
  bench: Bench,
  at: number,
  { secondHour, templates }: BenchOptions,
): Record<string, string> {
  const way = bench.postgresWays[at];
  return {
    ...(way !== undefined && { DATABASE_URL: `postgres://postgres@127.0.0.1:${way.port}/postgres` }),
    ...(bench.redisWay !== undefined && { REDIS_URL: `redis://127.0.0.1:${bench.redisWay.port}` }),
    ADMIN_MAILBOX: ADMIN,
    SMTP_URL: `smtp://127.0.0.1:${bench.smtpWays[at]?.port ?? 0}`,
    DATA_DIR: bench.dataDir,
    SCHEDULES: at === 1 && secondHour !== undefined ? `${bench.schedules}-2` : bench.schedules,
    ...(templates !== undefined && { TEMPLATES: templates }),
  };
}
