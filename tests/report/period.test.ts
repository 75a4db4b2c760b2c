import { expect, test } from 'vitest';
import { readPeriod } from '../../src/report/period.ts';

test.each([
  ['2019', '2019-01-01', '2019-12-31', 'năm 2019'],
  ['2019-Q1', '2019-01-01', '2019-03-31', 'quý I năm 2019'],
  ['2019-q3', '2019-07-01', '2019-09-30', 'quý III năm 2019'],
  ['2019-H1', '2019-01-01', '2019-06-30', '06 tháng đầu năm 2019'],
  ['2019-H2', '2019-07-01', '2019-12-31', '06 tháng cuối năm 2019'],
  ['2019-06', '2019-06-01', '2019-06-30', 'tháng 6 năm 2019'],
  ['2020-02', '2020-02-01', '2020-02-29', 'tháng 2 năm 2020'],
  ['2019-06-01..2019-09-30', '2019-06-01', '2019-09-30', 'thời gian từ ngày 01/06/2019 đến ngày 30/09/2019'],
  ['2019-06-01..2019-06-01', '2019-06-01', '2019-06-01', 'thời gian từ ngày 01/06/2019 đến ngày 01/06/2019'],
])('%s is from %s to %s', (text, from, to, name) => {
  expect(readPeriod(text)).toEqual({ ok: true, period: { from, to, name } });
});

test.each([
  ['', 'bốn chữ số'],
  ['19', 'bốn chữ số'],
  // Postgres has no year 0.
  ['0000', 'bốn chữ số'],
  ['0000-Q1', 'bốn chữ số'],
  ['0000-01-01..2019-06-01', '“0000-01-01”'],
  ['quý 3', 'bốn chữ số'],
  ['2019-Q0', '“Q0”'],
  ['2019-Q5', '“Q5”'],
  ['2019-H3', '“H3”'],
  ['2019-13', '“13”'],
  ['2019-00', '“00”'],
  ['2019-Q', '“Q”'],
  ['2019-06-01', '“06-01”'],
  ['2019-02-01..2019-02-29', '“2019-02-29”'],
  ['2019-06-01..', '“”'],
  ['2019-06-02..2019-06-01', '02/06/2019 ở sau ngày cuối 01/06/2019'],
])('“%s” is refused, naming %s, with examples', (text, part) => {
  const reading = readPeriod(text);
  const error = reading.ok ? '' : reading.error;
  expect(error).toContain(`“${text}”`);
  expect(error).toContain(part);
  expect(error).toContain('2019-H1');
});
