import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_MESSAGE, MOST_MESSAGES, type BounceBox } from '../../src/bounce/bounce-box.ts';
import { openBounceBox } from '../../src/bounce/open-bounce-box.ts';
import { parseBounceSource } from '../../src/settings/bounce-source.ts';
import { serverMissing, startImap, type ImapServer } from '../support/servers.ts';

/** The mailbox under test: a folder here, or the same folder behind a real IMAP server. */
interface Place {
  box(): BounceBox;
  maildir(): string;
  deliver(name: string, message: string): Promise<void>;
}

let delivered = 1_570_580_000;

/** A name that comes after all before it. Dovecot remembers what it has read under a name. */
function nextName(): string {
  delivered += 1;
  return `${delivered}.1.host`;
}

function boxAt(url: string): BounceBox {
  const source = parseBounceSource(url);
  if (source === undefined) throw new Error(`${url} is no mailbox`);
  return openBounceBox(source);
}

async function taken(box: BounceBox): Promise<string[]> {
  const all: string[] = [];
  await box.read(async (message) => {
    all.push('raw' in message ? message.raw.toString().replaceAll('\r\n', '\n') : 'too large');
  });
  return all;
}

function readsEachOnce(place: Place): void {
  it('hands over each message once, oldest first, and leaves it in the mailbox as read', async () => {
    await place.deliver(nextName(), 'Subject: 1\n\nmột\n');
    await place.deliver(nextName(), 'Subject: 2\n\nhai\n');
    expect(await taken(place.box())).toEqual(['Subject: 1\n\nmột\n', 'Subject: 2\n\nhai\n']);
    expect(await taken(place.box())).toEqual([]);
    await place.deliver(nextName(), 'Subject: 3\n\nba\n');
    expect(await taken(place.box())).toEqual(['Subject: 3\n\nba\n']);
    const kept = await readdir(join(place.maildir(), 'cur'));
    expect(kept.filter((name) => /:2,[A-Z]*S/.test(name))).toHaveLength(3);
  });

  it('hands over again what was not taken to the end', async () => {
    await place.deliver(nextName(), 'Subject: 1\n\nmột\n');
    const crash = place.box().read(async () => {
      throw new Error('the record is away');
    });
    await expect(crash).rejects.toThrow('the record is away');
    expect(await taken(place.box())).toEqual(['Subject: 1\n\nmột\n']);
  });

  it('does not fetch what is too large, and does not come back to it', async () => {
    await place.deliver(
      nextName(),
      `Subject: 1\n\n${'x'
        .repeat(76)
        .concat('\n')
        .repeat(LARGEST_MESSAGE / 76)}`,
    );
    await place.deliver(nextName(), 'Subject: 2\n\nhai\n');
    expect(await taken(place.box())).toEqual(['too large', 'Subject: 2\n\nhai\n']);
    expect(await taken(place.box())).toEqual([]);
  });

  it('leaves what is above the limit of one reading to the next', async () => {
    for (let index = 0; index < MOST_MESSAGES + 3; index += 1)
      await place.deliver(nextName(), `Subject: ${index}\n\n`);
    expect(await taken(place.box())).toHaveLength(MOST_MESSAGES);
    expect(await taken(place.box())).toHaveLength(3);
  });
}

describe('a maildir', () => {
  let folder: string;
  const place: Place = {
    box: () => boxAt(`maildir:${folder}`),
    maildir: () => folder,
    deliver: (name, message) => writeFile(join(folder, 'new', name), message),
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-maildir-'));
    for (const part of ['new', 'cur', 'tmp']) await mkdir(join(folder, part));
  });
  afterEach(() => rm(folder, { recursive: true }));

  readsEachOnce(place);

  it('follows no link and reads no folder', async () => {
    await symlink('/etc/hostname', join(folder, 'new', nextName()));
    await mkdir(join(folder, 'new', nextName()));
    expect(await taken(place.box())).toEqual([]);
  });

  it('that is not there is an error that names it', async () => {
    await expect(taken(boxAt(`maildir:${folder}/khong-co`))).rejects.toThrow(`${folder}/khong-co`);
  });
});

describe.skipIf(serverMissing('dovecot'))('a mailbox on an IMAP server', () => {
  let server: ImapServer;
  const url = (scheme: string, port: number, more = '') =>
    `${scheme}://${encodeURIComponent(server.user)}:${encodeURIComponent(server.password)}@${server.host}:${port}/INBOX${more}`;
  const place: Place = {
    box: () => boxAt(url('imap+insecure', server.port)),
    maildir: () => server.maildir,
    deliver: (name, message) => server.deliver(name, message),
  };
  beforeAll(async () => {
    server = await startImap();
  }, 60_000);
  beforeEach(async () => {
    for (const part of ['new', 'cur'])
      for (const name of await readdir(join(server.maildir, part)))
        await rm(join(server.maildir, part, name));
  });
  afterAll(() => server.stop());

  readsEachOnce(place);

  it('moves what has been read to the folder that is named', async () => {
    await server.deliver(nextName(), 'Subject: 1\n\nmột\n');
    const box = boxAt(url('imap+insecure', server.port, '?move=Da-doc'));
    await expect(taken(box)).rejects.toThrow(/Da-doc|TRYCREATE/);
    await mkdir(join(server.maildir, '.Da-doc', 'cur'), { recursive: true });
    await server.adopt(join(server.maildir, '.Da-doc'));
    expect(await taken(box)).toEqual(['Subject: 1\n\nmột\n']);
    expect(await taken(box)).toEqual([]);
    const moved = ['new', 'cur'].map((part) => readdir(join(server.maildir, '.Da-doc', part)));
    expect((await Promise.all(moved)).flat()).toHaveLength(1);
  });

  it.each([
    ['imaps', () => server.tlsPort],
    ['imap', () => server.port],
  ])(
    'by %s is not read when nobody vouches for its certificate, and no password is told',
    async (scheme, port) => {
      const reading = taken(boxAt(url(scheme, port())));
      await expect(reading).rejects.toThrow(/certificate/);
      await expect(reading).rejects.not.toThrow(/mat-khau/);
    },
  );

  it('with a wrong password says so in the server’s words', async () => {
    const wrong = `imap+insecure://ai:sai@${server.host}:${server.port}/INBOX`;
    await expect(taken(boxAt(wrong))).rejects.toThrow(/[Aa]uthentication failed/);
  });

  it('that is not there says so', async () => {
    await expect(taken(boxAt(url('imap+insecure', 1)))).rejects.toThrow('ECONNREFUSED');
  });

  it('that hangs up in the middle is an error, not the end of the process', async () => {
    const rude = createServer((socket) => {
      socket.write('* OK ready\r\n');
      socket.once('data', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => rude.once('listening', resolve));
    const { port } = rude.address() as AddressInfo;
    await expect(taken(boxAt(url('imap+insecure', port)))).rejects.toThrow();
    rude.close();
  });
});
