/** A stretch of a text and what is to stand there instead; offsets in UTF-16 units. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text with every stretch replaced; those that begin at the same place keep their order. */
export function splice(text: string, changes: readonly Splice[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, text: instead } of changes.toSorted((a, b) => a.start - b.start)) {
    edited += text.slice(at, start) + instead;
    at = Math.max(at, end);
  }
  return edited + text.slice(at);
}
