import { basename, dirname, join, resolve } from 'node:path';
import { createCalendar, type Calendar } from '../calendar/calendar.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from '../calendar/lunar-days.ts';
import { provisionalYear } from '../calendar/provisional-year.ts';
import { checkYear, checkYears } from '../calendar/year-checks.ts';
import { yearFileSchema, type VnYear } from '../calendar/year-file.ts';
import { listFolder, readYamlFile, type DiskFile, type Edits } from './disk.ts';
import { isYamlName } from './folder-files.ts';
import { problemAt, problemOf, type LocatedFile, type Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';

const YEAR_FILE = /^(\d{4})\.yaml$/;

/** Whether a file of the calendar's folder is a year's, by its name. */
export function isYearFile(name: string): boolean {
  return YEAR_FILE.test(name);
}

/** One year's file: `year` is there when the file satisfies its shape. */
interface YearReading {
  number: number;
  file?: LocatedFile;
  year?: VnYear;
}

/**
 * Reads `YYYY.yaml` of a calendar folder. When a file is wrong its year is computed by rule for the moment, so that the
 * schedules can still be checked; a calendar that comes with problems is good for nothing else.
 */
export async function readCalendar(
  path: string,
  edits: Edits,
): Promise<{ calendar?: Calendar; disk: DiskFile[]; problems: Problem[] }> {
  const listing = await listFolder(path);
  const fresh = [...edits.keys()]
    .filter((edited) => dirname(edited) === resolve(path))
    .map((edited) => basename(edited));
  const names = [...new Set([...listing.files, ...fresh])].filter(isYearFile).sort();
  const disk = await Promise.all(names.map((name) => readYamlFile(join(path, name), edits)));
  const readings = disk.map(({ file }, index) => readYear(Number(names[index]?.slice(0, 4)), file));

  const problems = [
    ...listing.problems,
    ...(listing.problems.length === 0 && names.length === 0
      ? [problemOf(path, 'chưa có lịch năm nào (ví dụ 2026.yaml)')]
      : []),
    ...listing.files
      .filter((name) => isYamlName(name) && !names.includes(name))
      .map((name) =>
        problemOf(join(path, name), 'tên tệp lịch phải là năm, ví dụ 2026.yaml; tệp này không được đọc'),
      ),
    ...disk.flatMap((file) => file.problems),
    ...readings.flatMap(yearProblems),
    ...crossYearProblems(readings),
  ];
  const years = readings.flatMap(({ number, year }) => year ?? yearByRule(number));
  return { ...(years.length > 0 && { calendar: createCalendar(years) }), disk, problems };
}

function readYear(number: number, file: LocatedFile | undefined): YearReading {
  if (file === undefined) return { number };
  const result = yearFileSchema.safeParse(file.yaml.value);
  return { number, file, ...(result.success && result.data.year === number && { year: result.data }) };
}

function yearProblems({ number, file, year }: YearReading): Problem[] {
  if (file === undefined) return [];
  const written = file.yaml.valueAt(['year']);
  if (typeof written === 'number' && written !== number)
    return [problemAt(file, ['year'], `năm ${written} không khớp tên tệp`, String(number))];
  if (year === undefined) return shapeProblems(file, yearFileSchema);
  return checkYear(year).map(({ path, message }) => problemAt(file, path, message));
}

/** Only when every year is sound: a file that could not be read would make its neighbours look wrong. */
function crossYearProblems(readings: readonly YearReading[]): Problem[] {
  const years = readings.flatMap(({ year }) => year ?? []);
  if (years.length < readings.length) return [];
  return checkYears(years).flatMap(({ year, path, message }) => {
    const file = readings.findLast((reading) => reading.year?.year === year)?.file;
    if (file === undefined) return [];
    return [path.length === 0 ? problemOf(file.name, message) : problemAt(file, path, message)];
  });
}

function yearByRule(number: number): VnYear[] {
  return number < FIRST_LUNAR_YEAR || number > LAST_LUNAR_YEAR ? [] : [provisionalYear(number)];
}
