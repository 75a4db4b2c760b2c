import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayCommand } from '../../src/cli/replay.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import type { LetterKind } from '../../src/plan/model.ts';
import { replay, type ReplayOptions } from '../../src/worker/replay.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import type { SentLetter } from '../../src/worker/send-letter.ts';
import { shippedInstructions } from '../worker/instructions.ts';
import { ROOT } from '../support/run-dondoc.ts';

/** One line of `replay --json`. */
export interface JsonLetter {
  at: string;
  kind: LetterKind;
  unit: string;
  to: string;
  subject: string;
  notices: string[];
  messageId: string;
}

/** The weeks in which the ten districts' A06 and Sở Nội vụ's A07 fall due. */
export const BUSY_WEEKS = { from: '2019-11-18', to: '2019-12-05' };

/** Runs `replay ARGS --json` in this process; the lines it prints and what it complains of. */
export async function replayLines(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ letters: JsonLetter[]; complaints: string[] }> {
  const letters: JsonLetter[] = [];
  const complaints: string[] = [];
  const settings = parseSettings({
    SCHEDULES: join(ROOT, 'schedules'),
    TEMPLATES: join(ROOT, 'templates'),
    ...env,
  });
  const command = replayCommand({
    clock: virtualClock(new Date(0)),
    settings: () => settings,
    colour: false,
    print: (line) => void letters.push(JSON.parse(line) as JsonLetter),
    complain: (line) => void complaints.push(line),
    inputLines: async function* () {},
  });
  await command.exitOverride().parseAsync([...args, '--json'], { from: 'user' });
  return { letters, complaints };
}

/** Replays the busy weeks in memory into the mail server at `smtpUrl`; what it reports as sent. @throws the queue's first error, unless `onError` is given */
export async function replayBusyWeeks(
  smtpUrl: string,
  options: Partial<Pick<ReplayOptions, 'onDay' | 'onError' | 'from' | 'to'>> = {},
): Promise<SentLetter[]> {
  const sent: SentLetter[] = [];
  const errors: Error[] = [];
  await replay({
    ...BUSY_WEEKS,
    instructions: await shippedInstructions(),
    record: { memory: true },
    keep: false,
    queueName: 'replay-test',
    smtpUrl,
    mailFrom: parseSettings({}).mailFrom,
    publicUrl: 'http://127.0.0.1:8019',
    onSent: (letter) => sent.push(letter),
    onError: (error) => errors.push(error),
    ...options,
  });
  if (errors[0] !== undefined) throw errors[0];
  return sent;
}

/** The letters in a folder, by file name, in order. */
export async function filesIn(folder: string): Promise<{ name: string; raw: Buffer }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => ({ name, raw: await readFile(join(folder, name)) })));
}

/** A folder of its own for one test; `remove` takes it away. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'dondoc-replay-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
