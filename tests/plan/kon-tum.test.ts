import { expect, it } from 'vitest';
import { daysFrom } from '../../src/calendar/dates.ts';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { live, running } from './live.ts';

const loaded = await loadSchedules('schedules/kon-tum-2019');
if (!loaded.ok) throw new Error('The shipped Kon Tum schedule has problems');
const { schedule } = loaded;
const [folder] = schedule.folders;

const life = live(schedule, running(daysFrom('2019-06-17', '2020-03-10')));

it.each([
  ['A01', 'so-tai-chinh', '2019-06', '2019-06-28'],
  ['A02', 'ubnd-huyen-ia-h-drai', '2019-07', '2019-07-31'],
  ['A03', 'so-noi-vu', '2019-Q3', '2019-09-30'],
  ['A04', 'so-tu-phap', '2019-10-14', '2019-10-14'],
  ['A05', 'so-tu-phap', '2020-02-19', '2020-02-19'],
  ['A07', 'so-noi-vu', '2019', '2019-11-29'],
  ['A08', 'so-noi-vu', '2020', '2020-01-31'],
  ['A09', 'so-noi-vu', '2019', '2019-12-30'],
])('reminds the unit of %s before the last working day that is on time', (obligation, unit, period, aim) => {
  expectReminded(obligation, unit, period, aim);
});

it('reminds each of the ten districts of A06 before Friday 29/11/2019', () => {
  const districts = folder?.groups.get('g-huyen')?.members ?? [];
  expect(districts).toHaveLength(10);
  for (const district of districts) expectReminded('A06', district, '2019-11-30', '2019-11-29');
});

it('sends nothing on a day off, and everything in its hour', () => {
  expect(life.letters.length).toBeGreaterThan(100);
  expect(life.letters.filter(({ day }) => !schedule.calendar.isWorkingDay(day))).toEqual([]);
  expect(life.said.filter(({ day, planned }) => day !== planned && day !== '2019-06-17')).toEqual([]);
});

it('says each thing once', () => {
  expect(new Set(life.said.map(({ id }) => id)).size).toBe(life.said.length);
});

function expectReminded(obligation: string, unit: string, period: string, aim: string): void {
  const deadline = `kon-tum-2019/${obligation}/${unit}/${period}`;
  const mailbox = folder?.units.get(unit)?.office;
  const reminders = life.said.filter((notice) => notice.deadline === deadline && notice.kind === 'upcoming');
  expect(reminders.length, deadline).toBeGreaterThan(0);
  expect(reminders.filter(({ day }) => day >= aim)).toEqual([]);
  expect(reminders.map((notice) => notice.mailbox)).toContain(mailbox);
}
