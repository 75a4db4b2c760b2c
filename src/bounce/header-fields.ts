/** How much of a block of fields is read, in characters. */
const LONGEST_BLOCK = 100_000;

/**
 * The fields of a header block up to its first empty line (RFC 5322, 2.2), by lower-case name, unfolded. Lines that are no fields are left out; of a
 * repeated field the first counts.
 */
export function headerFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const lines = text.slice(0, LONGEST_BLOCK).split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  let name: string | undefined;
  let value: string[] = [];
  const keep = () => {
    if (name !== undefined && !fields.has(name)) fields.set(name, value.join(' ').trim());
    name = undefined;
  };
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    if (/^[ \t]/.test(line)) {
      value.push(line.trim());
      continue;
    }
    keep();
    const colon = line.indexOf(':');
    const before = line.slice(0, colon);
    if (colon < 1 || /\s/.test(before)) continue;
    name = before.toLowerCase();
    value = [line.slice(colon + 1).trim()];
  }
  keep();
  return fields;
}

/** The message ids in a field, with their angle brackets (RFC 5322, 3.6.4); one with a control character is none, and the record would not keep it. */
export function messageIdsIn(value: string | undefined): string[] {
  return value?.slice(0, LONGEST_BLOCK).match(/<[^<>\s\p{Cc}]{1,400}>/gu) ?? [];
}
