import type { IsoDate } from '../../src/calendar/dates.ts';
import type { Trouble } from '../../tests/support/smtp-sink.ts';
import type { Bench } from './bench.ts';
import { killAtRandom, randomFrom } from './kills.ts';
import { isTenth, mailDown } from './mail-faults.ts';
import { emptyRedis, restartPostgres } from './server-faults.ts';
import { sending } from './while-sending.ts';
import { WEEK } from './week-plan.ts';

const HALF_AN_HOUR = 30 * 60_000;

/** Everything at once: a server that fails while another is still recovering. */
export async function mixed(bench: Bench, day: IsoDate): Promise<void> {
  const tries = new Map<string, number>();
  let taken = 0;
  bench.trouble = (stage, to): Trouble | undefined => {
    if (stage === 'stored') return taken++ % 5 === 0 ? 'cut' : undefined;
    if (stage !== 'rcpt' || !isTenth(to)) return undefined;
    const tried = (tries.get(to) ?? 0) + 1;
    tries.set(to, tried);
    return tried % 2 === 0 ? undefined : 451;
  };
  const kills = killAtRandom(bench, 10, randomFrom(100 + WEEK.indexOf(day)));
  await sending(bench);
  await restartPostgres(bench);
  await sending(bench);
  await emptyRedis(bench);
  await kills;
  await mailDown(bench, HALF_AN_HOUR);
}
