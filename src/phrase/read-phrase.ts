import { cutPieces } from './cut-pieces.ts';
import type { DueRule } from './due-rule.ts';
import { explainRule } from './explain.ts';
import { interpret } from './interpret.ts';
import { EXAMPLES, suggest } from './suggestion.ts';
import { hiddenIn, tokenise } from './tokens.ts';
import { writePhrase } from './write-phrase.ts';

/** A phrase understood, or refused with the reason and a phrase that is understood (both Vietnamese). */
export type Reading =
  { ok: true; rule: DueRule; explanation: string } | { ok: false; error: string; suggestion: string };

const LONGEST = 300;

/**
 * Reads the plan's own words for a time. Whatever is ambiguous, incomplete or impossible is refused, never guessed.
 * Letter case, blanks, quotes, NFC or NFD, and typing without any mark make no difference. Never throws.
 */
export function readPhrase(phrase: string): Reading {
  const [suggestion] = EXAMPLES;
  if (phrase.normalize('NFC').length > LONGEST)
    return { ok: false, error: `Cụm từ thời hạn dài quá ${LONGEST} ký tự.`, suggestion };
  const hidden = hiddenIn(phrase);
  if (hidden !== undefined) {
    const seen = readPhrase(hidden.without);
    return {
      ok: false,
      error: `Cụm từ thời hạn có ký tự ẩn U+${hidden.code} ở vị trí ${hidden.at}; hãy xóa ký tự ấy.`,
      suggestion: seen.ok ? writePhrase(seen.rule) : seen.suggestion,
    };
  }
  const tokens = tokenise(phrase);
  if (tokens.length === 0) return { ok: false, error: 'Cụm từ thời hạn đang để trống.', suggestion };
  const draft = interpret(cutPieces(tokens));
  const [fault] = draft.faults;
  if (fault === undefined && draft.rule) {
    return { ok: true, rule: draft.rule, explanation: explainRule(draft.rule) };
  }
  return {
    ok: false,
    error: fault ?? 'Không tìm thấy từ nào chỉ rõ thời hạn.',
    suggestion: suggest(tokens, draft),
  };
}
