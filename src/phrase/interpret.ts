import { arrange } from './arrange.ts';
import { compose } from './compose.ts';
import type { DueRule } from './due-rule.ts';
import { countedRule } from './counted-rule.ts';
import type { Piece } from './pieces.ts';
import { withoutTimeless } from './timeless.ts';

/** A reading, good when it has no fault; else `rule` is the nearest thing that may have been meant. */
export interface Draft {
  rule: DueRule | undefined;
  /** Vietnamese sentences, the most telling first. */
  faults: string[];
  /** Words and numbers outside the vocabulary, as written. */
  unknown: string[];
  /** What may be written instead, when the faulty words themselves tell it. */
  instead: string | undefined;
}

const ASIDE = new Set<Piece['kind']>(['topic', 'filler', 'standing', 'clause']);
const SET_APART = new Set<Piece['kind']>(['unclear', 'unknown', 'at-least', 'clause']);

/** What `pieces` mean together. */
export function interpret(pieces: Piece[]): Draft {
  const told = withoutTimeless(pieces);
  const unclear = told.filter((piece) => piece.kind === 'unclear');
  const unknown = told.flatMap((piece) => (piece.kind === 'unknown' ? [piece.words] : []));
  const faults = [...lowerBounds(told), ...unclear.map(({ fault }) => fault)];
  if (unknown.length > 0) faults.push(`Không hiểu “${unknown.join(' ')}” trong cụm từ thời hạn.`);
  const clear = told.filter(({ kind }) => !SET_APART.has(kind));
  const rule = countedRule(clear, faults) ?? compose(arrange(clear, faults), faults);
  return { rule, faults, unknown, instead: unclear.find(({ instead }) => instead)?.instead };
}

/** "sớm nhất", "ít nhất" before a time say when it may begin, not when it is due; before a percentage they belong to the goal. */
function lowerBounds(pieces: Piece[]): string[] {
  const telling = pieces.filter(({ kind }) => !ASIDE.has(kind));
  const isTime = ({ kind }: Piece) => kind !== 'at-least' && kind !== 'goal' && kind !== 'baseline';
  const isLower = telling.some(({ kind }, at) => kind === 'at-least' && telling[at + 1]?.kind !== 'goal');
  if (!isLower || !telling.some(isTime)) return [];
  return ['Cụm từ nêu mốc sớm nhất hoặc thời gian ít nhất, không nêu thời hạn phải xong.'];
}
