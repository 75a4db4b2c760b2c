import type { LocatedYaml, ValuePath } from './located-yaml.ts';

/** One thing wrong in the schedule files; `message` and `suggestion` are Vietnamese. */
export interface Problem {
  /** The path as the user would open it: the folder as given, then the file's name. */
  file: string;
  line: number;
  column: number;
  message: string;
  /** What to write instead; bare words, ready to paste. */
  suggestion?: string;
}

/** A file that was read as YAML, under the name that problems print. */
export interface LocatedFile {
  name: string;
  yaml: LocatedYaml;
}

/** The longest name or phrase that anybody writes, in characters. */
const LONGEST_SUGGESTION = 300;
const LONGEST_MESSAGE = 500;

/** A problem of the value at `path`; of its key when `part` is `key`; of what encloses it when it is missing. */
export function problemAt(
  file: LocatedFile,
  path: ValuePath,
  message: string,
  suggestion?: string,
  part?: 'value' | 'key',
): Problem {
  return { file: file.name, ...file.yaml.placeOf(path, part), message, ...offered(suggestion) };
}

/** A problem of a whole file or folder. */
export function problemOf(name: string, message: string, suggestion?: string): Problem {
  return { file: name, line: 1, column: 1, message, ...offered(suggestion) };
}

/** One line, `file:line:column: message`, as editors and terminals make clickable. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, suggestion } = problem;
  const hint = suggestion === undefined ? '' : ` — có phải ý bạn là “${suggestion}”?`;
  return oneLine(`${file}:${line}:${column}: ${readable(message)}${hint}`);
}

/** Sorted by file, line and column, each said once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.message, b.message),
  );
}

/** What is near to a mistake may be a mistake itself: nobody reads a suggestion of twenty thousand letters. */
function offered(suggestion = ''): { suggestion?: string } {
  return suggestion !== '' && suggestion.length <= LONGEST_SUGGESTION ? { suggestion } : {};
}

/** A message may quote a whole block of the file, where a program took it for a key or a name. */
function readable(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
}

/** Messages quote what a file says, and a file may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
}

/** By code unit, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
