import type { IsoDate } from './dates.ts';

/** The two days of the Vietnamese lunar calendar (UTC+7) that are public holidays. */
export interface LunarDays {
  /** Mùng 1 Tết: day 1 of lunar month 1. */
  newYear: IsoDate;
  /** Giỗ Tổ Hùng Vương: day 10 of lunar month 3. */
  hungKings: IsoDate;
}

// Hồ Ngọc Đức's algorithm at UTC+7. China's calendar (UTC+8) differs in 2030: mùng 1 there is 3 February.
const DAYS: Readonly<Record<number, readonly [newYear: string, hungKings: string]>> = {
  2018: ['02-16', '04-25'],
  2019: ['02-05', '04-14'],
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
};

const YEARS = Object.keys(DAYS).map(Number);

export const FIRST_LUNAR_YEAR = Math.min(...YEARS);
export const LAST_LUNAR_YEAR = Math.max(...YEARS);

/** The lunar holidays of `year`, or undefined outside `FIRST_LUNAR_YEAR`..`LAST_LUNAR_YEAR`. */
export function lunarDays(year: number): LunarDays | undefined {
  const days = DAYS[year];
  return days && { newYear: `${year}-${days[0]}`, hungKings: `${year}-${days[1]}` };
}
