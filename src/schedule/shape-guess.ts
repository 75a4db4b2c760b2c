import type { z } from 'zod';
import { isoDate } from '../calendar/dates.ts';
import { idFrom } from './id-from.ts';
import { fold, nearest } from './nearest.ts';

/** The id that a text written in place of an id names, if any. */
export type IdGuess = (text: string) => string | undefined;

/** YAML 1.1 and people write these; YAML 1.2 reads them as words. */
const TRUTHS: Readonly<Record<string, string>> = {
  ...{ yes: 'true', y: 'true', on: 'true', co: 'true', dung: 'true' },
  ...{ no: 'false', n: 'false', off: 'false', khong: 'false', sai: 'false' },
};

/** What the writer of `value` probably meant by it, where its kind of mistake allows a guess. */
export function guessValue(issue: z.core.$ZodIssue, value: unknown, guessId: IdGuess): string | undefined {
  if (issue.code === 'invalid_type') return guessType(issue.expected, value);
  if (typeof value !== 'string') return undefined;
  switch (issue.code) {
    case 'invalid_value':
      return nearest(value, issue.values.map(String));
    case 'invalid_format':
      if (issue.format !== 'regex') return undefined;
      if (/^\d:[0-5]\d$/.test(value)) return `0${value}`;
      return issue.path.at(-1) === 'id' ? idFrom(value) : guessId(value);
    case 'custom':
      return dateMeantBy(value);
    default:
      return undefined;
  }
}

function guessType(expected: string, value: unknown): string | undefined {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `"${value}"`;
  if (expected === 'boolean' && typeof value === 'string') return TRUTHS[fold(value)];
  return undefined;
}

/** `30/6/2019`, as people write a day, in the form of the files. */
function dateMeantBy(text: string): string | undefined {
  const [, dayOfMonth, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(dayOfMonth));
}
