/** A mail server's words are kept to this many characters. */
const LONGEST = 500;

/**
 * Words of another server on one line, as the record can keep them: without control, hidden and half characters, shortened. A server may say any
 * bytes, and Postgres refuses the zero byte in text and half a surrogate pair in jsonb: what was settled by such words would stay unsettled.
 */
export function readableLine(words: string): string {
  const line = words
    .slice(0, 4 * LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return line.slice(0, LONGEST).replace(/\p{Cs}/gu, '\ufffd');
}
