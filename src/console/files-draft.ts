import type { FileProblem } from '../files/check-change.ts';
import type { OpenedFile } from '../files/known-files.ts';
import type { Html } from '../web/page.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** What went wrong with a form that is shown again. */
export interface Outcome {
  problems: readonly FileProblem[];
  /** Said above the form. */
  notice?: string;
  /** The file has changed since: the form goes on from its present version, which whoever sends it has been told of. */
  isStale?: boolean;
}

/** A change that a form asks for. */
export interface Draft {
  opened: OpenedFile;
  /** The file's text after it. */
  text: string;
  /** What it does, as headings and the record say it: `Sửa nhiệm vụ A04`. */
  what: string;
  values: FormValues;
  /** Where to go once it is applied. */
  done: string;
  /** More to see before applying. */
  more?(): Html | Promise<Html> | undefined;
  /** The form with what was typed. */
  form(outcome: Outcome): Html | Promise<Html>;
}

/** The names of the fields by which the forms tell their step, the file's version and why. */
export const STEP = 'buoc';
export const VERSION = 'phien_ban';
export const REASON = 'ly_do';

/** The version that a form carries: that of the file which it was first opened over, until its sender knows of another. */
export function carriedVersion(values: FormValues, opened: OpenedFile, { isStale }: Outcome): string {
  return isStale ? opened.version : textOf(values, VERSION) || opened.version;
}
