import { instantAt } from '../../src/calendar/dates.ts';
import { MOST_IDS, MOST_RECIPIENTS } from '../../src/bounce/bounce-reading.ts';
import { readBounce } from '../../src/bounce/read-bounce.ts';
import { openRecord, type RecordDb } from '../../src/record/open-record.ts';
import { takeBounce } from '../../src/record/take-bounce.ts';
import {
  absence,
  exchange,
  exim,
  google,
  plainExim,
  postfix,
  qmail,
  type Returned,
} from '../../tests/bounce/reports.ts';
import { applyAt, empty } from '../../tests/support/record.ts';
import { duty, scheduleOf } from '../../tests/support/schedules.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { processorTime } from './processor-time.ts';
import type { Random } from './random.ts';
import { sendAll, type Sent } from './sent-letters.ts';
import { spoil } from './spoil.ts';

const DAY = '2019-10-09';
const NOW = instantAt(DAY, '09:00');
const DOMAIN = 'dondoc.example';
const STRANGER: Sent = { id: 'x', messageId: '<han-1@khac.example>', mailbox: 'ai-do@khac.example' };

/** What a report tells of, and whether it may mark a mailbox at all. */
const TOLD: { of: (ours: Sent, other: Sent) => Returned; action?: 'delayed'; mayMark: boolean }[] = [
  { of: (ours) => ours, mayMark: true },
  { of: (ours, { mailbox }) => ({ ...ours, mailbox }), mayMark: false },
  { of: ({ mailbox }) => ({ ...STRANGER, mailbox }), mayMark: false },
  { of: () => STRANGER, mayMark: false },
  { of: (ours) => ({ ...ours, code: '4.4.1', reply: '451 4.4.1 timed out' }), mayMark: false },
  { of: (ours) => ours, action: 'delayed', mayMark: false },
];
/** The events that a report brings. */
const DONE = ['letter-returned', 'letter-delayed', 'mailbox-dead'] as const;
const WRITERS = [postfix, exim, exchange, google, plainExim, qmail];

/** Reports of returned mail as servers write them, and absence notices, spoilt and read as the mailbox for returned mail is. */
export const bounces: Family = {
  name: 'bounces',
  full: 100_000,
  short: 120,
  limit: 30_000,
  async open() {
    const record = await openRecord({ memory: true });
    const { db } = record;
    const duties = ['so-a', 'so-b'].map((unit, index) => duty(`A${index}`, 'trước ngày 15/10/2019', unit));
    const schedule = scheduleOf({ duties, ladder: { '-3': 'office', '0': 'office' } });
    await empty(db);
    await applyAt(db, schedule, DAY);
    const letters = await sendAll(db, DAY, DOMAIN);
    return { run: (random) => runCase(random, db, letters), close: () => record.close() };
  },
};

async function runCase(random: Random, db: RecordDb, letters: readonly Sent[]): Promise<CaseEnd> {
  const ours = random.pick(letters);
  const other = random.pick(letters.filter(({ mailbox }) => mailbox !== ours.mailbox));
  const { of, action, mayMark } = random.pick(TOLD);
  const isAbsence = action === undefined && random.oneIn(8);
  const write = isAbsence ? absence : action === undefined ? random.pick(WRITERS) : delayed;
  const sound = Buffer.from(write(of(ours, other)));
  const spoilt = spoil(sound, random);
  return judging(spoilt, async () => {
    const soundBegun = processorTime();
    await readBounce(sound);
    const begun = processorTime();
    const reading = await readBounce(spoilt);
    const took = { spoilt: processorTime() - begun, sound: Math.max(1, begun - soundBegun) };
    judgeReading(reading, spoilt);
    // What is ignored comes to nothing in the record: one in ten shows that.
    if (reading.ignored !== undefined && !random.oneIn(10)) return { outcome: reading.ignored, took };
    const taken = await takeBounce(db, 'fuzz', NOW, reading, DOMAIN);
    if (taken === undefined) throw new BadCase('Taken for a message that was read before', spoilt);
    const marked = await db.selectFrom('dead_mailbox').select(['mailbox', 'words']).execute();
    await undo(db, taken.verdict);
    if (marked.some(({ mailbox }) => !mayMark || isAbsence || mailbox !== ours.mailbox))
      throw new BadCase(`Marked: ${marked.map(({ mailbox }) => mailbox).join(', ')}`, spoilt);
    if (marked.length > 0 !== taken.marked) throw new BadCase('A mark that was not told', spoilt);
    if (taken.marked && !reading.messageIds.includes(ours.messageId))
      throw new BadCase('Marked by a message that names no letter of ours', spoilt);
    return { outcome: taken.marked ? 'marked' : (taken.why ?? taken.verdict), took };
  });
}

function delayed(of: Returned): string {
  return postfix({ ...of, code: '4.4.1', reply: 'connect to mail.example: timed out' }, 'delayed');
}

function judgeReading(
  { report, messageIds, failures, ignored }: Awaited<ReturnType<typeof readBounce>>,
  input: Buffer,
): void {
  const texts = [
    report,
    ...messageIds,
    ...failures.flatMap(({ recipients, words }) => [...recipients, words]),
  ];
  const hidden = texts.find((text) => /\p{Cc}/u.test(text));
  if (hidden !== undefined) throw new BadCase(`Control characters: ${JSON.stringify(hidden)}`, input);
  if (failures.length > MOST_RECIPIENTS || messageIds.length > MOST_IDS) throw new BadCase('Too many', input);
  if (ignored !== undefined && failures.length > 0) throw new BadCase('Ignored, with failures', input);
}

/** The letters stay sent; what the report did is taken back. */
async function undo(db: RecordDb, verdict: string): Promise<void> {
  await db.deleteFrom('bounce').execute();
  if (verdict === 'ignored') return;
  await db.deleteFrom('event').where('what', 'in', DONE).execute();
  await db.deleteFrom('dead_mailbox').execute();
  await db.updateTable('letter').set({ returned_at: null, returned: null }).execute();
}
