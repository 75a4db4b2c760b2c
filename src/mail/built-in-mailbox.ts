import { once } from 'node:events';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { readEml, type MailAddress } from './read-eml.ts';

/** A mail server on the loopback address that keeps every letter as a file and passes none on. */
export interface Mailbox {
  /** `smtp://127.0.0.1:<port>`. */
  url: string;
  folder: string;
  /** All letters in order of arrival. */
  list(): Promise<ReceivedLetter[]>;
  /** The bytes of letter `number`, or undefined when there is no such letter. */
  read(number: number): Promise<Buffer | undefined>;
  /** Stops listening; a letter that has been received in full is still written. */
  close(): Promise<void>;
}

/** A letter's envelope as its headers give it. */
export interface ReceivedLetter {
  /** 1 for the first letter that ever came into the folder. */
  number: number;
  /** Bare addresses; the names are in `recipients`. */
  from: string;
  to: string[];
  recipients: MailAddress[];
  subject: string;
  date: Date | undefined;
  /** The `X-Dondoc-Kind` header, or an empty string. */
  kind: string;
  /** With its angle brackets. */
  messageId: string;
  /** Bytes. */
  size: number;
}

const HOST = '127.0.0.1';
const LARGEST_LETTER = 10 * 1024 * 1024;
/** How long open connections may idle once the mailbox is closing, in milliseconds. */
const FAREWELL = 500;
const STORED = /^(\d{6,})-.*\.eml$/;

/**
 * Opens a mailbox over `folder` (made when missing; one mailbox at a time) on `port`, or on any free one.
 * Each letter becomes one file of exactly the bytes received, `000001-<message-id>.eml`; the sender hears
 * 250 only after the file is synced to disk, 451 when it cannot be written, 552 past 10 MB.
 * @throws Error when the folder cannot be made or the port is taken.
 */
export async function openMailbox({ folder, port = 0 }: { folder: string; port?: number }): Promise<Mailbox> {
  // Letters hold links by which one can act for a unit.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeUnfinished(folder);
  const known = new Map<string, ReceivedLetter>();
  const pending = new Set<Promise<void>>();
  let last = (await storedNames(folder)).at(-1)?.number ?? 0;

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_LETTER,
    rejectOversized: true,
    closeTimeout: FAREWELL,
    onData(stream, _session, answer) {
      const work = receive(stream).then(
        () => answer(),
        () => answer(cannotStore()),
      );
      pending.add(work);
      void work.finally(() => pending.delete(work));
    },
  });

  async function receive(stream: SMTPServerDataStream): Promise<void> {
    const raw = await wholeLetter(stream);
    if (raw === undefined) return;
    last += 1;
    await store(folder, fileName(last, raw), raw);
  }

  return {
    url: `smtp://${HOST}:${await listen(server, port)}`,
    folder,
    async list() {
      const letters: ReceivedLetter[] = [];
      for (const { name, number } of await storedNames(folder)) {
        const letter = known.get(name) ?? (await envelopeOf(number, await readFile(join(folder, name))));
        known.set(name, letter);
        letters.push(letter);
      }
      return letters;
    },
    async read(number) {
      const stored = (await storedNames(folder)).find((file) => file.number === number);
      return stored && readFile(join(folder, stored.name));
    },
    async close() {
      await new Promise<void>((closed) => server.close(closed));
      await Promise.all(pending);
    },
  };
}

/** A crash in the middle of a letter leaves a part file; its sender never heard 250 and will send again. */
async function removeUnfinished(folder: string): Promise<void> {
  const parts = (await readdir(folder)).filter((name) => name.endsWith('.eml.part'));
  for (const part of parts) await rm(join(folder, part));
}

async function storedNames(folder: string): Promise<{ name: string; number: number }[]> {
  return (await readdir(folder))
    .flatMap((name) => {
      const number = STORED.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The letter's bytes, or undefined past the size limit, where the server itself answers 552. */
async function wholeLetter(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? undefined : Buffer.concat(chunks);
}

function fileName(number: number, raw: Buffer): string {
  const messageId = /^message-id:\s*<?([^\s<>]+)/im.exec(headerBlock(raw).toString('latin1'))?.[1];
  const safe = messageId?.replace(/[^\w.@-]/g, '_').slice(0, 120);
  return `${String(number).padStart(6, '0')}-${safe ?? 'no-message-id'}.eml`;
}

async function store(folder: string, name: string, raw: Buffer): Promise<void> {
  const part = join(folder, `${name}.part`);
  try {
    await writeSynced(part, raw);
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writeSynced(path: string, raw: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
}

function cannotStore(): Error {
  return Object.assign(new Error('The letter could not be stored, try again later'), { responseCode: 451 });
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  // A sender that breaks its connection learns so by itself: it has no 250, so the letter is not ours yet.
  server.on('error', () => undefined);
  const listener = server.listen(port, HOST);
  await once(listener, 'listening');
  return (listener.address() as AddressInfo).port;
}

/** Only the header block is parsed: a list of thousands of letters must not decode their bodies. */
async function envelopeOf(number: number, raw: Buffer): Promise<ReceivedLetter> {
  const { from, to, subject, date, headers, messageId } = await readEml(headerBlock(raw));
  return {
    number,
    from: from[0]?.address ?? '',
    to: to.map(({ address }) => address),
    recipients: to,
    subject,
    date,
    kind: headers.get('x-dondoc-kind') ?? '',
    messageId,
    size: raw.length,
  };
}

function headerBlock(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n');
  return end < 0 ? raw : raw.subarray(0, end + 4);
}
