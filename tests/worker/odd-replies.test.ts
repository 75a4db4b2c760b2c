import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { plainReply, startRawSmtp, type RawSmtp } from '../support/raw-smtp.ts';
import { Trial } from './trial.ts';

const trial = Trial.ofThisFile();

let server: RawSmtp;
let mailer: Mailer;

beforeEach(async () => {
  server = await startRawSmtp();
  mailer = createMailer(server.url, { connection: 1000, greeting: 1000, reply: 1000 });
  return async () => {
    mailer.close();
    await server.close();
  };
});
afterEach(() => expect(trial.sink.letters).toEqual([]));

/** Postgres keeps no zero byte in a text, and no lone surrogate; the others would mislead whoever reads the record. */
const ODD = Buffer.from('OK\0 \x1b[31m\x07 \xff\xfe\x80 \xe2\x80\xae \xed\xa0\x80 end', 'latin1');

it('a letter taken with words that no record can keep is sent, once', async () => {
  server.reply = (word) => {
    if (word !== 'stored') return plainReply(word);
    return Buffer.concat([Buffer.from('250 '), ODD, Buffer.from('\r\n')]);
  };
  await trial.startOn('2019-10-03');
  const id = await trial.firstLetter();
  expect(await trial.send(id, mailer)).toBe('done');
  const row = await trial.letterRow(id);
  expect(row).toMatchObject({ status: 'sent', attempts: 1 });
  expect(row.response).toMatch(/^250 OK .* end$/u);
  expect(row.response).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(await trial.send(id, mailer)).toBe('done');
  expect(server.letters).toBe(1);
});

it.each<[string, number, string]>([
  ['RCPT', 550, 'refused'],
  ['stored', 554, 'refused'],
  ['RCPT', 451, 'retrying'],
  ['greeting', 421, 'retrying'],
])('at %s, a %i in such words is written down as %s', async (stage, code, status) => {
  server.reply = (word) =>
    word === stage ? Buffer.concat([Buffer.from(`${code} `), ODD, Buffer.from('\r\n')]) : plainReply(word);
  await trial.startOn('2019-10-03');
  const id = await trial.firstLetter();
  await trial.send(id, mailer);
  trial.clock.moveTo(instantAt('2019-10-03', '07:31'));
  await trial.send(id, mailer);
  const row = await trial.letterRow(id);
  expect(row.status).toBe(status);
  expect(row.response).toContain(String(code));
  expect(row.response).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

it('a server that talks at length is quoted as far as anybody would read', async () => {
  server.reply = (word) =>
    word === 'stored' ? Buffer.from(`250 ${'dài '.repeat(50_000)}\r\n`) : plainReply(word);
  await trial.startOn('2019-10-03');
  const id = await trial.firstLetter();
  await trial.send(id, mailer);
  const row = await trial.letterRow(id);
  expect(row.status).toBe('sent');
  expect(row.response?.length).toBeLessThanOrEqual(500);
});

it.each(['2 OK\r\n', '25 OK\r\n', '2500 OK\r\n', '250-OK\r\n554 no\r\n'])(
  'a letter answered by %j, which is no reply that takes it, is tried again',
  async (reply) => {
    server.reply = (word) => (word === 'stored' ? Buffer.from(reply) : plainReply(word));
    await trial.startOn('2019-10-03');
    const id = await trial.firstLetter();
    await trial.send(id, mailer);
    expect((await trial.letterRow(id)).status).toBe('retrying');
  },
);

it('a code beyond all codes refuses nothing for good', async () => {
  server.reply = (word) => (word === 'RCPT' ? Buffer.from('999 no\r\n') : plainReply(word));
  await trial.startOn('2019-10-03');
  const id = await trial.firstLetter();
  await trial.send(id, mailer);
  expect((await trial.letterRow(id)).status).toBe('retrying');
});

it('a reply of hidden characters alone is told as one', async () => {
  server.reply = (word) => (word === 'stored' ? Buffer.from('\r\u202e\u2028\u0085\r\n') : plainReply(word));
  await trial.startOn('2019-10-03');
  const id = await trial.firstLetter();
  await trial.send(id, mailer);
  expect(await trial.letterRow(id)).toMatchObject({
    status: 'retrying',
    response: 'Máy chủ thư trả lời bằng những ký tự không đọc được.',
  });
});
