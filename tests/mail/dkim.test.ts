import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dkimRecord, newDkimKey } from '../../src/mail/dkim.ts';
import { composeMessage } from '../../src/mail/message.ts';
import { createMailer } from '../../src/mail/send-mail.ts';
import { runDondoc } from '../support/run-dondoc.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

const MESSAGE = composeMessage({
  letter: { id: 'thu-0123456789abcdef01234567', mailbox: 'vanthu@sotuphap.example', kind: 'today' },
  notices: ['n'],
  deadlines: ['d'],
  from: { name: 'Hệ thống nhắc hạn', address: 'don-doc@kontum.example', domain: 'kontum.example' },
  toName: 'Sở Tư pháp',
  replyTo: 'sonoivu@kontum.example',
  date: new Date('2019-10-14T00:30:00Z'),
  rendered: {
    subject: 'Đến hạn hôm nay: báo cáo năm về tình hình theo dõi thi hành pháp luật',
    text: `Kính gửi\n.\n  thụt đầu dòng  \n${'dài '.repeat(400)}\n\n\n`,
    html: '<p>Kính gửi</p>',
  },
  attachments: [{ filename: 'han.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
});

describe('a signed letter', () => {
  it('verifies by the record that is printed for its key, and by no other', async () => {
    const dkim = { domain: 'kontum.example', selector: 'dondoc2026', key: newDkimKey() };
    const raw = await receivedFrom(dkim);
    expect(checkSignature(raw, dkimRecord(dkim))).toEqual({ body: true, signature: true });
    expect(checkSignature(raw, dkimRecord({ ...dkim, key: newDkimKey() })).signature).toBe(false);
  });

  it('no longer verifies once a word or a header has been changed', async () => {
    const dkim = { domain: 'kontum.example', selector: 'dondoc2026', key: newDkimKey() };
    const raw = await receivedFrom(dkim);
    const record = dkimRecord(dkim);
    expect(checkSignature(raw.replace('BEGIN', 'begin').replace('QkVH', 'QkVI'), record).body).toBe(false);
    expect(checkSignature(raw.replace('sonoivu@', 'kegian@'), record)).toEqual({
      body: true,
      signature: false,
    });
  });
});

describe('dondoc dkim', () => {
  it('makes a key for this account alone, prints the record, prints the same again, and overwrites nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-dkim-'));
    try {
      const file = join(folder, 'dkim.pem');
      const env = { MAIL_FROM: 'don-doc@kontum.example' };
      const made = await runDondoc(['dkim', 'new', file, '--selector', 's1'], env);
      expect(made.code).toBe(0);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const key = await readFile(file, 'utf8');
      const { zoneLine } = dkimRecord({ domain: 'kontum.example', selector: 's1', key });
      expect(made.stdout).toContain(zoneLine);
      const again = await runDondoc(['dkim', 'record'], { ...env, DKIM_SELECTOR: 's1', DKIM_KEY_FILE: file });
      expect(again.stdout).toContain(zoneLine);
      expect((await runDondoc(['dkim', 'new', file, '--selector', 's1'], env)).code).toBe(1);
      expect(await readFile(file, 'utf8')).toBe(key);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});

async function receivedFrom(dkim: { domain: string; selector: string; key: string }): Promise<string> {
  const sink = await startSmtpSink();
  const mailer = createMailer(sink.url, undefined, { dkim });
  try {
    expect(await mailer.send(MESSAGE)).toMatchObject({ outcome: 'sent' });
    return sink.letters[0]?.raw.toString('latin1') ?? '';
  } finally {
    mailer.close();
    await sink.close();
  }
}

/** What a receiving server does (RFC 6376, 3.4.2, 3.4.4, 3.7), written from the RFC and not from what signs. */
function checkSignature(raw: string, { name, text }: { name: string; text: string }) {
  const border = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, border).split(/\r\n(?![ \t])/);
  const named = (wanted: string) => fields.filter((field) => field.toLowerCase().startsWith(`${wanted}:`));
  const [signed = ''] = named('dkim-signature');
  const tags = new Map(
    signed
      .slice(signed.indexOf(':') + 1)
      .split(';')
      .map((tag) => tag.replace(/\s+/g, ''))
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  );
  expect(tags.get('a')).toBe('rsa-sha256');
  expect(tags.get('c')).toBe('relaxed/relaxed');
  expect(`${tags.get('s')}._domainkey.${tags.get('d')}`).toBe(name);
  const wanted = (tags.get('h') ?? '').toLowerCase().split(':');
  expect(wanted).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'reply-to']));

  const body = raw
    .slice(border + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const left = new Map(wanted.map((field) => [field, named(field)]));
  const canonical = [
    // Repeated names are taken from the bottom up.
    ...wanted.flatMap((field) => left.get(field)?.pop() ?? []).map(relaxed),
    relaxed(signed.replace(/(;\s*b=)[^;]*/, '$1')),
  ].join('\r\n');
  const der = Buffer.from(/p=(.*)$/.exec(text)?.[1] ?? '', 'base64');
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
  return {
    body: createHash('sha256').update(body, 'latin1').digest('base64') === tags.get('bh'),
    signature: verify(
      'sha256',
      Buffer.from(canonical, 'latin1'),
      key,
      Buffer.from(tags.get('b') ?? '', 'base64'),
    ),
  };
}

function relaxed(field: string): string {
  const colon = field.indexOf(':');
  const value = field.slice(colon + 1).replace(/\r\n/g, '');
  return `${field.slice(0, colon).toLowerCase().trim()}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}
