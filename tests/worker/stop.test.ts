import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRecord } from '../../src/record/open-record.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { eventsOf } from '../support/record.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** A Monday on which letters of the plan are due, inside the sending window. */
const MORNING = '2019-10-14T02:00:00Z';
const LATER = '2019-10-14T03:00:00Z';

let folder: string;
let sink: SmtpSink;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-stop-'));
  sink = await startSmtpSink();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  sink.hangUp();
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});

function start(at: string, stopSeconds: number): ChildProcess {
  const script = join(import.meta.dirname, 'start-child.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, at], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TZ: process.env.TZ,
      SCHEDULES: join(ROOT, 'schedules'),
      TEMPLATES: join(ROOT, 'templates'),
      ...{ DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' },
      ...{ SMTP_URL: sink.url, SEND_CONCURRENCY: '1', STOP_SECONDS: String(stopSeconds) },
    },
  });
  child.stdout?.resume();
  children.push(child);
  return child;
}

/** Resolves when a letter has come to the server's hand and hangs there. */
function hanging(): Promise<void> {
  return new Promise((resolve) => {
    sink.trouble = (stage) => {
      if (stage !== 'stored') return undefined;
      resolve();
      return 'hang';
    };
  });
}

async function lettersInRecord() {
  const record = await openRecord({ folder: join(folder, 'data') });
  try {
    const letters = await record.db.selectFrom('letter').select(['id', 'status', 'message_id']).execute();
    const of = (status: string) => letters.filter((letter) => letter.status === status);
    return {
      sending: of('sending'),
      retrying: of('retrying'),
      sent: of('sent'),
      events: await eventsOf(record.db, 'letter-reclaimed'),
    };
  } finally {
    await record.close();
  }
}

describe('a process told to stop', () => {
  it('gives back the letter that a silent server holds, and the next process sends it under the same Message-ID', async () => {
    const reached = hanging();
    const first = start(MORNING, 1);
    await reached;
    first.kill('SIGTERM');
    expect(await once(first, 'exit')).toEqual([0, null]);
    const { sending, retrying, sent, events } = await lettersInRecord();
    expect({ sending, sent }).toEqual({ sending: [], sent: [] });
    expect(retrying).toHaveLength(1);
    expect(events).toEqual([
      { what: 'letter-reclaimed', why: expect.stringContaining('cùng một Message-ID') as string },
    ]);

    const held = sink.letters.map(({ messageId }) => messageId);
    expect(held).toEqual([`<${retrying[0]?.id}@dondoc.example>`]);
    sink.trouble = () => undefined;
    const second = start(LATER, 1);
    await vi.waitFor(
      () => expect(sink.letters.filter((l) => l.messageId === held[0])).toHaveLength(2),
      60_000,
    );
    second.kill('SIGTERM');
    await once(second, 'exit');
    expect((await lettersInRecord()).sent.map(({ message_id }) => message_id)).toContain(held[0]);
  });

  it('lets a letter end that is on its way, and takes no other', async () => {
    let release: (() => void) | undefined;
    const reached = new Promise<void>((resolve) => (release = resolve));
    sink.trouble = (stage) => {
      if (stage === 'data') release?.();
      return undefined;
    };
    const child = start(MORNING, 60);
    await reached;
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    const { sending, retrying, sent, events } = await lettersInRecord();
    expect({ sending, retrying, events }).toEqual({ sending: [], retrying: [], events: [] });
    expect(sent.map(({ message_id }) => message_id).sort()).toEqual(
      sink.letters.map(({ messageId }) => messageId).sort(),
    );
  });

  it('ends at once when it is told a second time', async () => {
    const reached = hanging();
    const child = start(MORNING, 600);
    await reached;
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect((await lettersInRecord()).sending).toHaveLength(1);
  });
});
