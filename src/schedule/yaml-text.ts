import { Lexer, Parser } from 'yaml';

const MAX_BYTES = 2 * 1024 * 1024;
/** The schedule files need about ten levels. */
const MAX_DEPTH = 100;

/** Lines that make the parser misread many others: their cause is said once, in place of all that follows from it. */
const MISLEADING_LINES: readonly [line: RegExp, reason: string][] = [
  [
    /^(<{7}|>{7})( .*)?$/m,
    'tệp còn dấu xung đột của Git (<<<<<<<, =======, >>>>>>>); hãy chọn một bản rồi xóa các dòng dấu đó',
  ],
  [
    /^[ \t]*[\u00a0\u2000-\u200a\u202f\u3000]/m,
    'thụt dòng bằng dấu cách đặc biệt (như U+00A0, thường do chép từ trang web hay Word); hãy thay bằng dấu cách thường ở cả tệp',
  ],
];

/** The text of a file that may safely be read as YAML, or in Vietnamese why it may not, and at which line. */
export function readYamlText(
  bytes: Uint8Array,
): { ok: true; text: string } | { ok: false; reason: string; line: number } {
  if (bytes.byteLength > MAX_BYTES) return refused('tệp quá lớn: chỉ đọc tệp đến 2 MB');
  const decoded = decode(bytes);
  if (decoded === undefined)
    return refused('tệp không phải mã UTF-8; hãy mở lại và lưu với bảng mã Unicode UTF-8');
  if (decoded.startsWith('\uFEFF'))
    return refused('tệp có dấu BOM ở đầu; hãy lưu lại với bảng mã UTF-8 (không chọn "UTF-8 with BOM")');

  // A bare carriage return ends a line in YAML 1.2 (section 5.4), but not for the parser.
  const text = decoded.replace(/\r(?!\n)/g, '\n');
  for (const [line, reason] of MISLEADING_LINES) {
    const found = line.exec(text);
    if (found) return refused(reason, text.slice(0, found.index).split('\n').length);
  }
  return isTooDeep(text) ? refused('các mục lồng nhau quá sâu') : { ok: true, text };
}

function refused(reason: string, line = 1): { ok: false; reason: string; line: number } {
  return { ok: false, reason, line };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The composer calls itself for every level, and V8 ends the whole process when it has to compile a regular expression
 * on a nearly full stack: no `catch` helps. The parser before it keeps its own stack, so the depth can be seen in time.
 */
function isTooDeep(text: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > MAX_DEPTH) return true;
  }
  return false;
}
