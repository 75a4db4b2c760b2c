import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { openRecord, type OpenRecord } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { validInstructions } from '../../src/worker/instructions.ts';
import { sendLetter } from '../../src/worker/send-letter.ts';
import { plainReply, startRawSmtp, type RawSmtp } from '../../tests/support/raw-smtp.ts';
import { applyAt, empty } from '../../tests/support/record.ts';
import { duty, scheduleOf } from '../../tests/support/schedules.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeWords } from './judge-words.ts';
import type { Random } from './random.ts';
import { spoilReply } from './spoil-reply.ts';

const DAY = '2019-10-09';
/** How long a silent server is waited for, in milliseconds; a letter waits at each of some six steps. */
const PATIENCE = { connection: 300, greeting: 300, reply: 300 };
const STAGES = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'stored'];

/** A mail server whose replies are spoilt: every letter stays in a state that the record allows, and is sent only when it was taken. */
export const smtpReplies: Family = {
  name: 'smtp-replies',
  full: 20_000,
  short: 40,
  limit: 20_000,
  async open() {
    const record = await openRecord({ memory: true });
    const shipped = await validInstructions('schedules', 'templates');
    const units = Array.from({ length: 40 }, (_, index) => `so-${index}`);
    const duties = units.map((unit, index) => duty(`A${index}`, 'trước ngày 15/10/2019', unit));
    const schedule = scheduleOf({ duties, ladder: { '-3': 'office' } });
    const post = new Post(record, schedule, { ...shipped, schedule }, await startRawSmtp());
    return { run: (random) => runCase(random, post), close: () => post.close() };
  },
};

/** Letters that wait, and a server that says what it is told. */
class Post {
  readonly server: RawSmtp;
  readonly db: OpenRecord['db'];
  readonly #record: OpenRecord;
  readonly #schedule: Schedule;
  readonly #instructions: Instructions;
  #waiting: string[] = [];

  constructor(record: OpenRecord, schedule: Schedule, instructions: Instructions, server: RawSmtp) {
    this.db = record.db;
    this.server = server;
    this.#record = record;
    this.#schedule = schedule;
    this.#instructions = instructions;
  }

  /** A letter that nobody has tried yet. */
  async next(): Promise<string> {
    if (this.#waiting.length === 0) {
      await empty(this.db);
      await applyAt(this.db, this.#schedule, DAY);
      const rows = await this.db.selectFrom('letter').where('day', '=', DAY).select('id').execute();
      this.#waiting = rows.map(({ id }) => id);
    }
    const id = this.#waiting.pop();
    if (id === undefined) throw new Error('No letter leaves');
    return id;
  }

  /** Tries the letter once, at `time`. */
  async send(id: string, time: string): Promise<void> {
    const mailer: Mailer = createMailer(this.server.url, PATIENCE);
    try {
      await sendLetter(id, {
        ...{ db: this.db, mailer, clock: virtualClock(instantAt(DAY, time)), who: 'fuzz' },
        mailFrom: { name: 'Đôn Đốc', address: 'don-doc@dondoc.example', domain: 'dondoc.example' },
        publicUrl: 'http://127.0.0.1:8019',
        instructions: () => this.#instructions,
        onSent: () => undefined,
      });
    } finally {
      mailer.close();
    }
  }

  row(id: string) {
    return this.db.selectFrom('letter').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  }

  /** Whether the letter's last try was a refusal that is doubted: the first one always is. */
  async isRefusedOnce(id: string): Promise<boolean> {
    const last = await this.db
      .selectFrom('event')
      .where('letter', '=', id)
      .orderBy('id', 'desc')
      .select('detail')
      .executeTakeFirst();
    return last?.detail.refused === true;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.#record.close();
  }
}

async function runCase(random: Random, post: Post): Promise<CaseEnd> {
  const id = await post.next();
  const stage = random.pick(STAGES);
  const spoilt = spoilReply(plainReply(stage), random);
  const last = random.oneIn(3) ? random.pick(['451 later\r\n', '554 no\r\n']) : '250 OK\r\n';
  const replies: Record<string, Buffer> = {
    [stage]: spoilt,
    ...(stage === 'stored' ? {} : { stored: Buffer.from(last) }),
  };
  const told = Object.entries(replies)
    .map(([word, reply]) => `${word}: ${reply.toString('latin1')}`)
    .join('\n');
  return judging(told, async () => {
    const before = post.server.letters;
    post.server.reply = (word) => replies[word === 'HELO' ? 'EHLO' : word] ?? plainReply(word);
    await post.send(id, '07:30');
    const row = await post.row(id);
    judgeTry(row, post.server.letters - before, replies, told);
    const isRefused = await post.isRefusedOnce(id);
    if (isRefused && !mayBeRefused(replies)) throw new BadCase('Refused without a 5xx to this letter', told);
    if (row.status === 'retrying') await judgeNextTry(post, id, told);
    return { outcome: isRefused ? 'refused once' : row.status };
  });
}

type Replies = Readonly<Record<string, Buffer>>;
type Row = Awaited<ReturnType<Post['row']>>;

function judgeTry(row: Row, came: number, replies: Replies, told: string): void {
  if (!['sent', 'retrying'].includes(row.status)) throw new BadCase(`Left as ${row.status}`, told);
  if (row.status === 'sent' && !mayBeTaken(replies)) throw new BadCase('Sent without being taken', told);
  // A server that says it took a letter before it has it may be asked while the letter is still on its way.
  if (row.status === 'sent' && came !== 1 && !isAhead(replies, '2'))
    throw new BadCase(`Sent, and handed over ${came} times`, told);
  if (row.status === 'retrying' && row.next_attempt <= instantAt(DAY, '07:30'))
    throw new BadCase('Tried again at once', told);
  judgeWords(row.response ?? '', told, 500);
}

function mayBeTaken(replies: Replies): boolean {
  return codesIn(replies.stored).includes('2') || isAhead(replies, '2');
}

function mayBeRefused(replies: Replies): boolean {
  const { RCPT, DATA, stored } = replies;
  return [RCPT, DATA, stored].some((reply) => codesIn(reply).includes('5')) || isAhead(replies, '5');
}

/** Whether such a reply came before its step: one too many is, to a client, the answer to what it says next. */
function isAhead(replies: Replies, first: string): boolean {
  return STAGES.filter((stage) => stage !== 'stored').some((stage) =>
    codesIn(replies[stage])
      .slice(stage === 'DATA' && first === '2' ? 0 : 1)
      .includes(first),
  );
}

/** The first digits of the reply codes in these bytes. */
function codesIn(reply: Buffer | undefined): (string | undefined)[] {
  return [...(reply?.toString('latin1') ?? '').matchAll(/^(\d)\d\d(?!\d)/gm)].map(([, first]) => first);
}

/** What was not taken is taken by a server that has come to its senses; the first may still have taken it, which nobody could know. */
async function judgeNextTry(post: Post, id: string, told: string): Promise<void> {
  post.server.reply = plainReply;
  const before = post.server.letters;
  await post.send(id, '16:59');
  const { status, attempts } = await post.row(id);
  if (status !== 'sent' || attempts !== 2 || post.server.letters === before)
    throw new BadCase(`The next try: ${status}, ${attempts} tries`, told);
}
