import { Lexer, Parser } from 'yaml';

const MAX_BYTES = 2 * 1024 * 1024;
/** The schedule files need about ten levels. */
const MAX_DEPTH = 100;

/** The text of a file that may safely be read as YAML, or in Vietnamese why it may not. */
export function readYamlText(bytes: Uint8Array): { ok: true; text: string } | { ok: false; reason: string } {
  if (bytes.byteLength > MAX_BYTES) return { ok: false, reason: 'tệp quá lớn: chỉ đọc tệp đến 2 MB' };
  const text = decode(bytes);
  if (text === undefined)
    return { ok: false, reason: 'tệp không phải mã UTF-8; hãy mở lại và lưu với bảng mã Unicode UTF-8' };
  if (text.startsWith('\uFEFF'))
    return {
      ok: false,
      reason: 'tệp có dấu BOM ở đầu; hãy lưu lại với bảng mã UTF-8 (không chọn "UTF-8 with BOM")',
    };
  if (isTooDeep(text)) return { ok: false, reason: 'các mục lồng nhau quá sâu' };
  return { ok: true, text };
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
