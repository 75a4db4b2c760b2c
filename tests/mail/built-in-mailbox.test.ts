import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailbox, type Mailbox } from '../../src/mail/built-in-mailbox.ts';
import { readEml } from '../../src/mail/read-eml.ts';

let folder: string;
let mailbox: Mailbox;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  mailbox = await openMailbox({ folder });
});

afterEach(async () => {
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
});

describe('receiving', () => {
  it('keeps exactly the bytes of an 8-bit Vietnamese letter with lines that begin with dots', async () => {
    const raw = rawLetter('<a@dondoc.vn>', [
      'Kính gửi: Sở Tư pháp,',
      '.một chấm',
      '..',
      '.',
      '',
      'Trân trọng.',
    ]);
    await sendRaw(raw);
    expect(await readFile(join(folder, '000001-a@dondoc.vn.eml'))).toEqual(raw);
    expect(await mailbox.read(1)).toEqual(raw);
  });

  it('has the letter on disk before the sender hears that it is accepted', async () => {
    const transport = createTransport(mailbox.url);
    for (let count = 1; count <= 5; count += 1) {
      await transport.sendMail(letter({ subject: `Thư ${count}` }));
      expect(await emlNames()).toHaveLength(count);
    }
  });

  it('makes a folder that nobody else may look into', async () => {
    const other = await openMailbox({ folder: join(folder, 'data', 'mailbox') });
    await other.close();
    for (const path of ['data', 'data/mailbox'])
      expect((await stat(join(folder, path))).mode & 0o777, path).toBe(0o700);
  });

  it('numbers letters in order of arrival, and goes on after a restart', async () => {
    await send({ messageId: '<one@dondoc.vn>' });
    await send({ messageId: '<two@dondoc.vn>' });
    await mailbox.close();
    mailbox = await openMailbox({ folder });
    await send({ messageId: '<three@dondoc.vn>' });
    expect(await emlNames()).toEqual([
      '000001-one@dondoc.vn.eml',
      '000002-two@dondoc.vn.eml',
      '000003-three@dondoc.vn.eml',
    ]);
    expect((await mailbox.list()).map(({ messageId }) => messageId)).toEqual([
      '<one@dondoc.vn>',
      '<two@dondoc.vn>',
      '<three@dondoc.vn>',
    ]);
  });

  it('gives every letter of two senders at once its own number and its own bytes', async () => {
    const senders = ['first', 'second'].map((name) =>
      Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const id = `<${name}-${index}@dondoc.vn>`;
          const raw = rawLetter(id, [`${name} ${index} `.repeat(500)]);
          await sendRaw(raw);
          return { id, raw };
        }),
      ),
    );
    const sent = (await Promise.all(senders)).flat();
    const letters = await mailbox.list();
    expect(letters.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    for (const { id, raw } of sent) {
      const received = letters.find(({ messageId }) => messageId === id);
      expect(received && (await mailbox.read(received.number))).toEqual(raw);
    }
  });

  it('makes a file name that stays inside the folder out of any Message-ID', async () => {
    await sendRaw(rawLetter('<../../etc/passwd@x>', ['']));
    await sendRaw(rawLetter('<Đôn Đốc>', ['']));
    await sendRaw(Buffer.from('Subject: no id\r\n\r\nMessage-ID: <not-a-header@x>\r\n'));
    const names = await emlNames();
    expect(names[0]).toBe('000001-.._.._etc_passwd@x.eml');
    expect(names[1]).toMatch(/^000002-[\w.@-]+\.eml$/);
    expect(names[2]).toBe('000003-no-message-id.eml');
  });

  it('leaves nothing of a letter whose sender breaks off, and takes the next one', async () => {
    const port = Number(new URL(mailbox.url).port);
    const socket = connect(port, '127.0.0.1');
    for (const line of ['EHLO x', 'MAIL FROM:<a@x.vn>', 'RCPT TO:<b@x.vn>', 'DATA']) {
      await once(socket, 'data');
      socket.write(`${line}\r\n`);
    }
    await once(socket, 'data');
    socket.write('Subject: broken\r\n\r\nhalf a let');
    socket.destroy();
    await once(socket, 'close');
    await send({ messageId: '<whole@dondoc.vn>' });
    expect(await readdir(folder)).toEqual(['000001-whole@dondoc.vn.eml']);
  });
});

describe('refusing', () => {
  it('answers 552 past 10 MB and keeps nothing', async () => {
    const raw = rawLetter('<large@dondoc.vn>', Array<string>(110_000).fill('x'.repeat(98)));
    expect(raw.length).toBeGreaterThan(10 * 1024 * 1024);
    await expect(sendRaw(raw)).rejects.toMatchObject({ responseCode: 552 });
    expect(await readdir(folder)).toEqual([]);
  });

  it('answers 451 when the letter cannot be written, and accepts again once it can', async () => {
    await rm(folder, { recursive: true });
    await expect(send({})).rejects.toMatchObject({ responseCode: 451 });
    await mailbox.close();
    mailbox = await openMailbox({ folder });
    await send({});
    expect(await mailbox.list()).toHaveLength(1);
  });

  it('closes though a sender keeps its connection open, and tells the sender so', async () => {
    const socket = connect(Number(new URL(mailbox.url).port), '127.0.0.1');
    await once(socket, 'data');
    const farewell = once(socket, 'data') as Promise<[Buffer]>;
    await mailbox.close();
    expect((await farewell)[0].toString()).toMatch(/^421 /);
    mailbox = await openMailbox({ folder });
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(mailbox.url).port);
    await expect(openMailbox({ folder, port })).rejects.toThrow(`127.0.0.1:${port}`);
  });
});

describe('listing', () => {
  it('tells what the headers say, in Vietnamese letters', async () => {
    await send({
      from: '"Sở Nội vụ" <nhac-han@noivu.vn>',
      to: ['"Sở Tư pháp" <van-phong@tuphap.vn>', 'lanh-dao@tuphap.vn'],
      subject: '[Quá hạn 02 ngày làm việc] Báo cáo năm - hạn 14/10/2019',
      date: new Date('2019-10-16T00:30:00Z'),
      headers: { 'X-Dondoc-Kind': 'overdue' },
      messageId: '<k@dondoc.vn>',
    });
    const raw = await mailbox.read(1);
    expect(await mailbox.list()).toEqual([
      {
        number: 1,
        from: 'nhac-han@noivu.vn',
        to: ['van-phong@tuphap.vn', 'lanh-dao@tuphap.vn'],
        recipients: [
          { name: 'Sở Tư pháp', address: 'van-phong@tuphap.vn' },
          { name: '', address: 'lanh-dao@tuphap.vn' },
        ],
        subject: '[Quá hạn 02 ngày làm việc] Báo cáo năm - hạn 14/10/2019',
        date: new Date('2019-10-16T00:30:00Z'),
        kind: 'overdue',
        messageId: '<k@dondoc.vn>',
        size: raw?.length,
      },
    ]);
  });

  it('reads each file once', async () => {
    await send({ subject: 'Bản đầu', messageId: '<once@dondoc.vn>' });
    const before = await mailbox.list();
    await writeFile(join(folder, '000001-once@dondoc.vn.eml'), 'Subject: changed\r\n\r\n');
    expect(await mailbox.list()).toEqual(before);
  });

  it('ignores files that are no letters and clears letters cut short by a crash', async () => {
    await mailbox.close();
    await writeFile(join(folder, '000009-cut.eml.part'), 'Subject: cut');
    await writeFile(join(folder, 'notes.txt'), 'not a letter');
    mailbox = await openMailbox({ folder });
    expect(await readdir(folder)).toEqual(['notes.txt']);
    expect(await mailbox.list()).toEqual([]);
    expect(await mailbox.read(9)).toBeUndefined();
  });
});

describe('reading a letter', () => {
  it('tells its parts apart and keeps its own headers', async () => {
    await send({
      subject: 'Báo cáo',
      text: 'Kính gửi: Sở Tư pháp',
      html: '<p>Kính gửi: Sở Tư pháp</p>',
      references: ['<p1@dondoc.vn>', '<p2@dondoc.vn>'],
      headers: { 'X-Dondoc-Kind': 'upcoming', 'X-Dondoc-Letter': 'l1', 'Auto-Submitted': 'auto-generated' },
      attachments: [{ filename: 'lịch.ics', content: 'BEGIN:VCALENDAR' }],
    });
    const parsed = await readEml((await mailbox.read(1)) ?? Buffer.alloc(0));
    expect(parsed.text.trim()).toBe('Kính gửi: Sở Tư pháp');
    expect(parsed.html.trim()).toBe('<p>Kính gửi: Sở Tư pháp</p>');
    expect(parsed.references).toEqual(['<p1@dondoc.vn>', '<p2@dondoc.vn>']);
    expect(parsed.autoSubmitted).toBe('auto-generated');
    expect(Object.fromEntries(parsed.headers)).toEqual({
      'x-dondoc-kind': 'upcoming',
      'x-dondoc-letter': 'l1',
    });
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['lịch.ics']);
  });

  it('makes nothing up: no date from an unreadable one, no text from HTML', async () => {
    const parsed = await readEml(
      Buffer.from('Date: some day\r\nContent-Type: text/html\r\n\r\n<p>only HTML</p>\r\n'),
    );
    expect(parsed.date).toBeUndefined();
    expect(parsed.text).toBe('');
    expect(parsed.subject).toBe('');
    expect(parsed.to).toEqual([]);
    expect(parsed.headers.size).toBe(0);
  });
});

function letter(options: SendMailOptions): SendMailOptions {
  return {
    from: 'nhac-han@noivu.vn',
    to: 'van-phong@tuphap.vn',
    subject: 'Thư',
    text: 'Trân trọng.',
    ...options,
  };
}

async function send(options: SendMailOptions): Promise<void> {
  await createTransport(mailbox.url).sendMail(letter(options));
}

async function sendRaw(raw: Buffer): Promise<void> {
  await createTransport(mailbox.url).sendMail({ envelope: { from: 'a@x.vn', to: ['b@x.vn'] }, raw });
}

function rawLetter(messageId: string, lines: string[]): Buffer {
  const head = [`Message-ID: ${messageId}`, 'Subject: raw', 'Content-Type: text/plain; charset=utf-8', ''];
  return Buffer.from(`${[...head, ...lines].join('\r\n')}\r\n`);
}

async function emlNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
}
