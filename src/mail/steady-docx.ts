import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { IsoDate } from '../calendar/dates.ts';

const PROPERTIES = 'docProps/core.xml';

/** The same .docx as if it had been made on `day`: the library stamps the present time into it, and one letter must always be the same bytes. */
export function steadyDocx(docx: Uint8Array, day: IsoDate): Buffer {
  const parts = unzipSync(docx);
  const properties = strFromU8(parts[PROPERTIES] ?? new Uint8Array());
  parts[PROPERTIES] = strToU8(
    properties.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
  );
  // A zip holds local times: noon without a zone is the same digits everywhere, and in no zone's daylight saving gap.
  return Buffer.from(zipSync(parts, { mtime: `${day}T12:00:00` }));
}
