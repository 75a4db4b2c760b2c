import type { FileProblem } from '../files/check-change.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** Problems by the field that they are shown at; `elsewhere` are those of no field of the form. */
export interface Sorted {
  problems: ReadonlyMap<string, readonly FileProblem[]>;
  elsewhere: readonly FileProblem[];
}

/** Sorts the problems of a file by the key at whose value they stand; `keyAt` tells it by the line, from 1. */
export function byField(
  problems: readonly FileProblem[],
  { file, keyAt }: { file: string; keyAt: (line: number) => string | undefined },
  hasField: (key: string) => boolean,
): Sorted {
  const sorted = new Map<string, FileProblem[]>();
  const elsewhere: FileProblem[] = [];
  for (const problem of problems) {
    const key = problem.field ?? (problem.file === file ? keyAt(problem.line) : undefined);
    if (key === undefined || !hasField(key)) elsewhere.push(problem);
    else sorted.set(key, [...(sorted.get(key) ?? []), problem]);
  }
  return { problems: sorted, elsewhere };
}

/** A problem for each needed field that is empty. */
export function missingFields(
  values: FormValues,
  needed: Readonly<Record<string, string>>,
  file: string,
): FileProblem[] {
  return Object.entries(needed)
    .filter(([field]) => textOf(values, field) === '')
    .map(([field, message]) => ({ file, line: 1, column: 1, message, words: message, field }));
}
