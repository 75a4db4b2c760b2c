import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEml } from '../../src/mail/read-eml.ts';
import { deadMailboxes, reviveMailbox } from '../../src/record/dead-mailboxes.ts';
import { readStories } from '../../src/record/story.ts';
import { openBounceRounds, type BounceRounds } from '../../src/worker/bounce-rounds.ts';
import { coverageReply } from '../../src/worker/coverage-request.ts';
import { createLog } from '../../src/worker/log.ts';
import { absence, exim, postfix } from '../bounce/reports.ts';
import { Trial, WHO } from './trial.ts';

const OFFICE = 'vanthu@sotuphap.kontum.example';
const HEAD = 'lanhdao@sotuphap.kontum.example';
const FOLLOW_UP = 'vanthu@sonoivu.kontum.example';
const DEADLINE = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';

const trial = Trial.ofThisFile();
let folder: string;
let rounds: BounceRounds;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-maildir-'));
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(folder, part));
});
afterEach(async () => {
  await rounds.stop();
  await rm(folder, { recursive: true, force: true });
});

function openRounds(maildir = folder): BounceRounds {
  return openBounceRounds(
    { maildir },
    {
      ...{ clock: trial.clock, db: trial.record.db, who: WHO, log: createLog('silent') },
      ...{ domain: 'dondoc.example', plan: () => trial.plan() },
    },
  );
}

let count = 0;
async function comesBack(message: string): Promise<void> {
  count += 1;
  await writeFile(join(folder, 'new', `${1_570_000_000 + count}.1.host`), message);
}

/** The first reminder, sent to the office on the day its rung names. */
async function firstReminder() {
  await trial.startOn('2019-10-09');
  rounds = openRounds();
  await trial.liveThrough('2019-10-09');
  const letter = trial.sent.find(({ mailbox }) => mailbox === OFFICE);
  if (letter === undefined) throw new Error('Nothing was sent to the office');
  return letter;
}

const mailboxesOf = () => trial.sent.map(({ kind, mailbox }) => `${kind} ${mailbox}`);

it('a letter that comes back is told to the unit that follows up, and the next rung goes to the head', async () => {
  const letter = await firstReminder();
  await comesBack(postfix({ messageId: letter.messageId, mailbox: OFFICE }));
  await rounds.read();
  expect(rounds.state()).toMatchObject({ trouble: undefined });
  expect((await deadMailboxes(trial.record.db)).map(({ mailbox }) => mailbox)).toEqual([OFFICE]);

  trial.sent = [];
  await trial.liveThrough('2019-10-14');
  expect(mailboxesOf()).toEqual([`undelivered ${FOLLOW_UP}`, `upcoming ${HEAD}`, `today ${HEAD}`]);

  const mails = await Promise.all(trial.sink.letters.map(({ raw }) => readEml(raw)));
  const told = mails.find(({ headers }) => headers.get('x-dondoc-kind') === 'undelivered');
  expect(told?.subject).toBe('[Thư bị trả lại] Không gửi được thư tới Sở Tư pháp');
  expect(told?.text).toContain(`Sở Tư pháp: ${OFFICE}`);
  expect(told?.text).toContain('550 5.1.1');
  expect(told?.text).toContain(`Từ nay thư gửi cơ quan này được gửi tới ${HEAD}.`);
  expect(told?.attachments).toEqual([]);
  expect(mails.at(-1)?.text).toContain(`Gửi tới ${HEAD} vì thư gửi ${OFFICE} bị trả lại.`);

  const [story] = await readStories(trial.record.db, [DEADLINE]);
  const sentences = story?.sentences.join('\n');
  expect(sentences).toContain('Thư bị trả lại, chưa tới nơi nhận');
  expect(sentences).toContain(`Ghi nhận hộp thư ${OFFICE} không nhận được thư`);
  const proof = await coverageReply(
    { day: '2019-10-09' },
    { db: trial.record.db, instructions: trial.instructions, now: trial.clock.now() },
  );
  expect(proof.lines.join('\n')).toContain('nhưng bị trả lại');
  expect(proof.data.counts).toMatchObject({ undelivered: 1, missed: 0 });
});

it('a mailbox that is declared well again gets the next rung', async () => {
  const letter = await firstReminder();
  await comesBack(exim({ messageId: letter.messageId, mailbox: OFFICE }));
  await rounds.read();
  await reviveMailbox(trial.record.db, OFFICE, { now: trial.clock.now(), by: 'test', why: 'đã gọi điện' });
  await trial.plan();
  trial.sent = [];
  await trial.liveThrough('2019-10-14');
  expect(mailboxesOf()).toEqual([`upcoming ${OFFICE}`, `today ${OFFICE}`]);
});

it('a letter on its way to a mailbox that has just been marked is given back and goes to the other one', async () => {
  const letter = await firstReminder();
  await comesBack(postfix({ messageId: letter.messageId, mailbox: OFFICE }));
  const next = await trial.firstLetter();
  // Marked, but not yet planned with: the letter itself finds out when it is claimed.
  const silent = openBounceRounds(
    { maildir: folder },
    {
      ...{ clock: trial.clock, db: trial.record.db, who: WHO, log: createLog('silent') },
      ...{ domain: 'dondoc.example', plan: async () => undefined },
    },
  );
  await silent.read();
  trial.sent = [];
  await trial.send(next);
  expect(trial.sent).toEqual([]);
  expect((await trial.letterRow(next)).status).toBe('dropped');
  await trial.plan();
  await trial.send(await trial.firstLetter());
  await trial.send(await trial.firstLetter());
  expect(mailboxesOf().sort()).toEqual([`undelivered ${FOLLOW_UP}`, `upcoming ${HEAD}`]);
});

it('absence notices, delays and forgeries change no letter that is to come', async () => {
  const letter = await firstReminder();
  const of = { messageId: letter.messageId, mailbox: OFFICE };
  await comesBack(absence(of));
  await comesBack(postfix({ ...of, code: '4.4.1', reply: '421 4.4.1 busy' }, 'delayed'));
  await comesBack(postfix({ ...of, messageId: '<thu-khong-co@dondoc.example>' }));
  await comesBack(postfix({ ...of, report: '<x@x.example>', mailbox: 'khac@kontum.example' }));
  await rounds.read();
  const counted = await trial.record.db
    .selectFrom('bounce')
    .select(['verdict', 'why'])
    .orderBy('id')
    .execute();
  expect(counted.map(({ verdict, why }) => `${verdict} ${why ?? ''}`.trim())).toEqual([
    'ignored automatic',
    'delayed',
    'ignored not-ours',
    'ignored other-recipient',
  ]);
  trial.sent = [];
  await trial.liveThrough('2019-10-14');
  expect(mailboxesOf()).toEqual([`upcoming ${OFFICE}`, `today ${OFFICE}`]);
});

it('a mailbox that cannot be read is told of and read again, and the process goes on', async () => {
  await trial.startOn('2019-10-09');
  rounds = openRounds(join(folder, 'khong-co'));
  await rounds.read();
  expect(rounds.state()).toMatchObject({
    lastRead: null,
    trouble: expect.stringContaining('ENOENT') as string,
  });
  await mkdir(join(folder, 'khong-co', 'new'), { recursive: true });
  await rounds.read();
  expect(rounds.state()).toEqual({ lastRead: trial.clock.now(), trouble: undefined });
});

it('one reading runs at a time, and none after the end', async () => {
  await trial.startOn('2019-10-09');
  rounds = openRounds();
  await Promise.all([rounds.read(), rounds.read(), rounds.read()]);
  await rounds.stop();
  await comesBack('Subject: late\r\n\r\n');
  await rounds.read();
  await pause(50);
  expect(await trial.record.db.selectFrom('bounce').selectAll().execute()).toEqual([]);
});
