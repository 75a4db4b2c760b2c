import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { usualRule, type TlsWish } from '../../src/mail/tls-rule.ts';
import { makeCertificates, type Certified } from '../support/certificates.ts';
import { MESSAGE } from '../support/message.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

let made: { authority: string; server: Certified };
let stranger: Certified;
beforeAll(() => {
  made = makeCertificates();
  stranger = makeCertificates('DNS:other.example').server;
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openSink(tls?: Certified): Promise<SmtpSink> {
  const sink = await startSmtpSink(tls && { tls });
  closing.push(() => sink.close());
  return sink;
}

function mailerTo({ url }: SmtpSink, tls: TlsWish): Mailer {
  const mailer = createMailer(url, { connection: 2000, greeting: 2000, reply: 2000 }, { tls });
  closing.push(() => mailer.close());
  return mailer;
}

describe('the way to a mail server', () => {
  it.each([
    ['smtp://mail.kontum.example:587', 'required'],
    ['smtp://10.0.0.7', 'required'],
    ['smtp://127.0.0.1.evil.example', 'required'],
    ['smtp://127.0.0.1:25', 'off'],
    ['smtp://[::1]:25', 'off'],
    ['smtp://user:password@localhost:25', 'off'],
  ])('is by itself, to %s, %s', (url, rule) => {
    expect(usualRule(url)).toBe(rule);
  });

  it('is encrypted when the certificate can be verified', async () => {
    const sink = await openSink(made.server);
    const mailer = mailerTo(sink, { rule: 'required', authorities: made.authority });
    await mailer.check();
    expect(await mailer.send(MESSAGE)).toMatchObject({ outcome: 'sent' });
    expect(sink.letters.map(({ encrypted }) => encrypted)).toEqual([true]);
  });

  it('is not taken in the clear when TLS is required: the letter waits, and it says why', async () => {
    const sink = await openSink();
    const mailer = mailerTo(sink, { rule: 'required' });
    const { outcome, response } = await mailer.send(MESSAGE);
    expect(outcome).toBe('try-later');
    expect(response).toContain('máy chủ thư không nhận kết nối mã hóa (STARTTLS)');
    await expect(mailer.check()).rejects.toThrow('STARTTLS');
    expect(sink.letters).toEqual([]);
  });

  it('that works is not blamed for a refusal whose words speak of TLS', async () => {
    const sink = await openSink(made.server);
    sink.trouble = (stage) =>
      stage === 'rcpt' ? { code: 550, words: '5.7.1 TLS certificate required' } : undefined;
    const { outcome, response } = await mailerTo(sink, { authorities: made.authority }).send(MESSAGE);
    expect(outcome).toBe('refused');
    expect(response).toBe('550 5.7.1 TLS certificate required');
  });

  it.each(['required', 'opportunistic'] as const)(
    'is not taken past a certificate of an unknown authority, nor one of another name: %s',
    async (rule) => {
      const unknown = await openSink(made.server);
      const other = await openSink(stranger);
      for (const [sink, authorities] of [[unknown, undefined] as const, [other, made.authority] as const]) {
        const { outcome, response } = await mailerTo(sink, { rule, authorities }).send(MESSAGE);
        expect(outcome).toBe('try-later');
        expect(response).toContain('không xác thực được chứng thư số');
        expect(sink.letters).toEqual([]);
      }
    },
  );

  it('is taken as it comes when TLS is opportunistic, and in the clear when it is off', async () => {
    const plain = await openSink();
    const offering = await openSink(made.server);
    const wish = { rule: 'opportunistic', authorities: made.authority } as const;
    await mailerTo(plain, wish).send(MESSAGE);
    await mailerTo(offering, wish).send(MESSAGE);
    await mailerTo(offering, { rule: 'off' }).send(MESSAGE);
    expect(plain.letters.map(({ encrypted }) => encrypted)).toEqual([false]);
    expect(offering.letters.map(({ encrypted }) => encrypted)).toEqual([true, false]);
  });
});
