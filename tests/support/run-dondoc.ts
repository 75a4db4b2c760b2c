import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export interface Run {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line at work in a process of its own. */
export interface RunningDondoc {
  pid: number;
  /** What it has said so far. */
  stdout(): string;
  /** Resolves with the first match in standard output. @throws Error with all it said when it ends without one. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Run>;
}

export const ROOT = join(import.meta.dirname, '../..');

type Environment = Record<string, string>;

/** Runs `dondoc ARGS` to its end, on the shipped schedules and templates unless `env` says otherwise. */
export async function runDondoc(args: string[], env: Environment = {}): Promise<Run> {
  return startDondoc(args, env).ended;
}

/** Starts `dondoc ARGS` (built once for all tests) and lets it run. Nothing of this machine's settings, and no .env file, reaches it. */
export function startDondoc(args: string[], env: Environment = {}): RunningDondoc {
  const child = spawn(process.execPath, [inject('dondoc'), ...args], {
    ...{ cwd: tmpdir(), env: { ...base(), ...env } },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails half-way must not leave it running.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ ...run, code: code as number | null }));
  return {
    pid: child.pid ?? 0,
    stdout: () => run.stdout,
    says: (pattern) => firstMatch(child, run, pattern),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

function base(): Environment {
  return {
    PATH: process.env.PATH ?? '',
    ...(process.env.TZ !== undefined && { TZ: process.env.TZ }),
    SCHEDULES: join(ROOT, 'schedules'),
    TEMPLATES: join(ROOT, 'templates'),
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
}

/** The first match in what `child` has said, which `run` gathers. @throws Error with all it said when it ends without one. */
export function firstMatch(
  child: ChildProcess,
  run: Pick<Run, 'stdout' | 'stderr'>,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(run.stdout);
      if (match !== null) resolve(match);
    };
    child.stdout?.on('data', look);
    child.once('close', () =>
      reject(new Error(`It ended without saying ${pattern}:\n${run.stdout}${run.stderr}`)),
    );
    look();
  });
}
