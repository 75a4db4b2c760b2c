import type { ClaimedNotice } from '../record/claim-letter.ts';

/** A superior reads unit by unit; `notices` come worst first, so the unit with the worst comes first and its own stay in order. */
export function unitByUnit(notices: ClaimedNotice[]): ClaimedNotice[] {
  const units = [...new Set(notices.map(({ deadline }) => deadline.unit))];
  return units.flatMap((unit) => notices.filter(({ deadline }) => deadline.unit === unit));
}
