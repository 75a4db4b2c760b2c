import type { Failure } from './bounce-reading.ts';

/** The first status in some words: RFC 3463's `5.1.1`, or else `5.0.0` for a bare reply such as `550` (RFC 5321, 4.2.1). Null without either. */
export function codeIn(words: string | undefined): string | null {
  if (words === undefined) return null;
  const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(words)?.[1];
  if (enhanced !== undefined) return enhanced;
  const reply = /(?<![\d.])([45])\d\d(?![\d.]*\d)/.exec(words)?.[1];
  return reply === undefined ? null : `${reply}.0.0`;
}

/** What a failure with that status says of the mailbox: only a 5 is for good. */
export function verdictOf(code: string | null): Failure['verdict'] {
  return code?.startsWith('5.') ? 'hard' : 'expired';
}
