import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { BounceState } from './bounce-rounds.ts';
import type { Readings } from '../record/readings.ts';

/** What is measured besides the record. */
export interface Measured extends Readings {
  lastBeat: Date | null;
  jobs: Record<string, number>;
  problems: readonly string[];
  /** How the mailbox for returned mail is read; undefined when none is set. */
  bounces: BounceState | undefined;
}

export interface Metrics {
  /** A letter that was to leave at `slot` was accepted by the mail server at `at`. */
  sent(slot: Date, at: Date): void;
  /** Everything measured, in Prometheus's text format. */
  read(): Promise<{ type: string; text: string }>;
}

/** Seconds between a letter's slot and the mail server's acceptance: seconds on a good day, days after an outage. */
const LATENESS = [1, 10, 60, 300, 900, 3600, 4 * 3600, 24 * 3600, 72 * 3600];

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
  };
  return {
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
      gauges.paused.set(measured.paused ? 1 : 0);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** A state that nothing is in any more disappears. */
function fill(gauge: Gauge, label: string, counts: Record<string, number>): void {
  gauge.reset();
  for (const [value, count] of Object.entries(counts)) gauge.set({ [label]: value }, count);
}

/** A gauge without labels reads 0 until it is set; what is not known is to be absent. */
function setOrRemove(gauge: Gauge, value: number | null | undefined): void {
  if (value == null) gauge.remove();
  else gauge.set(value);
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
