import { readFile, stat } from 'node:fs/promises';
import { formatProblem, type Problem } from '../../src/schedule/problem.ts';
import { BadCase } from './family.ts';

/** A message that nobody would read to its end. */
const LONGEST = 1200;

/** Whether every problem is a line that a person can act on: it stands at a place that is there, and says something. @throws BadCase */
export async function judgeProblems(
  problems: readonly Problem[],
  root: string,
  input: Uint8Array | string,
): Promise<void> {
  const bad = (why: string) => new BadCase(why, input);
  if (problems.length === 0) throw bad('Refused without a problem');
  const lines = new Map<string, string[] | undefined>();
  for (const problem of problems) {
    const { file, line, column, message } = problem;
    const words = formatProblem(problem);
    if (!file.startsWith(root)) throw bad(`A problem of something else: ${words}`);
    if (!lines.has(file)) lines.set(file, await linesOf(file));
    const told = `${words.slice(0, LONGEST)}…`;
    if (message.trim() === '' || words.length > LONGEST) throw bad(`No message to read: ${told}`);
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(words)) throw bad(`Hidden characters in a message: ${told}`);
    const there = lines.get(file)?.[line - 1];
    const isWhole = line === 1 && column === 1;
    if (!isWhole && (there === undefined || column < 1 || column > there.length + 1))
      throw bad(`A place outside the file: ${told}`);
  }
}

/** The lines as YAML and editors count them; a folder, or a file that is missing, has none. */
async function linesOf(path: string): Promise<string[] | undefined> {
  if (
    !(await stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    ))
  )
    return undefined;
  return (await readFile(path, 'utf8')).split(/\r\n|\r|\n/);
}
