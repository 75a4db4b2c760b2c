import { withoutSteering } from '../record/steering.ts';

/** Our own bold, as `styleText` writes it. */
const BOLD = /(\u001b\[(?:1|22)m)/;

/** A line for a terminal: whatever strangers brought into the record is shown as its escape. Our own bold is kept where colours are wanted. */
export function printable(line: string, colour: boolean): string {
  if (!colour) return withoutSteering(line);
  return line
    .split(BOLD)
    .map((part) => (BOLD.test(part) ? part : withoutSteering(part)))
    .join('');
}
