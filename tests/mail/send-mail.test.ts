import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type Delivery, type Mailer } from '../../src/mail/send-mail.ts';
import { MESSAGE } from '../support/message.ts';
import { startSmtpSink, type SmtpSink, type Stage, type Trouble } from '../support/smtp-sink.ts';

const SHORT = { connection: 400, greeting: 400, reply: 400 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openSink(login = false): Promise<SmtpSink> {
  const sink = await startSmtpSink({ login });
  closing.push(() => sink.close());
  return sink;
}

function openMailer(url: string): Mailer {
  const mailer = createMailer(url, SHORT);
  closing.push(() => mailer.close());
  return mailer;
}

async function delivery(stage: Stage, trouble: Trouble): Promise<Delivery> {
  const sink = await openSink(stage === 'auth');
  sink.trouble = (reached) => (reached === stage ? trouble : undefined);
  return openMailer(sink.url).send(MESSAGE);
}

describe('handing a letter to the mail server', () => {
  it('is done when the server answers 250, whose words are kept', async () => {
    const sink = await openSink();
    const { outcome, response } = await openMailer(sink.url).send(MESSAGE);
    expect(outcome).toBe('sent');
    expect(response).toMatch(/^250 /);
    expect(sink.letters).toHaveLength(1);
  });

  it.each<[Stage, number]>([
    ['greeting', 421],
    ['auth', 454],
    ['mail', 451],
    ['rcpt', 421],
    ['rcpt', 450],
    ['rcpt', 451],
    ['data', 421],
    ['data', 451],
    ['data', 452],
  ])('is worth another try after a passing failure: %s answers %i', async (stage, code) => {
    const { outcome, response } = await delivery(stage, code);
    expect(outcome).toBe('try-later');
    expect(response).toContain(String(code));
  });

  it.each<[Stage, number]>([
    ['rcpt', 550],
    ['rcpt', 553],
    ['data', 552],
    ['data', 554],
  ])('is refused for good when %s answers %i', async (stage, code) => {
    const { outcome, response } = await delivery(stage, code);
    expect(outcome).toBe('refused');
    expect(response).toBe(`${code} as told at ${stage}`);
  });

  it.each<[Stage, number]>([
    ['greeting', 554],
    ['auth', 535],
    ['mail', 550],
    ['rcpt', 503],
    ['rcpt', 530],
    ['data', 530],
    ['data', 535],
  ])('is tried again when the installation is at fault: %s answers %i', async (stage, code) => {
    expect((await delivery(stage, code)).outcome).toBe('try-later');
  });

  it.each<Stage>(['greeting', 'mail', 'rcpt', 'data', 'stored'])(
    'is tried again when the server falls silent at %s',
    async (stage) => {
      expect((await delivery(stage, 'hang')).outcome).toBe('try-later');
    },
  );

  it.each<Stage>(['greeting', 'mail', 'rcpt', 'data', 'stored'])(
    'is tried again when the connection breaks at %s',
    async (stage) => {
      expect((await delivery(stage, 'cut')).outcome).toBe('try-later');
    },
  );

  it('is handed over only once by one try, even when the 250 gets lost', async () => {
    const sink = await openSink();
    sink.trouble = (stage) => (stage === 'stored' ? 'cut' : undefined);
    expect((await openMailer(sink.url).send(MESSAGE)).outcome).toBe('try-later');
    expect(sink.letters).toHaveLength(1);
  });

  it('is tried again when nobody listens', async () => {
    const sink = await startSmtpSink();
    await sink.close();
    const { outcome, response } = await openMailer(sink.url).send(MESSAGE);
    expect(outcome).toBe('try-later');
    expect(response).toContain('ECONNREFUSED');
  });

  it.each<[Stage, Trouble]>([
    ['greeting', 421],
    ['mail', 'hang'],
    ['rcpt', 550],
    ['data', 'cut'],
    ['stored', 'cut'],
  ])('works again with the next letter after trouble at %s (%s)', async (stage, trouble) => {
    const sink = await openSink();
    const mailer = openMailer(sink.url);
    sink.trouble = (reached) => (reached === stage ? trouble : undefined);
    await mailer.send(MESSAGE);
    sink.trouble = () => undefined;
    expect((await mailer.send(MESSAGE)).outcome).toBe('sent');
  });

  it('outlives a server that ended the connection between two letters', async () => {
    const sink = await openSink();
    const mailer = openMailer(sink.url);
    expect((await mailer.send(MESSAGE)).outcome).toBe('sent');
    sink.hangUp();
    expect((await mailer.send(MESSAGE)).outcome).toBe('sent');
    expect(sink.letters).toHaveLength(2);
  });

  it('never tells the password', async () => {
    const { response } = await delivery('auth', 535);
    expect(response).not.toContain('password');
  });

  it('is tried again, and nothing is thrown, when the message cannot even be built', async () => {
    const sink = await openSink();
    const { outcome } = await openMailer(sink.url).send({ ...MESSAGE, to: 'no address at all' });
    expect(outcome).toBe('try-later');
    expect(sink.letters).toEqual([]);
  });
});
