import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_IDS, MOST_RECIPIENTS } from '../../src/bounce/bounce-reading.ts';
import { readBounce } from '../../src/bounce/read-bounce.ts';
import { absence, exchange, exim, google, plainExim, postfix, qmail, type Returned } from './reports.ts';

const OF: Returned = {
  messageId: '<thu-0123456789abcdef01234567@dondoc.example>',
  mailbox: 'so-tu-phap@kontum.example',
};

const read = (text: string) => readBounce(Buffer.from(text));

describe('a report of a failure for good', () => {
  it.each([
    [
      'Postfix',
      postfix(OF),
      '5.1.1',
      '550 5.1.1 <so-tu-phap@kontum.example>: Recipient address rejected: User unknown',
    ],
    ['Exim', exim(OF), '5.1.1', '550 5.1.1 no such mailbox here'],
    [
      'Exchange',
      exchange(OF),
      '5.1.10',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    ],
    [
      'Google',
      google(OF),
      '5.1.1',
      '550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 Please try again',
    ],
    ['an older Exim', plainExim(OF), '5.0.0', '550 Unrouteable address'],
    [
      'qmail',
      qmail(OF),
      '5.1.1',
      '192.0.2.25 does not like recipient. Remote host said: 550 5.1.1 unknown user Giving up on 192.0.2.25.',
    ],
  ])('by %s tells which letter, which mailbox and why', async (_server, text, code, words) => {
    const reading = await read(text);
    expect(reading.ignored).toBeUndefined();
    expect(reading.messageIds).toContain(OF.messageId);
    expect(reading.failures).toEqual([{ recipients: [OF.mailbox], verdict: 'hard', code, words }]);
    expect((await read(text)).report).toBe(reading.report);
  });

  it('keeps the address as it was written beside the one that it was sent on to', async () => {
    const text = postfix(OF).replace(
      'Final-Recipient: rfc822; so-tu-phap@kontum.example',
      'Final-Recipient: rfc822; stp@moved.example',
    );
    expect((await read(text)).failures[0]?.recipients).toEqual([OF.mailbox, 'stp@moved.example']);
  });

  it('reads the addresses of RFC 6533', async () => {
    const text = postfix(OF)
      .replace('message/delivery-status', 'message/global-delivery-status')
      .replace('text/rfc822-headers', 'message/global-headers')
      .replaceAll('rfc822; so-tu', 'utf-8; so-tu');
    expect((await read(text)).failures).toMatchObject([{ recipients: [OF.mailbox], verdict: 'hard' }]);
    expect((await read(text)).messageIds).toContain(OF.messageId);
  });
});

describe('a report of a trouble that may pass', () => {
  it('is a delay while the server tries', async () => {
    const text = postfix(
      { ...OF, code: '4.4.1', reply: 'connect to mail.kontum.example: timed out' },
      'delayed',
    );
    expect((await read(text)).failures).toMatchObject([{ verdict: 'delayed', code: '4.4.1' }]);
  });

  it('is a letter that came back when the server has given up, but no dead mailbox', async () => {
    const text = postfix({ ...OF, code: '4.4.1', reply: 'connect to mail.kontum.example: timed out' });
    expect((await read(text)).failures).toMatchObject([{ verdict: 'expired', code: '4.4.1' }]);
  });

  it('takes a failure without any status for one that may pass', async () => {
    const text = postfix(OF)
      .replace(/^Status:.*\r\n/m, '')
      .replace(/^Diagnostic-Code:.*\r\n {4}.*\r\n/m, '');
    expect((await read(text)).failures).toMatchObject([
      { verdict: 'expired', code: null, words: 'không nêu lý do' },
    ]);
  });
});

describe('what reports no failure', () => {
  it.each([
    ['an absence notice', absence(OF), 'automatic'],
    ['a letter that was delivered', postfix(OF).replace('Action: failed', 'Action: delivered'), 'automatic'],
    [
      'a receipt',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: automatic-action; displayed\r\n--x--\r\n',
      'automatic',
    ],
    ['a question', `From: a@b.example\r\nIn-Reply-To: ${OF.messageId}\r\n\r\n550 5.1.1 là gì?`, 'unrelated'],
    ['nothing', '', 'unrelated'],
    ['noise', '\0\xff\xfe'.repeat(100), 'unrelated'],
  ])('%s', async (_what, text, ignored) => {
    expect(await read(text)).toMatchObject({ ignored, messageIds: [], failures: [] });
  });
});

describe('what somebody made to do harm', () => {
  it('names no more letters and recipients than are looked at', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `<thu-${index}@dondoc.example>`).join(' ');
    const groups = Array.from(
      { length: 5000 },
      (_, index) => `\r\n\r\nFinal-Recipient: rfc822; a${index}@b.example\r\nAction: failed\r\nStatus: 5.1.1`,
    ).join('');
    const text = `References: ${ids}\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example${groups}\r\n`;
    const reading = await read(text);
    expect(reading.messageIds).toHaveLength(MOST_IDS);
    expect(reading.failures).toHaveLength(MOST_RECIPIENTS);
  });

  it('puts no line break or control character into the words, and not too many', async () => {
    const reply = `550 5.1.1 ${'\u0007\u001b[31m đỏ\t'.repeat(900)}`;
    const [failure] = (await read(postfix({ ...OF, reply }))).failures;
    expect(failure?.words).not.toMatch(/\p{Cc}/u);
    expect(failure?.words.length).toBeLessThanOrEqual(500);
  });

  it('does not stop at bytes that are no message at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const reading = await readBounce(Buffer.from(bytes));
        expect(reading.failures).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('makes nothing but a reading of a report with pieces cut out, doubled and exchanged', async () => {
    const samples = [postfix, exim, exchange, google, plainExim, qmail].map((sample) => sample(OF));
    const cuts = fc.array(fc.tuple(fc.nat(3000), fc.nat(200), fc.constantFrom('cut', 'double', 'noise')), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), cuts, fc.string(), async (sample, pieces, noise) => {
        let text = sample;
        for (const [from, length, how] of pieces) {
          const at = from % text.length;
          const piece = text.slice(at, at + length);
          const put = { cut: '', double: piece + piece, noise }[how] ?? '';
          text = text.slice(0, at) + put + text.slice(at + length);
        }
        const reading = await read(text);
        expect(reading.messageIds.length).toBeLessThanOrEqual(MOST_IDS);
        for (const { recipients, verdict, words } of reading.failures) {
          expect(recipients.every((one) => one.includes('@') && one === one.toLowerCase())).toBe(true);
          expect(['hard', 'expired', 'delayed']).toContain(verdict);
          expect(words).not.toMatch(/\p{Cc}/u);
        }
        if (reading.ignored !== undefined) expect(reading.failures).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

it('no name with control characters goes on to the record, which keeps no zero byte', async () => {
  const text = postfix(OF).replace(/^Message-ID:.*$/im, 'Message-ID: <a\0b@mail.example>');
  const { report, messageIds } = await read(text);
  expect(report).toMatch(/^(?:<[^<>\p{Cc}]+>|sha256:[0-9a-f]{64})$/u);
  expect(messageIds.join('')).not.toMatch(/\p{Cc}/u);
  const whole = await readBounce(Buffer.from('Message-ID: <a\0b@mail.example>\r\nSubject: x\r\n\r\nx\r\n'));
  expect(whole.report).not.toMatch(/\p{Cc}/u);
});

it.each([
  ['delivery-status', postfix({ ...OF, mailbox: 'van\0thu@kontum.example' })],
  ['a header', plainExim({ ...OF, mailbox: 'vanthu@kon\u001btum.example' })],
  ['plain words', qmail({ ...OF, mailbox: 'vanthu@kon\u0007tum.example' })],
])('takes no address with a control character for one, in %s', async (_where, text) => {
  expect((await read(text)).failures.flatMap(({ recipients }) => recipients).join()).not.toMatch(/\p{Cc}/u);
});
