import {
  decisionShape,
  documentNumber,
  unitAnswerShape,
  type Decision,
  type UnitAnswer,
} from '../answer/answer.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { readDay } from './form-day.ts';
import type { Typed } from './form-fields.ts';
import { readNumber } from './form-number.ts';

/** What a form says, or what is wrong with it by field, in Vietnamese. */
export type Read<T> = { ok: true; value: T } | { ok: false; problems: Record<string, string> };

/** Reads the leading unit's form; `kind` tells which one it is. */
export function readUnitAnswer(typed: Typed): Read<UnitAnswer> {
  return read(typed, (words) => unitAnswerShape.safeParse(words));
}

/** Reads the form of whoever decides. */
export function readDecision(typed: Typed): Read<Decision> {
  return read(typed, (words) => decisionShape.safeParse(words));
}

/** Reads a document's number and day. */
export function readDocument({ document = '', on = '' }: Typed): Read<{ reference: string; day: IsoDate }> {
  const reference = readDocumentNumber(document);
  const day = readDay(on);
  if (reference !== undefined && day !== undefined) return { ok: true, value: { reference, day } };
  return {
    ok: false,
    problems: {
      ...(reference === undefined && { document: problemOf('document', document) }),
      ...(day === undefined && { on: problemOf('on', on) }),
    },
  };
}

/** A document's number as it is written on the document; undefined for anything else. */
export function readDocumentNumber(text: string): string | undefined {
  return documentNumber.safeParse(closeUp(text)).data;
}

/** The forms of each kind, by the fields that they have beside their kind. */
const FIELDS = new Map<string, readonly string[]>([
  ['received', ['note']],
  ['progress', ['figures', 'note']],
  ['done', ['document', 'on', 'figures', 'note', 'link']],
  ['asked', ['to', 'why']],
  ['not-ours', ['why']],
  ['accepted', ['note']],
  ['returned', ['why']],
  ['extended', ['to', 'why', 'document']],
  ['refused', ['why', 'document']],
  ['kept', ['why']],
  ['paused', ['until', 'why', 'document']],
  ['resumed', ['why']],
  ['withdrawn', ['why', 'document']],
  ['reinstated', ['why', 'document']],
  ['unextended', ['why', 'document']],
  ['unaccepted', ['why']],
]);

const MISSING: Record<string, string> = {
  document: 'Cần ghi số, ký hiệu văn bản.',
  on: 'Cần ghi ngày văn bản.',
  to: 'Cần ghi hạn mới.',
  why: 'Cần ghi lý do.',
};

const WRONG: Record<string, string> = {
  document: 'Ghi số, ký hiệu như trên văn bản, ví dụ 12/BC-STP.',
  on: 'Ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 11/10/2019.',
  to: 'Ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 11/10/2019.',
  until: 'Ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 11/10/2019.',
  link: 'Đường dẫn phải bắt đầu bằng https:// hoặc http://.',
  count: 'Ghi một số nguyên, ví dụ 07.',
  total: 'Ghi một số nguyên, ví dụ 13.',
  value: 'Ghi bằng số, ví dụ 54,5.',
};

const DAYS = new Set(['on', 'to', 'until']);

type Parsing<T> =
  { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } };

function read<T>(typed: Typed, parse: (words: Record<string, unknown>) => Parsing<T>): Read<T> {
  const names = FIELDS.get(typed.kind ?? '') ?? [];
  const words = Object.fromEntries(
    names.flatMap((name) => {
      const value = name === 'figures' ? figuresOf(typed) : valueOf(name, typed[name] ?? '');
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const parsed = parse({ kind: typed.kind, ...words });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? 'form'));
  return {
    ok: false,
    problems: Object.fromEntries(fields.map((field) => [field, problemOf(field, typed[field] ?? '')])),
  };
}

function valueOf(name: string, text: string): string | undefined {
  if (text === '') return undefined;
  if (name === 'document') return closeUp(text);
  return DAYS.has(name) ? (readDay(text) ?? text) : text;
}

function figuresOf(typed: Typed): Record<string, number> | undefined {
  const given = ['count', 'total', 'value'].filter((name) => (typed[name] ?? '') !== '');
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map((name) => [name, readNumber(typed[name] ?? '') ?? Number.NaN]));
}

/** `12 / BC-STP` is `12/BC-STP`. */
function closeUp(text: string): string {
  return text.replace(/\s*([/-])\s*/g, '$1');
}

function problemOf(field: string, text: string): string {
  if (text === '') return MISSING[field] ?? 'Đề nghị chọn một trong các nội dung trả lời.';
  return WRONG[field] ?? 'Dài quá 1.000 ký tự; đề nghị viết gọn lại.';
}
