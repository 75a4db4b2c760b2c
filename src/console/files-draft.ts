import type { FileProblem } from '../files/check-change.ts';
import type { FileChange } from '../files/files-desk.ts';
import type { Html } from '../web/page.ts';
import type { FormValues } from './files-form-values.ts';

/** What went wrong with a form that is shown again. */
export interface Outcome {
  problems: readonly FileProblem[];
  /** Said above the form. */
  notice?: string;
}

/** A change that a form asks for. */
export interface Draft {
  change: FileChange;
  /** What it does, as headings and the record say it: `Sửa nhiệm vụ A04`. */
  what: string;
  values: FormValues;
  /** Where to go once it is applied. */
  done: string;
  /** More to see before applying. */
  more?(): Promise<Html>;
  /** The form with what was typed; it carries the file's present version. */
  form(outcome: Outcome): Html | Promise<Html>;
}

/** The names of the fields by which the forms tell their step, the file's version and why. */
export const STEP = 'buoc';
export const VERSION = 'phien_ban';
export const REASON = 'ly_do';
