import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composeMessage, type MessageParts } from '../../src/mail/message.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

const PARTS: MessageParts = {
  letter: { id: 'thu-0123456789abcdef01234567', mailbox: 'vanthu@sotuphap.example', kind: 'upcoming' },
  notices: ['p/A04/so-tu-phap/2019-10-14#T-15@office', 'p/A04/so-tu-phap/2019-10-14#T-15@head'],
  deadlines: ['p/A04/so-tu-phap/2019-10-14', 'p/A04/so-tu-phap/2019-10-14'],
  from: { name: 'Hệ thống nhắc hạn', address: 'don-doc@dondoc.example', domain: 'dondoc.example' },
  toName: 'Sở Tư pháp; Giám đốc Sở Tư pháp',
  replyTo: 'vanthu@sonoivu.example',
  date: new Date('2019-09-23T00:30:00Z'),
  rendered: { subject: 'Sắp đến hạn', text: 'Kính gửi: Sở Tư pháp\n', html: '<p>Kính gửi: Sở Tư pháp</p>\n' },
  attachments: [],
};
const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'references',
  'reply-to',
  'subject',
  'to',
  'x-auto-response-suppress',
  'x-dondoc-kind',
  'x-dondoc-notices',
];

let sink: SmtpSink;
let mailer: Mailer;
beforeAll(async () => {
  sink = await startSmtpSink();
  mailer = createMailer(sink.url);
});
beforeEach(() => {
  sink.letters.length = 0;
});
afterAll(async () => {
  mailer.close();
  await sink.close();
});

describe('a message as the mail server gets it', () => {
  it('is named by the letter and the sender’s domain, and dated by the clock it was given', async () => {
    const raw = await received(PARTS);
    expect(header(raw, 'message-id')).toBe('<thu-0123456789abcdef01234567@dondoc.example>');
    expect(new Date(header(raw, 'date'))).toEqual(PARTS.date);
  });

  it('says that a machine wrote it, so that nobody’s absence notice answers', async () => {
    const raw = await received(PARTS);
    expect(header(raw, 'auto-submitted')).toBe('auto-generated');
    expect(header(raw, 'x-auto-response-suppress')).toBe('All');
  });

  it('tells its kind and every notice in it', async () => {
    const raw = await received(PARTS);
    expect(header(raw, 'x-dondoc-kind')).toBe('upcoming');
    expect(header(raw, 'x-dondoc-notices').split(', ')).toEqual(PARTS.notices);
  });

  it('is addressed by name, and answered to the follow-up unit', async () => {
    const letter = await readEml(await received(PARTS));
    expect(letter.from).toEqual([{ name: 'Hệ thống nhắc hạn', address: 'don-doc@dondoc.example' }]);
    expect(letter.to).toEqual([{ name: PARTS.toName, address: 'vanthu@sotuphap.example' }]);
    expect(letter.subject).toBe('Sắp đến hạn');
    expect(letter.text).toBe(PARTS.rendered.text);
    expect(letter.html).toBe(PARTS.rendered.html);
    expect(header(await received(PARTS), 'reply-to')).toBe('vanthu@sonoivu.example');
  });

  it('has no Reply-To when the follow-up unit has no mailbox', async () => {
    expect(headerNames(await received({ ...PARTS, replyTo: null }))).not.toContain('reply-to');
  });

  it('threads by deadline: letters of one deadline share a root, others do not', async () => {
    const roots = async (deadlines: string[]) =>
      (await readEml(await received({ ...PARTS, deadlines }))).references;
    const [first] = await roots(['p/A04/so-tu-phap/2019-10-14', 'p/A04/so-tu-phap/2019-10-14']);
    const later = await roots(['p/A05/so-tu-phap/2020-02-19', 'p/A04/so-tu-phap/2019-10-14']);
    expect(first).toMatch(/^<han-[0-9a-f]{24}@dondoc\.example>$/);
    expect(later).toHaveLength(2);
    expect(later[1]).toBe(first);
    expect(later[0]).not.toBe(first);
  });

  it('names at most twenty roots however many deadlines it tells of', async () => {
    const deadlines = Array.from({ length: 300 }, (_, index) => `p/A${index}/so-tu-phap/2019`);
    const { references } = await readEml(await received({ ...PARTS, deadlines }));
    expect(references).toHaveLength(20);
  });

  it('is the same to the byte when it is composed and sent again', async () => {
    const first = await received(PARTS);
    expect((await received(PARTS)).equals(first)).toBe(true);
  });

  it('brings its files whole, and is the same to the byte with them', async () => {
    const content = 'BEGIN:VCALENDAR\r\nNAME:Thời hạn nhiệm vụ\r\nEND:VCALENDAR\r\n';
    const file = {
      filename: 'han-nhiem-vu.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    };
    const parts = { ...PARTS, attachments: [{ ...file, content }] };
    const first = await received(parts);
    expect((await received(parts)).equals(first)).toBe(true);
    const { attachments } = await readEml(first);
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({ filename: 'han-nhiem-vu.ics', contentType: 'text/calendar' });
    expect(attachments[0]?.content.toString('utf8')).toBe(content);
  });

  it('carries every header once and none that we did not mean', async () => {
    expect(headerNames(await received(PARTS))).toEqual(HEADERS);
  });
});

describe('whatever stands in a name, a title or a text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '\r\nBcc: thief@elsewhere.example\r\n',
          '\n\nbody',
          '\r',
          '\0',
          '\u2028',
          '\u0085',
          '\ud800',
          '"',
          '<thief@elsewhere.example>',
          ', thief@elsewhere.example',
          ';:,',
          '=?utf-8?Q?=0D=0ABcc:_thief@elsewhere.example?=',
          '\r\n.\r\n',
          'Ủy ban nhân dân '.repeat(80),
          'x'.repeat(2000),
        ),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  it('adds no header, no recipient and no second message', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (toName, subject, body, name) => {
        sink.letters.length = 0;
        const raw = await received({
          ...PARTS,
          toName,
          from: { ...PARTS.from, name },
          rendered: { subject, text: body, html: body },
        });
        expect(headerNames(raw).filter((header) => header !== 'subject')).toEqual(
          HEADERS.filter((header) => header !== 'subject'),
        );
        expect(sink.letters).toHaveLength(1);
        expect(sink.letters[0]?.to).toEqual(['vanthu@sotuphap.example']);
        const { to, from } = await readEml(raw);
        expect(to.map(({ address }) => address)).toEqual(['vanthu@sotuphap.example']);
        expect(from.map(({ address }) => address)).toEqual(['don-doc@dondoc.example']);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every header line within the length that RFC 5322 allows, for words as long as schedule files may have', async () => {
    const longWords = fc
      .array(fc.constantFrom('x'.repeat(600), 'ệ'.repeat(600), 'Ủy ban nhân dân '.repeat(37)), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => words.join('; '));
    await fc.assert(
      fc.asyncProperty(longWords, longWords, async (toName, subject) => {
        const raw = await received({ ...PARTS, toName, rendered: { ...PARTS.rendered, subject } });
        const lengths = headerBlock(raw)
          .split('\r\n')
          .map((line) => line.length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(998);
      }),
      { numRuns: 30 },
    );
  });
});

async function received(parts: MessageParts): Promise<Buffer> {
  expect(await mailer.send(composeMessage(parts))).toMatchObject({ outcome: 'sent' });
  return sink.letters.at(-1)?.raw ?? Buffer.alloc(0);
}

function headerBlock(raw: Buffer): string {
  return raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
}

function unfolded(raw: Buffer): string[] {
  return headerBlock(raw)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
}

function headerNames(raw: Buffer): string[] {
  return unfolded(raw)
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort();
}

function header(raw: Buffer, name: string): string {
  const line = unfolded(raw).find((candidate) => candidate.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}
