import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Bench } from './bench.ts';
import type { CutProxy } from './cut-proxy.ts';
import { held, sending } from './while-sending.ts';

/** As when somebody runs FLUSHALL there. */
export async function emptyRedis(bench: Bench): Promise<void> {
  if (bench.redis === undefined) return;
  const redis = new Redis(bench.redis.url);
  await redis.flushall();
  redis.disconnect();
}

/** What a crash does: every connection ends, and what was not committed is gone. */
export async function restartPostgres(bench: Bench): Promise<void> {
  for (const way of bench.postgresWays) way.cut();
  await bench.noteInFlight();
  await bench.postgres?.restart('SIGQUIT');
  for (const way of bench.postgresWays) way.mend();
}

/** First no connection is taken for 20 s, then they are taken and nothing passes. */
export async function cutOff(bench: Bench, ways: CutProxy[]): Promise<void> {
  await sending(bench);
  await held(bench, async () => {
    for (const way of ways) way.cut();
    await bench.noteInFlight();
    await pause(20_000);
    for (const way of ways) way.mend();
    await pause(3000);
    for (const way of ways) way.silence();
    await bench.noteInFlight();
    await pause(20_000);
    // What has been silent so long is forgotten by the machines between: the connections end with it.
    for (const way of ways) way.cut();
    for (const way of ways) way.mend();
  });
}
