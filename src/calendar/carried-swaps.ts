import { yearOf } from './dates.ts';
import { shortDate } from './wording.ts';
import type { DayOff, VnYear, WorkedDay } from './year-file.ts';

/**
 * `year` (a provisional one) with the halves of swaps that the official years have placed in it.
 * A swap may cross New Year (31/12/2018 for 05/01/2019), months before the second year's own notice is out.
 */
export function carrySwaps(year: VnYear, officialYears: VnYear[]): VnYear {
  const work = officialYears.flatMap(({ off }) => off.flatMap(workedFor));
  const off = officialYears.flatMap((other) => other.work.map(swappedFor));
  const isHere = ({ date }: { date: string }) => yearOf(date) === year.year;
  return {
    ...year,
    off: [...year.off, ...off.filter(isHere)].sort((one, other) => (one.date < other.date ? -1 : 1)),
    work: [...year.work, ...work.filter(isHere)],
  };
}

function workedFor({ kind, date, pairedWith, scope }: DayOff): WorkedDay[] {
  if (kind !== 'hoan_doi' || pairedWith === undefined) return [];
  return [{ date: pairedWith, pairedWith: date, name: `Đi làm bù cho ngày ${shortDate(date)}`, scope }];
}

function swappedFor({ date, pairedWith, scope }: WorkedDay): DayOff {
  const name = `Nghỉ hoán đổi với ngày ${shortDate(date)}`;
  return { date: pairedWith, kind: 'hoan_doi', name, pairedWith: date, scope };
}
