import type { IsoDate } from '../../src/calendar/dates.ts';
import type { Backend } from './bench.ts';
import { fillDisk } from './disk-fault.ts';
import { killAt, killAtRandom, randomFrom, type Point } from './kills.ts';
import type { Act } from './live-week.ts';
import {
  everyFifth,
  greylist,
  hang,
  isTenth,
  mailDown,
  refuseEverybody,
  refuseGreeting,
} from './mail-faults.ts';
import { mixed } from './mixed-faults.ts';
import { cutOff, emptyRedis, restartPostgres } from './server-faults.ts';
import { sending, thrice } from './while-sending.ts';
import { WEEK } from './week-plan.ts';

/** One row of the table: a fault, and on which backends it is lived. */
export interface Row {
  id: string;
  /** What is done, for the table. */
  does: string;
  backends: Backend[];
  act?: Act;
  /** Without these the row has shown nothing: workers killed, letters on their way when the fault came, letters refused for good or given up. */
  mustMeet?: 'kills' | 'kills and letters' | 'refusals';
  /** Templates of which one throws for some units. */
  poison?: boolean;
  /** The second worker's letters leave at this hour, until it is given the first one's schedules. */
  secondHour?: string;
  /** The embedded record's folder is a disk of its own that can be filled. */
  smallDisk?: boolean;
}

const SERVERS: Backend[] = ['postgres', 'redis'];
const HOUR_LONG = 60 * 60_000;

const TUESDAY = WEEK[1];
const THURSDAY = WEEK[3];

/** Every fault alone, then mixed. */
export const ROWS: Row[] = [
  { id: 'none', does: 'nothing fails', backends: [...SERVERS, 'embedded'] },
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
    does: `SIGKILL of a worker ${when}`,
    backends: SERVERS,
    mustMeet: ['before-claim', 'after-sent'].includes(point) ? 'kills' : 'kills and letters',
    act: on([TUESDAY, THURSDAY], (bench) => killAt(bench, point, 3)),
  })),
  {
    id: 'killed-at-random',
    does: 'SIGKILL of a worker at random, 100 times',
    backends: SERVERS,
    act: on(WEEK, (bench, day) => killAtRandom(bench, 20, randomFrom(WEEK.indexOf(day) + 1))),
  },
  {
    id: 'redis-restarted',
    does: 'Redis killed and started again over its data, 3 times a day',
    backends: ['redis'],
    act: on([TUESDAY, THURSDAY], (bench) => thrice(bench, () => bench.redis?.restart('SIGKILL'))),
  },
  {
    id: 'redis-emptied',
    does: 'Redis emptied (FLUSHALL) in the middle of sending, 3 times a day',
    backends: ['redis'],
    act: on(WEEK, (bench) => thrice(bench, () => emptyRedis(bench))),
  },
  {
    id: 'redis-cut-off',
    does: 'Redis out of reach for 20 s, then silent for 20 s',
    backends: ['redis'],
    act: on([TUESDAY, THURSDAY], (bench) =>
      cutOff(bench, bench.redisWay === undefined ? [] : [bench.redisWay]),
    ),
  },
  {
    id: 'postgres-restarted',
    does: 'Postgres killed without warning (SIGQUIT) and started again, 3 times a day',
    backends: SERVERS,
    act: on([TUESDAY, THURSDAY], (bench) => thrice(bench, () => restartPostgres(bench))),
  },
  {
    id: 'postgres-cut-off',
    does: 'Postgres out of reach for 20 s, then silent for 20 s',
    backends: SERVERS,
    act: on([TUESDAY, THURSDAY], (bench) => cutOff(bench, bench.postgresWays)),
  },
  {
    id: 'smtp-down',
    does: 'mail server down for an hour',
    backends: SERVERS,
    act: on([TUESDAY, THURSDAY], (bench) => mailDown(bench, HOUR_LONG)),
  },
  {
    id: 'smtp-refusing-all',
    does: 'mail server greets with 554 for an hour',
    backends: SERVERS,
    act: on([TUESDAY], (bench) => refuseGreeting(bench, 554, HOUR_LONG)),
  },
  {
    id: 'smtp-refusing-rcpt',
    does: '554 to every mailbox for an hour',
    backends: SERVERS,
    act: on([TUESDAY], (bench) => refuseEverybody(bench, 554, HOUR_LONG)),
  },
  {
    id: 'smtp-5xx',
    does: '550 to every tenth mailbox, all week',
    mustMeet: 'refusals',
    backends: SERVERS,
    act: on(WEEK, async (bench) => {
      bench.trouble = (stage, to) => (stage === 'rcpt' && isTenth(to) ? 550 : undefined);
    }),
  },
  {
    id: 'smtp-greylisting',
    does: '451 to each mailbox for ten minutes from its first try of the day, all week',
    backends: SERVERS,
    act: on(WEEK, async (bench) => greylist(bench, 10 * 60_000)),
  },
  {
    id: 'smtp-hanging',
    does: 'mail server falls silent at RCPT TO, 16 letters, until the client gives up',
    backends: SERVERS,
    act: on([TUESDAY], (bench) => hang(bench, 'rcpt', 16)),
  },
  {
    id: 'smtp-hanging-after-data',
    does: 'mail server takes 16 letters and never says so',
    backends: SERVERS,
    act: on([TUESDAY], (bench) => hang(bench, 'stored', 16)),
  },
  {
    id: 'smtp-slow',
    does: 'each of the mail server’s answers comes 300 ms late, all week',
    backends: SERVERS,
    act: on(WEEK, async (bench) => {
      for (const way of bench.smtpWays) way.slowDown(300);
    }),
  },
  {
    id: 'smtp-cut-in-data',
    does: 'connection closed during DATA, about every fifth time',
    backends: SERVERS,
    act: on(WEEK, async (bench) => everyFifth(bench, 'data')),
  },
  {
    id: 'smtp-cut-before-250',
    does: 'letter taken, then the connection dropped without 250, every fifth time',
    backends: SERVERS,
    act: on(WEEK, async (bench) => everyFifth(bench, 'stored')),
  },
  {
    id: 'clock-day-forward',
    does: 'every clock jumps a day forward in the middle of sending',
    backends: SERVERS,
    act: on([TUESDAY], async (bench) => {
      await sending(bench);
      bench.setClocks(24 * HOUR_LONG);
    }),
  },
  {
    id: 'clock-hour-back',
    does: 'every clock goes back an hour in the middle of sending',
    backends: SERVERS,
    act: on([TUESDAY, THURSDAY], async (bench) => {
      await sending(bench);
      bench.setClocks(-HOUR_LONG);
    }),
  },
  {
    id: 'two-schedules',
    does: 'two workers with different schedules (letters leave at 07:30, at 08:30) until Thursday',
    backends: SERVERS,
    secondHour: '08:30',
    act: on([THURSDAY], (bench) => bench.giveSecondTheFirstSchedules()),
  },
  {
    id: 'poison',
    mustMeet: 'refusals',
    does: 'a template that throws for the letters of every unit whose number begins with 3',
    backends: SERVERS,
    poison: true,
  },
  {
    id: 'embedded-killed',
    does: 'SIGKILL of the one worker at random, 30 times',
    backends: ['embedded'],
    act: on(WEEK.slice(1, 4), (bench, day) => killAtRandom(bench, 10, randomFrom(WEEK.indexOf(day) + 1))),
  },
  {
    id: 'embedded-disk-full',
    does: 'the disk of the embedded record is full for a minute in the middle of sending',
    backends: ['embedded'],
    smallDisk: true,
    act: on([TUESDAY, THURSDAY], (bench) => fillDisk(bench)),
  },
  {
    id: 'mixed',
    does: 'every day: 10 kills at random, Postgres killed, the queue’s server emptied, mail server down for half an hour, greylisting, every fifth 250 lost',
    backends: SERVERS,
    act: on(WEEK, mixed),
  },
];

function on(days: (IsoDate | undefined)[], act: Act): Act {
  return async (bench, day) => {
    if (days.includes(day)) await act(bench, day);
  };
}
