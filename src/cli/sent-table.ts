import { LETTER_KINDS, type LetterKind } from '../plan/model.ts';
import type { SentLetter } from '../worker/send-letter.ts';
import { KIND_WORDS } from '../plan/kind-words.ts';
import { table } from './table.ts';

/** What was sent to whom: letters by unit and kind, in Vietnamese order of names, with a sum. */
export function sentTable(sent: SentLetter[], colour: boolean): string[] {
  const byUnit = new Map<string, SentLetter[]>();
  for (const letter of sent) {
    const unit = letter.units.join('; ');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), letter]);
  }
  const kinds = LETTER_KINDS.filter((kind) => sent.some((letter) => letter.kind === kind));
  const order = new Intl.Collator('vi');
  const rows = [...byUnit.entries()]
    .sort(([a], [b]) => order.compare(a, b))
    .map(([unit, letters]) => countRow(unit, letters, kinds));
  return table(
    ['Cơ quan nhận', ...kinds.map((kind) => KIND_WORDS[kind]), 'Số thư'],
    [...rows, countRow('Cộng', sent, kinds)],
    colour,
  );
}

function countRow(name: string, letters: SentLetter[], kinds: LetterKind[]): (string | number)[] {
  const counts = kinds.map((kind) => letters.filter((letter) => letter.kind === kind).length);
  return [name, ...counts, letters.length];
}
