import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { yearFileSchema, type VnYear } from '../../src/calendar/year-file.ts';

const FOLDER = new URL('../../schedules/calendar/', import.meta.url);

/** The year files that are shipped, earliest first, freshly read so that a test may spoil its copy. */
export function officialYears(): VnYear[] {
  const names = readdirSync(FOLDER).filter((name) => /^\d{4}\.yaml$/.test(name));
  return names.sort().map((name) => yearFileSchema.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
}

/** The shipped file of one year. */
export function officialYear(year: number): VnYear {
  const found = officialYears().find((file) => file.year === year);
  if (found === undefined) throw new Error(`No file for ${year}`);
  return found;
}
