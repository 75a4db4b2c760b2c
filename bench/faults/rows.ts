import { execFile } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import type { IsoDate } from '../../src/calendar/dates.ts';
import type { Trouble } from '../../tests/support/smtp-sink.ts';
import type { Backend, Bench } from './bench.ts';
import type { CutProxy } from './cut-proxy.ts';
import { killAt, killAtRandom, randomFrom, type Point } from './kills.ts';
import { simulated, type Act } from './live-week.ts';
import { WEEK } from './week-plan.ts';

/** One row of the table: a fault, on which backends, and with how many letters in the week unless the command says otherwise. */
export interface Row {
  id: string;
  /** What is done, for the table. */
  does: string;
  backends: Backend[];
  letters: number;
  act?: Act;
  /** Templates of which one throws for one unit. */
  poison?: boolean;
  /** The second worker's letters leave at this hour, until it is given the first one's schedules. */
  secondHour?: string;
  /** The embedded record's folder is a disk of its own that can be filled. */
  smallDisk?: boolean;
}

const SERVERS: Backend[] = ['postgres', 'redis'];
const HOUR_LONG = 60 * 60_000;
const ALL = 10_000;
const MANY = 2_300;
const SOME = 1_150;

const TUESDAY = WEEK[1];
const THURSDAY = WEEK[3];

/** Every fault alone, then mixed. */
export const ROWS: Row[] = [
  { id: 'none', does: 'nothing fails', backends: [...SERVERS, 'embedded'], letters: ALL },
  ...(
    [
      ['before-claim', 'as it is about to claim a letter'],
      ['after-claim', 'when the claim is written and nothing is sent'],
      ['during-data', 'while it is handing over the letter (DATA)'],
      ['before-250', 'when the mail server has the letter and has not said 250'],
      ['before-sent', 'after the 250, as it is about to write “sent”'],
      ['after-sent', 'when “sent” is written and its job has not ended'],
    ] satisfies [Point, string][]
  ).map(([point, when]): Row => ({
    id: `killed-${point}`,
    does: `SIGKILL of a worker ${when}, 12 times`,
    backends: SERVERS,
    letters: SOME,
    act: on([TUESDAY, THURSDAY], (bench) => killAt(bench, point, 3)),
  })),
  {
    id: 'killed-at-random',
    does: 'SIGKILL of a worker at random, 100 times',
    backends: SERVERS,
    letters: ALL,
    act: on(WEEK, (bench, day) => killAtRandom(bench, 20, randomFrom(WEEK.indexOf(day) + 1))),
  },
  {
    id: 'redis-restarted',
    does: 'Redis killed and started again over its data, 3 times a day',
    backends: ['redis'],
    letters: MANY,
    act: on([TUESDAY, THURSDAY], (bench) => thrice(bench, () => bench.redis?.restart('SIGKILL'))),
  },
  {
    id: 'redis-emptied',
    does: 'Redis emptied (FLUSHALL) in the middle of sending, 3 times a day',
    backends: ['redis'],
    letters: MANY,
    act: on(WEEK, (bench) => thrice(bench, () => emptyRedis(bench))),
  },
  {
    id: 'redis-cut-off',
    does: 'Redis out of reach for 20 s, then silent for 20 s',
    backends: ['redis'],
    letters: MANY,
    act: on([TUESDAY, THURSDAY], (bench) =>
      cutOff(bench, bench.redisWay === undefined ? [] : [bench.redisWay]),
    ),
  },
  {
    id: 'postgres-restarted',
    does: 'Postgres killed without warning (SIGQUIT) and started again, 3 times a day',
    backends: SERVERS,
    letters: MANY,
    act: on([TUESDAY, THURSDAY], (bench) => thrice(bench, () => restartPostgres(bench))),
  },
  {
    id: 'postgres-cut-off',
    does: 'Postgres out of reach for 20 s, then silent for 20 s',
    backends: SERVERS,
    letters: MANY,
    act: on([TUESDAY, THURSDAY], (bench) => cutOff(bench, bench.postgresWays)),
  },
  {
    id: 'smtp-down',
    does: 'mail server down for an hour',
    backends: SERVERS,
    letters: SOME,
    act: on([TUESDAY, THURSDAY], async (bench) => {
      for (const way of bench.smtpWays) way.cut();
      await bench.noteInFlight();
      await simulated(bench, HOUR_LONG);
      for (const way of bench.smtpWays) way.mend();
    }),
  },
  {
    id: 'smtp-refusing-all',
    does: 'mail server greets with 554 for an hour',
    backends: SERVERS,
    letters: SOME,
    act: on([TUESDAY], (bench) => refuseGreeting(bench, 554, HOUR_LONG)),
  },
  {
    id: 'smtp-5xx',
    does: '550 to every tenth mailbox, all week',
    backends: SERVERS,
    letters: MANY,
    act: on(WEEK, async (bench) => {
      bench.trouble = (stage, to) => (stage === 'rcpt' && isTenth(to) ? 550 : undefined);
    }),
  },
  {
    id: 'smtp-greylisting',
    does: '451 to the first two tries of every letter, all week',
    backends: SERVERS,
    letters: SOME,
    act: on(WEEK, async (bench) => greylist(bench)),
  },
  {
    id: 'smtp-hanging',
    does: 'mail server falls silent at RCPT TO, 16 letters, until the client gives up',
    backends: SERVERS,
    letters: SOME,
    act: on([TUESDAY], (bench) => hang(bench, 'rcpt', 16)),
  },
  {
    id: 'smtp-hanging-after-data',
    does: 'mail server takes 16 letters and never says so',
    backends: SERVERS,
    letters: SOME,
    act: on([TUESDAY], (bench) => hang(bench, 'stored', 16)),
  },
  {
    id: 'smtp-slow',
    does: 'each of the mail server’s answers comes 300 ms late, all week',
    backends: SERVERS,
    letters: 460,
    act: on(WEEK, async (bench) => {
      for (const way of bench.smtpWays) way.slowDown(300);
    }),
  },
  {
    id: 'smtp-cut-in-data',
    does: 'connection closed during DATA, every fifth letter’s first try',
    backends: SERVERS,
    letters: MANY,
    act: on(WEEK, async (bench) => everyFifth(bench, 'data')),
  },
  {
    id: 'smtp-cut-before-250',
    does: 'letter taken, then the connection dropped without 250, every fifth letter’s first try',
    backends: SERVERS,
    letters: MANY,
    act: on(WEEK, async (bench) => everyFifth(bench, 'stored')),
  },
  {
    id: 'clock-day-forward',
    does: 'every clock jumps a day forward in the middle of sending',
    backends: SERVERS,
    letters: MANY,
    act: on([TUESDAY], async (bench) => {
      await sending(bench);
      bench.setClocks(24 * HOUR_LONG);
    }),
  },
  {
    id: 'clock-hour-back',
    does: 'every clock goes back an hour in the middle of sending',
    backends: SERVERS,
    letters: MANY,
    act: on([TUESDAY, THURSDAY], async (bench) => {
      await sending(bench);
      bench.setClocks(-HOUR_LONG);
    }),
  },
  {
    id: 'two-schedules',
    does: 'two workers with different schedules (letters leave at 07:30, at 08:30) until Thursday',
    backends: SERVERS,
    letters: MANY,
    secondHour: '08:30',
    act: on([THURSDAY], (bench) => bench.giveSecondTheFirstSchedules()),
  },
  {
    id: 'poison',
    does: 'a template that throws for one unit’s letters',
    backends: SERVERS,
    letters: SOME,
    poison: true,
  },
  {
    id: 'embedded-killed',
    does: 'SIGKILL of the one worker at random, 30 times',
    backends: ['embedded'],
    letters: SOME,
    act: on(WEEK.slice(1, 4), (bench, day) => killAtRandom(bench, 10, randomFrom(WEEK.indexOf(day) + 1))),
  },
  {
    id: 'embedded-disk-full',
    does: 'the disk of the embedded record is full for a minute in the middle of sending',
    backends: ['embedded'],
    letters: SOME,
    smallDisk: true,
    act: on([TUESDAY, THURSDAY], (bench) => fillDisk(bench)),
  },
  {
    id: 'mixed',
    does: 'every day: 10 kills at random, Postgres killed, the queue’s server emptied, mail server down for half an hour, greylisting, every fifth 250 lost',
    backends: SERVERS,
    letters: ALL,
    act: on(WEEK, mixed),
  },
];

function on(days: (IsoDate | undefined)[], act: Act): Act {
  return async (bench, day) => {
    if (days.includes(day)) await act(bench, day);
  };
}

/** Resolves when some letters more have reached the mail server: the day's sending is under way. */
async function sending(bench: Bench, letters = 15): Promise<void> {
  const before = bench.accepted();
  for (let waited = 0; bench.accepted() < before + letters && waited < 15_000; waited += 20) await pause(20);
}

/** Does the deed three times, each time while letters are on their way. */
async function thrice(bench: Bench, deed: () => Promise<unknown> | undefined): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    await sending(bench);
    await deed();
  }
}

async function emptyRedis(bench: Bench): Promise<void> {
  if (bench.redis === undefined) return;
  const redis = new Redis(bench.redis.url);
  await redis.flushall();
  redis.disconnect();
}

/** What a crash does: every connection ends, and what was not committed is gone. */
async function restartPostgres(bench: Bench): Promise<void> {
  for (const way of bench.postgresWays) way.cut();
  await bench.noteInFlight();
  await bench.postgres?.restart('SIGQUIT');
  for (const way of bench.postgresWays) way.mend();
}

async function cutOff(bench: Bench, ways: CutProxy[]): Promise<void> {
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

/** Something takes its real time: the clock is not set forward meanwhile. */
async function held(bench: Bench, deed: () => Promise<unknown>): Promise<void> {
  bench.held += 1;
  try {
    await deed();
  } finally {
    bench.held -= 1;
  }
}

/** The mail servers answer so at every letter's greeting for so long; open connections end first, for a greeting comes once. */
async function refuseGreeting(bench: Bench, code: number, milliseconds: number): Promise<void> {
  bench.trouble = (stage) => (stage === 'greeting' ? code : undefined);
  for (const way of bench.smtpWays) {
    way.cut();
    way.mend();
  }
  await bench.noteInFlight();
  await simulated(bench, milliseconds);
  bench.trouble = () => undefined;
}

function isTenth(mailbox: string): boolean {
  return /@co-quan-\d*0\.example$/.test(mailbox);
}

/** Each mailbox is put off twice for each letter that then comes. */
function greylist(bench: Bench): void {
  const tries = new Map<string, number>();
  bench.trouble = (stage, to) => {
    if (stage !== 'rcpt') return undefined;
    const tried = (tries.get(to) ?? 0) + 1;
    tries.set(to, tried);
    return tried % 3 === 0 ? undefined : 451;
  };
}

/** Of five letters the first to come to this stage is cut off there. A letter's content is looked at twice: when it begins and when it has come. */
function everyFifth(bench: Bench, stage: 'data' | 'stored'): void {
  let count = 0;
  bench.trouble = (at) => (at === stage && count++ % (stage === 'data' ? 9 : 5) === 0 ? 'cut' : undefined);
}

/** So many letters meet silence at this stage; resolves when the clients have given up on them. */
async function hang(bench: Bench, stage: 'rcpt' | 'stored', letters: number): Promise<void> {
  let left = letters;
  let last = false;
  await held(bench, async () => {
    bench.trouble = (at) => {
      if (at !== stage || left === 0) return undefined;
      left -= 1;
      last = left === 0;
      return 'hang';
    };
    while (!last) await pause(200);
    await pause(CLIENT_PATIENCE);
  });
  bench.trouble = () => undefined;
}

/** The mailer waits a minute for an answer. */
const CLIENT_PATIENCE = 65_000;

/** Leaves less than a page free for a minute, then makes room again. */
async function fillDisk(bench: Bench): Promise<void> {
  const ballast = join(bench.dataDir, 'ballast');
  await sending(bench);
  await held(bench, async () => {
    const { bavail, bsize } = await statfs(bench.dataDir);
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined);
    await pause(60_000);
    await rm(ballast, { force: true });
  });
  await bench.workers[0]?.start();
}

/** A disk of its own in memory, which only root can make. */
export async function mountDisk(folder: string, megabytes: number): Promise<() => Promise<void>> {
  await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'dondoc-faults', folder]);
  return async () => void (await promisify(execFile)('umount', ['-l', folder]));
}

async function mixed(bench: Bench, day: IsoDate): Promise<void> {
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
  for (const way of bench.smtpWays) way.cut();
  await bench.noteInFlight();
  await simulated(bench, HOUR_LONG / 2);
  for (const way of bench.smtpWays) way.mend();
}
