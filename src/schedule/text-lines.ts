import type { Splice } from './splice.ts';

/** A whole line put in after the one in which `offset` lies; `eol` ends it as the file's lines end. */
export function lineAfter(text: string, offset: number, line: string, eol: string): Splice {
  const end = lineEnd(text, lastMark(text, offset));
  const isOpen = end === text.length && !text.endsWith('\n');
  return { start: end, end, text: isOpen ? eol + line : line + eol };
}

/** Where the last visible mark before `offset` ends: a block scalar's end lies after its line end. */
export function lastMark(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

/** Where the line begins in which `offset` lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line begins. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}

/** How many characters stand before `offset` in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** How the text's lines end. */
export function lineEnding(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
