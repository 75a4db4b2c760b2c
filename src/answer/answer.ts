import { z } from 'zod';
import { isIsoDate } from '../calendar/dates.ts';

const day = z.string().refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày');

/** Hidden and direction-changing characters would mislead whoever reads the record; Postgres refuses the zero byte. */
export function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}
export const NOT_PLAIN = 'có ký tự ẩn hoặc ký tự điều khiển';

/** What a person writes, as one line. */
export const words = z
  .string()
  .overwrite((text) => text.replace(/[\t\r\n]+/g, ' ').normalize('NFC'))
  .trim()
  .min(1)
  .max(1000)
  .refine(isPlain, NOT_PLAIN);
const whole = z.number().int().min(0).max(10_000_000);

/**
 * A document's number in official form: `12/BC-STP`, `06/2024/QĐ-UBND`, `581/BNV-CCHC`, and the Party's `20-CT/TU`
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I and III).
 */
const DOCUMENT =
  /^\d{1,5}(?:\/\d{4})?\/[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ0-9&]*)+$|^\d{1,5}-[A-ZĐ]{1,5}\/[A-ZĐ][A-ZĐa-zđ]*$/u;
export const documentNumber = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFC'))
  .refine((text) => DOCUMENT.test(text), 'phải là số, ký hiệu văn bản, ví dụ 12/BC-STP');

/** What a unit reports of a target: a count out of a total, or a value. */
const figures = z.strictObject({
  count: whole.optional(),
  total: whole.optional(),
  value: z.number().optional(),
});

const webLink = z
  .url({ protocol: /^https?$/, error: 'phải là một đường dẫn https://…' })
  .max(500)
  .refine(isPlain, NOT_PLAIN);

/** What the leading unit says: that it knows, how far it is, that it is done, that it needs more time, that the duty is not its own. */
const unitAnswers = [
  z.strictObject({ kind: z.literal('received'), note: words.optional() }),
  z.strictObject({ kind: z.literal('progress'), figures: figures.optional(), note: words.optional() }),
  z.strictObject({
    kind: z.literal('done'),
    document: documentNumber,
    on: day,
    figures: figures.optional(),
    note: words.optional(),
    link: webLink.optional(),
  }),
  z.strictObject({ kind: z.literal('asked'), to: day, why: words }),
  z.strictObject({ kind: z.literal('not-ours'), why: words }),
] as const;

/**
 * What is decided above it: a completion accepted or returned; an extension granted (to the day asked for, or another) or
 * refused, by a document where there is one; a duty handed back that stays where it is; the reminders of a deadline paused, through a day or
 * until they are resumed; a deadline withdrawn or reinstated; the last extension, or the acceptance of a completion, undone.
 */
const decisions = [
  z.strictObject({ kind: z.literal('accepted'), note: words.optional() }),
  z.strictObject({ kind: z.literal('returned'), why: words }),
  z.strictObject({
    kind: z.literal('extended'),
    to: day.optional(),
    why: words.optional(),
    document: documentNumber.optional(),
  }),
  z.strictObject({ kind: z.literal('refused'), why: words, document: documentNumber.optional() }),
  z.strictObject({ kind: z.literal('kept'), why: words }),
  z.strictObject({
    kind: z.literal('paused'),
    until: day.optional(),
    why: words,
    document: documentNumber.optional(),
  }),
  z.strictObject({ kind: z.literal('resumed'), why: words }),
  z.strictObject({ kind: z.literal('withdrawn'), why: words, document: documentNumber.optional() }),
  z.strictObject({ kind: z.literal('reinstated'), why: words, document: documentNumber.optional() }),
  z.strictObject({ kind: z.literal('unextended'), why: words, document: documentNumber.optional() }),
  z.strictObject({ kind: z.literal('unaccepted'), why: words }),
] as const;

export const unitAnswerShape = z.discriminatedUnion('kind', unitAnswers);
export const decisionShape = z.discriminatedUnion('kind', decisions);
export const answerShape = z.discriminatedUnion('kind', [...unitAnswers, ...decisions]);
export type UnitAnswer = z.infer<typeof unitAnswerShape>;
export type Decision = z.infer<typeof decisionShape>;
export type Answer = UnitAnswer | Decision;

/** The answer cannot be taken; the message says why, in Vietnamese. Nothing was changed. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
}

/** Something was said of the deadline after the form was shown: whoever filled it in must see that first. */
export class AnswerOutdated extends AnswerRefused {
  override name = 'AnswerOutdated';
}
