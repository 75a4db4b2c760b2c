import { z } from 'zod';
import { isIsoDate } from '../calendar/dates.ts';

const day = z.string().refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày');
const words = z.string().trim().min(1).max(1000);

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

/** What is said of a deadline: that the unit knows, that it is done, that it has more time, that it is not done after all. */
export const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('received'), note: words.optional() }),
  z.strictObject({ kind: z.literal('done'), document: documentNumber, on: day, note: words.optional() }),
  z.strictObject({ kind: z.literal('extended'), to: day, why: words }),
  z.strictObject({ kind: z.literal('returned'), why: words }),
]);
export type Answer = z.infer<typeof answerShape>;

/** The answer cannot be taken; the message says why, in Vietnamese. Nothing was changed. */
export class AnswerRefused extends Error {
  override name = 'AnswerRefused';
}
