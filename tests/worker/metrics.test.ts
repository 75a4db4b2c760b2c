import { expect, it } from 'vitest';
import { openMetrics, type Measured } from '../../src/worker/metrics.ts';

const NOW = new Date('2019-10-07T02:30:00Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

const CALM: Measured = {
  deadlines: { open: 3, done: 1 },
  letters: { sent: 7, planned: 2 },
  nextLetter: null,
  lastSent: null,
  oldestDue: null,
  pause: null,
  lastBeat: null,
  jobs: { delayed: 2 },
  problems: [],
  coverage: undefined,
  ills: [],
  bounces: undefined,
  returned: {},
  deadMailboxes: 0,
};

async function linesOf(...measured: Measured[]): Promise<string[]> {
  const readings = [...measured];
  const metrics = openMetrics(
    async () => readings.shift() ?? CALM,
    () => NOW,
  );
  metrics.sent(before(30), NOW);
  metrics.sent(before(-5), NOW);
  let text = '';
  while (readings.length > 0) ({ text } = await metrics.read());
  return text.split('\n').filter((line) => line.startsWith('dondoc_'));
}

it('tells what the record, the queue and the files are like', async () => {
  const lines = await linesOf({
    ...CALM,
    oldestDue: before(120),
    lastBeat: before(60),
    pause: { since: before(60), by: 'quan.tri', why: 'chuyển máy' },
    problems: ['một', 'hai'],
    bounces: { lastRead: before(90), trouble: 'ECONNREFUSED' },
    returned: { hard: 2, ignored: 5 },
    deadMailboxes: 1,
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      'dondoc_letters{status="sent"} 7',
      'dondoc_letters{status="planned"} 2',
      'dondoc_deadlines{status="open"} 3',
      'dondoc_queue_jobs{state="delayed"} 2',
      'dondoc_oldest_due_letter_seconds 120',
      'dondoc_last_beat_seconds 60',
      'dondoc_schedule_problems 2',
      'dondoc_sending_paused 1',
      'dondoc_returned_mail{verdict="hard"} 2',
      'dondoc_returned_mail{verdict="ignored"} 5',
      'dondoc_dead_mailboxes 1',
      'dondoc_returned_mail_read_seconds 90',
      'dondoc_returned_mail_trouble 1',
      'dondoc_letter_lateness_seconds_bucket{le="1"} 1',
      'dondoc_letter_lateness_seconds_bucket{le="60"} 2',
      'dondoc_letter_lateness_seconds_count 2',
    ]),
  );
});

it('tells nothing of a mailbox for returned mail that is not set, or was never read', async () => {
  expect((await linesOf(CALM)).join()).not.toContain('returned_mail_');
  const lines = await linesOf({ ...CALM, bounces: { lastRead: null, trouble: undefined } });
  expect(lines.filter((line) => line.includes('returned_mail_'))).toEqual(['dondoc_returned_mail_trouble 0']);
});

it('forgets a state that nothing is in any more', async () => {
  const lines = await linesOf(CALM, { ...CALM, letters: { sent: 9 } });
  expect(lines).toContain('dondoc_letters{status="sent"} 9');
  expect(lines.filter((line) => line.includes('planned'))).toEqual([]);
  expect(lines).toContain('dondoc_oldest_due_letter_seconds 0');
});
