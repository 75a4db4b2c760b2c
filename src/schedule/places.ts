/** A place in a text file; both count from 1, the column in UTF-16 units as editors do. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Tells the place of an offset in `text`, whose lines end with LF or CRLF. The parser's own counter is not used: after a bracket
 * that was left open it loses lines, and what it says of the rest of the file is a few lines off.
 */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The offset of a place in `text`; undefined when the text has not so many lines. */
export function offsetAt(text: string, { line, column }: Place): number | undefined {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  return start + column - 1;
}
