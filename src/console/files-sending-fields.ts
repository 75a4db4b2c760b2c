import { isDeepStrictEqual } from 'node:util';
import type { FileProblem } from '../files/check-change.ts';
import type { Fields } from '../schedule/edit-map.ts';
import { CannotEdit, readTop } from '../schedule/file-entry.ts';
import { readTimeOfDay } from '../phrase/time-of-day.ts';
import { digestsShape, sendingShape } from '../schedule/shape.ts';
import { missingFields } from './files-field-problems.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';

/** What a folder's ladder file says at its top, above the ladders. */
export interface SendingTop {
  sending?: Readonly<Record<string, unknown>> | undefined;
  digests?: Readonly<Record<string, unknown>> | undefined;
}

/** What stands when the file says nothing. */
const UNSAID = { sending: sendingShape.parse({}), digests: digestsShape.parse({}) };
const KEYS = { sending: Object.keys(sendingShape.shape), digests: Object.keys(digestsShape.shape) };
type Section = keyof typeof KEYS;
const SECTIONS: readonly Section[] = ['sending', 'digests'];

const NEEDED = {
  [sendingField('sending', 'at')]: 'cần ghi giờ bắt đầu gửi',
  [sendingField('sending', 'until')]: 'cần ghi giờ ngừng gửi',
};

/** `sending.at`: the form's field for a key. */
export function sendingField(section: Section, key: string): string {
  return `${section}.${key}`;
}

/** Whether the form has this field. */
export function isSendingField(name: string): boolean {
  return SECTIONS.some((section) => KEYS[section].some((key) => sendingField(section, key) === name));
}

/** What the file says. @throws CannotEdit when that is faulty */
export function readSending(text: string): SendingTop {
  const top = (readTop(text) ?? {}) as SendingTop;
  const { sending, digests } = top;
  if (!sendingShape.safeParse(sending ?? {}).success || !digestsShape.safeParse(digests ?? {}).success)
    throw new CannotEdit('Giờ gửi thư hoặc thư tổng hợp đang có lỗi trong tệp.');
  return { sending, digests };
}

/** What holds by the file, as the form shows it. */
export function sendingValues(before: SendingTop): FormValues {
  return new Map(
    SECTIONS.flatMap((section) =>
      [...valuesOf({ ...UNSAID[section], ...before[section] })].map(
        ([key, value]) => [sendingField(section, key), value] as const,
      ),
    ),
  );
}

/** What the top of the file is to say after the form. What held without being written stays unwritten. */
export function sendingFields(values: FormValues, before: SendingTop): Fields {
  return Object.fromEntries(
    SECTIONS.map((section) => [section, sectionOf(section, values, before[section])]),
  );
}

/** What the form itself sees is wanting. */
export function sendingProblems(values: FormValues, file: string): FileProblem[] {
  return missingFields(values, NEEDED, file);
}

function sectionOf(
  section: Section,
  values: FormValues,
  before: SendingTop[Section],
): Readonly<Record<string, unknown>> | undefined {
  const unsaid: Readonly<Record<string, unknown>> = UNSAID[section];
  const entries = KEYS[section].map((key) => {
    const typed = typedOf(values, section, key);
    const isKept = isDeepStrictEqual(typed, before?.[key] ?? unsaid[key]);
    return [key, isKept ? before?.[key] : typed] as const;
  });
  const said = entries.filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function typedOf(values: FormValues, section: Section, key: string): unknown {
  const text = textOf(values, sendingField(section, key));
  if (section === 'digests' && key !== 'admins') return text === 'true';
  // `7h30`, `16 giờ 30`; what is no time of day stays as typed, for the check to refuse.
  return section === 'sending' ? (readTimeOfDay(text) ?? text) : text || undefined;
}
