import { LiquidError } from 'liquidjs';
import { nearest } from '../schedule/nearest.ts';
import type { Problem } from '../schedule/problem.ts';

/** What a template may name in one place, to guess what a misspelt word was meant to be. */
export interface Vocabulary {
  tags: readonly string[];
  filters: readonly string[];
  files: readonly string[];
}

/** Of a template that runs into a limit. */
export const TOO_LONG = 'Mẫu thư quá dài, lặp quá nhiều hoặc tự gọi chính mình';

/** liquidjs's messages, and how an officer reads them; `$1` is what the message quotes. */
const WORDINGS: { pattern: RegExp; message: string; among?: keyof Vocabulary }[] = [
  {
    pattern: /^tag "(end\w+|else|elsif|when)" not found/,
    message: 'Lệnh “$1” đứng sai chỗ: thiếu lệnh mở, hoặc thừa hay thiếu lệnh đóng ở trước',
  },
  { pattern: /^tag "(.*?)" not found/, message: 'Mẫu thư không có lệnh “$1”', among: 'tags' },
  { pattern: /^undefined filter: (\S+)/, message: 'Mẫu thư không có bộ lọc “$1”', among: 'filters' },
  { pattern: /^undefined variable: (\S+?)(?:,|$)/, message: 'Ở đây không có giá trị nào tên “$1”' },
  {
    pattern: /^ENOENT: Failed to lookup "(.*?)"/,
    message: 'Không có tệp “$1” trong thư mục mẫu thư',
    among: 'files',
  },
  { pattern: /^tag (\{%.*?%\}) not closed/s, message: 'Lệnh $1 chưa có lệnh đóng' },
  { pattern: /^(?:output|tag) .* not closed/s, message: 'Dấu mở “{{” hoặc “{%” chưa có dấu đóng' },
  {
    pattern: /^expected "\|" before filter/,
    message: 'Không hiểu cách viết này; so sánh bằng thì viết hai dấu “==”',
  },
  { pattern: /^invalid value expression: ""/, message: 'Chỗ này còn thiếu tên của một giá trị' },
  { pattern: /limit exceeded|call stack/, message: TOO_LONG },
  { pattern: /expect \d+ arguments/, message: 'Bộ lọc thiếu giá trị đi kèm sau dấu hai chấm' },
];

/**
 * An error of liquidjs as a problem of the template file it lies in; `file` is the file that was being read.
 * @throws the error itself when it is none of liquidjs's.
 */
export function problemOfError(
  error: unknown,
  file: string,
  files: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): Problem {
  if (!(error instanceof Error)) throw error;
  const token = LiquidError.is(error) ? error.token : undefined;
  const [line = 1, column = 1] = token?.getPosition() ?? [];
  const place = { file: token?.file ?? fileHolding(token?.input, files) ?? file, line, column };
  const text = (LiquidError.is(error) && error.originalError?.message) || error.message;
  for (const { pattern, message, among } of WORDINGS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const word = match[1] ?? '';
    const suggestion = among && nearest(word, vocabulary[among]);
    return { ...place, message: message.replace('$1', () => word), ...(suggestion && { suggestion }) };
  }
  if (token === undefined) throw error;
  return { ...place, message: `Không hiểu cách viết “${token.getText().trim().slice(0, 60)}”` };
}

/** Errors met while rendering carry the text they lie in, but not always its name. */
function fileHolding(text: string | undefined, files: ReadonlyMap<string, string>): string | undefined {
  return [...files].find(([, content]) => content === text)?.[0];
}
