import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { BounceState } from './bounce-rounds.ts';
import type { RecordedIll } from '../record/ills.ts';
import type { Readings } from '../record/readings.ts';
import type { Coverage } from '../report/coverage.ts';
import type { FailedLetter } from './send-letter.ts';

/** What is measured besides the record. */
export interface Measured extends Readings {
  lastBeat: Date | null;
  jobs: Record<string, number>;
  problems: readonly string[];
  /** The proof of the last finished working day; undefined until the first look. */
  coverage: Coverage | undefined;
  ills: readonly RecordedIll[];
  /** How the mailbox for returned mail is read; undefined when none is set. */
  bounces: BounceState | undefined;
}

export interface Metrics {
  /** A letter that was to leave at `slot` was accepted by the mail server at `at`. */
  sent(slot: Date, at: Date): void;
  /** A try of a letter failed, at the mail server or before. */
  failed(letter: Pick<FailedLetter, 'kind' | 'outcome'> & { cause: 'server' | 'unwritten' }): void;
  /** A beat ended after so many milliseconds; `left`: another process made it. */
  beat(outcome: 'ok' | 'left' | 'failed', milliseconds: number): void;
  /** A heartbeat was taken, not taken, or withheld because something is not well. */
  heartbeat(outcome: 'ok' | 'failed' | 'withheld'): void;
  /** Everything measured, in Prometheus's text format. */
  read(): Promise<{ type: string; text: string }>;
}

/** Seconds between a letter's slot and the mail server's acceptance: seconds on a good day, days after an outage. */
const LATENESS = [1, 10, 60, 300, 900, 3600, 4 * 3600, 24 * 3600, 72 * 3600];

/** Seconds: a small record takes milliseconds, thousands of deadlines seconds. */
const BEAT_DURATION = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120];

/** The process's metrics; `measure` is asked each time they are read, at `now`. */
export function openMetrics(measure: () => Promise<Measured>, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const lateness = new Histogram({
    name: 'dondoc_letter_lateness_seconds',
    help: 'From the hour a letter was to leave to the acceptance by the mail server, by this process',
    buckets: LATENESS,
    registers,
  });
  const failures = new Counter({
    name: 'dondoc_letter_failures_total',
    help: 'Tries of letters by this process that the mail server did not take, by kind, outcome (retrying, refused, failed) and cause (server; unwritten: a template threw)',
    labelNames: ['kind', 'outcome', 'cause'],
    registers,
  });
  const beats = new Counter({
    name: 'dondoc_beats_total',
    help: 'Beats of this process, by outcome (ok, left: another process made it, failed)',
    labelNames: ['outcome'],
    registers,
  });
  const beatDuration = new Histogram({
    name: 'dondoc_beat_duration_seconds',
    help: 'How long the beats of this process take',
    buckets: BEAT_DURATION,
    registers,
  });
  const heartbeats = new Counter({
    name: 'dondoc_heartbeats_total',
    help: 'Heartbeats of this process to HEARTBEAT_URL, by outcome (ok, failed: not taken, withheld: something is not well)',
    labelNames: ['outcome'],
    registers,
  });
  // A counter that nothing has moved yet is 0, not absent: an alert on its rise must see the first one.
  for (const outcome of ['ok', 'left', 'failed']) beats.inc({ outcome }, 0);
  for (const outcome of ['ok', 'failed', 'withheld']) heartbeats.inc({ outcome }, 0);
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `dondoc_${name}`, help, labelNames, registers });
  const gauges = {
    letters: gauge('letters', 'Letters in the record, by status', ['status']),
    deadlines: gauge('deadlines', 'Deadlines in the record, by status', ['status']),
    jobs: gauge('queue_jobs', 'Jobs in the queue, by state', ['state']),
    age: gauge(
      'oldest_due_letter_seconds',
      'How long the letter waits that has waited longest past its hour; 0: none does',
    ),
    beat: gauge('last_beat_seconds', 'Since the last beat that succeeded; absent before the first'),
    problems: gauge(
      'schedule_problems',
      'Problems in the files on disk, which are not in use while there are any',
    ),
    returned: gauge(
      'returned_mail',
      'Messages read from the mailbox for returned mail, by verdict: hard, expired, delayed, ignored',
      ['verdict'],
    ),
    dead: gauge('dead_mailboxes', 'Mailboxes that take no mail, until somebody replaces or revives them'),
    bounceRead: gauge(
      'returned_mail_read_seconds',
      'Since the mailbox for returned mail was last read to its end; absent before that, or when none is set',
    ),
    bounceTrouble: gauge(
      'returned_mail_trouble',
      '1 while the mailbox for returned mail cannot be read; absent when none is set',
    ),
    paused: gauge('sending_paused', '1 while an admin has stopped all sending'),
    covered: gauge(
      'coverage_items',
      'What was to be said on the last finished working day, by what became of it; absent before the first look',
      ['outcome'],
    ),
    ills: gauge('ills', 'What is not well, by kind; absent while nothing is', ['kind']),
  };
  return {
    failed: ({ kind, outcome, cause }) => failures.inc({ kind, outcome, cause }),
    beat(outcome, milliseconds) {
      beats.inc({ outcome });
      if (outcome !== 'left') beatDuration.observe(Math.max(0, milliseconds / 1000));
    },
    heartbeat: (outcome) => heartbeats.inc({ outcome }),
    sent: (slot, at) => lateness.observe(Math.max(0, secondsBetween(slot, at))),
    async read() {
      const measured = await measure();
      fill(gauges.letters, 'status', measured.letters);
      fill(gauges.deadlines, 'status', measured.deadlines);
      fill(gauges.jobs, 'state', measured.jobs);
      const { oldestDue, lastBeat } = measured;
      gauges.age.set(oldestDue === null ? 0 : secondsBetween(oldestDue, now()));
      if (lastBeat !== null) gauges.beat.set(secondsBetween(lastBeat, now()));
      fill(gauges.returned, 'verdict', measured.returned);
      gauges.dead.set(measured.deadMailboxes);
      setOrRemove(
        gauges.bounceRead,
        measured.bounces?.lastRead && secondsBetween(measured.bounces.lastRead, now()),
      );
      setOrRemove(gauges.bounceTrouble, measured.bounces && (measured.bounces.trouble === undefined ? 0 : 1));
      gauges.problems.set(measured.problems.length);
      gauges.paused.set(measured.pause === null ? 0 : 1);
      if (measured.coverage !== undefined) fill(gauges.covered, 'outcome', measured.coverage.counts);
      fill(gauges.ills, 'kind', countKinds(measured.ills));
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** A state that nothing is in any more disappears. */
function fill(gauge: Gauge, label: string, counts: Record<string, number>): void {
  gauge.reset();
  for (const [value, count] of Object.entries(counts)) gauge.set({ [label]: value }, count);
}

/** An ill's id is its kind, and for some a colon and what it is about. */
function countKinds(ills: readonly RecordedIll[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { id } of ills) {
    const [kind = id] = id.split(':');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** A gauge without labels reads 0 until it is set; what is not known is to be absent. */
function setOrRemove(gauge: Gauge, value: number | null | undefined): void {
  if (value == null) gauge.remove();
  else gauge.set(value);
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
