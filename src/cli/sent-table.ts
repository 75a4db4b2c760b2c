import { LETTER_KINDS } from '../plan/model.ts';
import type { SentLetter } from '../worker/send-letter.ts';
import { KIND_WORDS } from './kind-words.ts';
import { table } from './table.ts';

/** What was sent to whom: letters by unit and kind, in Vietnamese order of names, with a sum. */
export function sentTable(sent: SentLetter[], colour: boolean): string[] {
  const byUnit = new Map<string, SentLetter[]>();
  for (const letter of sent) {
    const unit = letter.units.join('; ');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), letter]);
  }
  const order = new Intl.Collator('vi');
  const rows = [...byUnit.entries()]
    .sort(([a], [b]) => order.compare(a, b))
    .map(([unit, letters]) => countRow(unit, letters));
  return table(
    ['Cơ quan nhận', ...LETTER_KINDS.map((kind) => KIND_WORDS[kind]), 'Số thư'],
    [...rows, countRow('Cộng', sent)],
    colour,
  );
}

function countRow(name: string, letters: SentLetter[]): (string | number)[] {
  const counts = LETTER_KINDS.map((kind) => letters.filter((letter) => letter.kind === kind).length);
  return [name, ...counts, letters.length];
}
