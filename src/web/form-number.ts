/** A number as officials write it: `07`, `1.387`, `54,5`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text)) return undefined;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}
