import { editDistance } from './edit-distance.ts';
import { unclear } from './entry.ts';
import type { Piece } from './pieces.ts';
import { fold } from './tokens.ts';

/** Words that bear on a time or turn its sense, whatever marks they carry: a slip in one must not be passed over. */
const TELLING = new Set(
  (
    'ngay thang quy qui nam tuan gio phut tieng thu chu nhat sang chieu toi trua dem buoi hom mai kia tet le ram gieng ' +
    'ky ki lan dip mua thoi han cham muon tre som nhat truoc sau den het tu trong ngoai vao luc khi hang moi dinh dau ' +
    'giua cuoi nua qua hon duoi tren it toi khong chua chang dung tru neu hoac hay khoang gan ke tinh by before'
  ).split(' '),
);

/** A Vietnamese syllable without marks, or one of the highlands' names: what is none may be a slip of the hand. */
const SYLLABLE =
  /^(?:ngh?|gh?|gi|[cknpt]h|tr|qu|[bcdhklmnprstvx]|[bdgkp][lr])?[aeiouy]{1,3}(?:ng|nh|ch|[ckmnpt])?$/;
const ROMAN = /^[ivx]+$/;

const QUIET = new Set<Piece['kind']>(['topic', 'filler', 'standing']);

/**
 * Passes over unknown words that only say who, to whom, what or what for: after a leading verb or body's name
 * up to the first time word, and after "để" or "ngay sau khi" up to the end. Words that may bear time stay unknown.
 */
export function withoutTimeless(pieces: Piece[]): Piece[] {
  return closeClause(namedLead(pieces));
}

function namedLead(pieces: Piece[]): Piece[] {
  const start = pieces.findIndex(({ kind }) => kind !== 'unknown' && !QUIET.has(kind));
  const opener = pieces.findIndex((piece) => 'opens' in piece);
  if (opener < 0 || opener > start) return pieces;
  return pieces.map((piece, at) =>
    opener < at && at < start && piece.kind === 'unknown' && isTimeless(piece)
      ? { kind: 'topic', names: 'time' }
      : piece,
  );
}

function closeClause(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex(({ kind }) => kind === 'clause');
  const clause = pieces[at];
  if (clause?.kind !== 'clause') return pieces;
  const [before, after] = [pieces.slice(0, at), pieces.slice(at + 1)];
  const isQuiet = after.length > 0 && after.every(isTimeless);
  if (isQuiet && !clause.standing) return before;
  if (isQuiet && before.every(isTimeless)) return [...before, { kind: 'standing' }];
  const fault = clause.standing
    ? 'Chỉ nêu mốc bắt đầu (“ngay sau khi”), không nêu mốc kết thúc.'
    : 'Sau “để” còn số hoặc từ chỉ thời gian chưa rõ nghĩa.';
  return [...before, unclear(fault), ...after];
}

function isTimeless(piece: Piece): boolean {
  if (piece.kind !== 'unknown') return QUIET.has(piece.kind);
  const letters = fold(piece.words);
  return (
    SYLLABLE.test(letters) &&
    !ROMAN.test(piece.words.toLowerCase()) &&
    !TELLING.has(letters) &&
    editDistance(letters, 'truoc') > 1
  );
}
