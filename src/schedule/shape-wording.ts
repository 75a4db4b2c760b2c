import type { z } from 'zod';

const EMPTY = 'đang để trống; hãy điền, hoặc bỏ cả dòng nếu không bắt buộc';

const KINDS: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách (mỗi dòng một gạch đầu dòng)',
  object: 'một nhóm khóa (mỗi dòng một “khóa: giá trị”)',
};

/** Says in Vietnamese how `value` fails its shape. Patterns and rules of their own making come with their own words. */
export function wordIssue(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === null && issue.path.length === 0) return 'tệp chưa có nội dung';
      return missing(issue, value) ?? wordType(issue.expected, value);
    case 'invalid_value':
      return missing(issue, value) ?? `chỉ được là một trong: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return missing(issue, value) ?? issue.message;
    case 'too_small':
      if (issue.origin === 'string') return EMPTY;
      if (issue.origin === 'array') return 'danh sách đang trống; phải có ít nhất một mục';
      return `phải từ ${issue.minimum} trở lên`;
    case 'too_big':
      return issue.origin === 'string'
        ? `dài quá ${issue.maximum} ký tự`
        : `không được lớn hơn ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function missing({ path }: z.core.$ZodIssue, value: unknown): string | undefined {
  return value === undefined ? `thiếu khóa “${String(path.at(-1) ?? '')}”` : undefined;
}

function wordType(expected: string, value: unknown): string {
  const kind = KINDS[expected] ?? expected;
  if (value === null) return EMPTY;
  if (expected === 'string' && typeof value !== 'object')
    return 'phải là chữ; hãy đặt giá trị trong dấu nháy';
  return `phải là ${kind}`;
}
