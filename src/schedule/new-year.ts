import type { VnYear } from '../calendar/year-file.ts';
import { yamlFlow, yamlItem, yamlLine } from './yaml-line.ts';

/** The file of a year's calendar, as the shipped ones are written. */
export function newYearText({ year, status, sources, off, work }: Omit<VnYear, 'version'>): string {
  const rows = (days: readonly object[]) => days.map((day) => `  - ${yamlFlow({ ...day })}`);
  return [
    `# Lịch làm việc năm ${year} của cán bộ, công chức, viên chức làm việc từ thứ Hai đến thứ Sáu.`,
    yamlLine('year', year),
    yamlLine('status', status),
    yamlLine('version', 1),
    'sources:',
    ...sources.flatMap(({ ref, date }) =>
      yamlItem({ ref, ...(date !== undefined && { date }) }).map((line) => `  ${line}`),
    ),
    off.length > 0 ? 'off:' : 'off: []',
    ...rows(off),
    work.length > 0 ? 'work:' : 'work: []',
    ...rows(work),
    '',
  ].join('\n');
}
