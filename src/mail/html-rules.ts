/** One forbidden thing in a letter's HTML; `offset` counts from the start of the text. */
export interface HtmlMistake {
  offset: number;
  /** Vietnamese. */
  message: string;
}

const ATTRIBUTE = String.raw`(?<=[\s"'/])`;

/** What makes a letter load from afar, run code, ask for data, or lose its escaping. Mail programs block the rest. */
const RULES: { pattern: RegExp; message: string }[] = [
  {
    pattern:
      /<\s*(script|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|link|base|svg|math|video|audio)\b/gi,
    message:
      'Thẻ này không được dùng trong thư: thư không chạy mã, không có biểu mẫu, không nhúng nội dung khác',
  },
  { pattern: /http-equiv\s*=\s*["']?\s*refresh/gi, message: 'Thư không được tự chuyển trang' },
  {
    pattern: new RegExp(String.raw`${ATTRIBUTE}on[a-z]{3,}\s*=`, 'gi'),
    message: 'Thuộc tính “on…” chạy mã, không được dùng trong thư',
  },
  {
    pattern: new RegExp(
      String.raw`${ATTRIBUTE}(src(?!\s*=\s*["']data:image/)|srcset|background|poster|lowsrc|dynsrc|data|ping)\s*=`,
      'gi',
    ),
    message: 'Thư không được tải hình ảnh hay nội dung từ ngoài',
  },
  { pattern: /url\s*\(|@import\b/gi, message: 'Thư không được tải kiểu chữ, hình nền từ ngoài' },
  { pattern: /\\[0-9a-f]{1,6}|expression\s*\(/gi, message: 'Kiểu trình bày không được viết bằng mã ẩn' },
  {
    pattern: new RegExp(
      String.raw`${ATTRIBUTE}href\s*=(?!\s*["'](?:https?://|mailto:|#|\{\{ item\.link \}\}"))`,
      'gi',
    ),
    message:
      'Liên kết phải đặt trong dấu ngoặc kép và bắt đầu bằng https://, http:// hoặc mailto:, hoặc là “{{ item.link }}”',
  },
  {
    pattern: /<[^>]*[a-z-]\s*=\s*\{\{/gi,
    message: 'Giá trị của thuộc tính phải đặt trong dấu ngoặc kép: thuộc-tính="{{ … }}"',
  },
];

/** Every forbidden thing in `html`, a template's source or a rendered letter. Liquid comments are not looked at. */
export function htmlMistakes(html: string): HtmlMistake[] {
  const seen = html.replace(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g, (comment) =>
    ' '.repeat(comment.length),
  );
  return RULES.flatMap(({ pattern, message }) =>
    [...seen.matchAll(pattern)].map((match) => ({ offset: match.index, message })),
  );
}
