import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { serverMissing, startPostgres, startRedis, type TestServer } from '../support/servers.ts';
import { startSmtpSink, type SinkLetter, type SmtpSink, type Stage } from '../support/smtp-sink.ts';
import { startDondoc } from '../support/run-dondoc.ts';
import { BUSY_WEEKS, replayBusyWeeks, temporaryFolder } from './replays.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

/** Where the process is killed, one run after the other: after so many letters in all, at this stage of the next one. */
const KILLS: { letters: number; stage: Stage }[] = [
  { letters: 1, stage: 'stored' },
  { letters: 9, stage: 'mail' },
  { letters: 40, stage: 'stored' },
];

let sink: SmtpSink;
let usual: string[];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sink = await startSmtpSink();
  await replayBusyWeeks(sink.url);
  usual = idsOf(sink.letters);
  expect(usual.length).toBeGreaterThan(60);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => sink.close());

function idsOf(letters: SinkLetter[]): string[] {
  return letters.map(({ messageId }) => messageId);
}

/** Starts the replay again and again, kills each run at its point with SIGKILL, and lets the last one end. */
async function replayWithKills(env: Record<string, string>): Promise<string[]> {
  sink.letters.length = 0;
  const args = [
    'replay',
    '--from',
    BUSY_WEEKS.from,
    '--to',
    BUSY_WEEKS.to,
    '--name',
    'killed',
    '--smtp',
    sink.url,
  ];
  for (const { letters, stage } of KILLS) {
    const run = startDondoc(args, env);
    sink.trouble = (reached) => {
      const there = reached === stage && sink.letters.length >= letters;
      if (there) run.kill('SIGKILL');
      return there ? 'hang' : undefined;
    };
    expect((await run.ended).code).toBeNull();
    sink.trouble = () => undefined;
  }
  const { code, stderr } = await startDondoc(args, env).ended;
  expect({ code, stderr: stderr.replace(/Ngày .*thư\n/g, '') }).toEqual({ code: 0, stderr: '' });
  return idsOf(sink.letters);
}

function expectNothingLost(arrived: string[]): void {
  const repeated = arrived.filter((id, index) => arrived.indexOf(id) < index);
  expect([...new Set(arrived)].sort()).toEqual(usual.toSorted());
  // Each run killed between the server's having the letter and its 250 leaves exactly that letter in doubt.
  expect(repeated).toHaveLength(KILLS.filter(({ stage }) => stage === 'stored').length);
}

describe('a replay that is killed in the middle and started again', () => {
  it('loses no letter and repeats only those in hand, under their own Message-ID', async () => {
    const folder = await temporaryFolder();
    closing.push(folder.remove);
    expectNothingLost(await replayWithKills({ DATA_DIR: folder.path }));
  });

  it.skipIf(serverMissing('postgres') || serverMissing('redis-server'))(
    'does the same on a Postgres server with Redis',
    async () => {
      const servers: TestServer[] = [await startPostgres(), await startRedis()];
      closing.push(...servers.map((server) => () => server.stop()));
      const [DATABASE_URL = '', REDIS_URL = ''] = servers.map(({ url }) => url);
      expectNothingLost(await replayWithKills({ DATABASE_URL, REDIS_URL }));
    },
  );
});
