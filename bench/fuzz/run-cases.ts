import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { CaseEnd, Family } from './family.ts';

/** What a child tells of its cases. */
export type CaseReport =
  | { kind: 'open' }
  | ({ kind: 'end'; index: number } & CaseEnd)
  | { kind: 'bad'; index: number; words: string; kept: string | undefined };

/** A case that must not be: what happened, and the file with what the product was given. */
export interface Hole {
  index: number;
  what: 'wrong' | 'hang' | 'crash';
  words: string;
  kept?: string | undefined;
}

/** What a run came to. */
export interface Tally {
  cases: number;
  outcomes: Record<string, number>;
  holes: Hole[];
  /** The case that cost most beside the same unspoilt; milliseconds of processor time. */
  slowest?: { index: number; times: number; milliseconds: number };
}

/** Opening may need a database first. Milliseconds. */
const OPENING = 180_000;
/** After so many holes the rest would say nothing new. */
const ENOUGH = 30;

/**
 * Runs the cases `from` to `to` (left out) in processes of their own, `jobs` at a time. A process that dies or hangs costs its case and
 * is begun anew with the next. `tally` is filled as they go.
 */
export async function runCases(
  family: Family,
  { seed, from, to, jobs = 1 }: { seed: number; from: number; to: number; jobs?: number },
  tally: Tally = { cases: 0, outcomes: {}, holes: [] },
): Promise<Tally> {
  const share = Math.ceil((to - from) / jobs);
  const parts = Array.from({ length: jobs }, (_, job) => from + job * share).filter((begin) => begin < to);
  await Promise.all(parts.map((begin) => runPart(family, seed, begin, Math.min(to, begin + share), tally)));
  tally.holes.sort((a, b) => a.index - b.index);
  return tally;
}

async function runPart(family: Family, seed: number, from: number, to: number, tally: Tally): Promise<void> {
  let next = from;
  while (next < to && tally.holes.length < ENOUGH) next = await runChild(family, seed, next, to, tally);
}

/** @returns the first case that is still to be run. */
function runChild(family: Family, seed: number, from: number, to: number, tally: Tally): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(
      join(import.meta.dirname, 'child.ts'),
      [family.name, String(seed), String(from), String(to)],
      { execArgv: ['--import', import.meta.resolve('tsx')], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    );
    let next = from;
    let isOpen = false;
    let hangs = false;
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
    let guard = guarded(child, OPENING, () => (hangs = true));
    child.on('message', (report: CaseReport) => {
      clearTimeout(guard);
      guard = guarded(child, family.limit, () => (hangs = true));
      if (report.kind === 'open') return (isOpen = true);
      next = report.index + 1;
      note(report, tally);
      if (tally.holes.length >= ENOUGH) child.kill('SIGKILL');
    });
    child.on('exit', () => {
      clearTimeout(guard);
      if (!isOpen) return reject(new Error(`The cases of ${family.name} could not begin: ${said}`));
      if (next >= to || tally.holes.length >= ENOUGH) return resolve(to);
      tally.cases += 1;
      tally.holes.push({ index: next, what: hangs ? 'hang' : 'crash', words: said });
      resolve(next + 1);
    });
  });
}

function guarded(child: ChildProcess, milliseconds: number, note: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    note();
    child.kill('SIGKILL');
  }, milliseconds);
}

function note(report: Exclude<CaseReport, { kind: 'open' }>, tally: Tally): void {
  tally.cases += 1;
  if (report.kind === 'bad') {
    tally.holes.push({ index: report.index, what: 'wrong', words: report.words, kept: report.kept });
    return;
  }
  const { index, outcome, took } = report;
  tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
  if (took === undefined) return;
  const times = took.spoilt / took.sound;
  if (times > (tally.slowest?.times ?? 0)) tally.slowest = { index, times, milliseconds: took.spoilt };
}
