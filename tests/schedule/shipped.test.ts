import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { formatProblem } from '../../src/schedule/problem.ts';

const ROOT = join(import.meta.dirname, '../../schedules');
const FOLDERS = readdirSync(ROOT).filter((name) => !['calendar', 'schema'].includes(name));

describe('the shipped schedules', () => {
  it('are there', () => {
    expect(FOLDERS).toEqual(expect.arrayContaining(['kon-tum-2019', 'mau-2026']));
  });

  it.each(['.', ...FOLDERS])('have no problem in %s', async (folder) => {
    const loaded = await loadSchedules(join(ROOT, folder));
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([]);
  });
});
