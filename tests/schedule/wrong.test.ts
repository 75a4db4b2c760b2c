import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { formatProblem } from '../../src/schedule/problem.ts';
import { composeCase, copyOfValid } from './compose-case.ts';

const CASES = readdirSync(join(import.meta.dirname, 'wrong')).sort();

describe('wrong schedules', () => {
  it('are at least forty', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(CASES)('says what is wrong, and where, in "%s"', async (name) => {
    const { dir, expected } = await composeCase(name);
    const lines = await problemLines(dir);
    await rm(dir, { recursive: true });

    expect(lines).toEqual(expected);
    expect(lines.length).toBeGreaterThanOrEqual(1);
    for (const line of lines) {
      expect(line).toMatch(/^[^:]+:\d+:\d+: \S/);
      expect(line).not.toMatch(/ at .*\.ts|node_modules|Error|undefined|\[object/);
    }
  });

  it('lists the problems of all files in one run', async () => {
    const { dir } = await composeCase('many-in-many-files');
    const loaded = await loadSchedules(dir);
    await rm(dir, { recursive: true });

    const files = loaded.ok ? [] : loaded.problems.map(({ file }) => file.slice(dir.length + 1));
    expect([...new Set(files)]).toEqual([
      'calendar/2019.yaml',
      'tinh-thu/ladders.yaml',
      'tinh-thu/plan.yaml',
      'tinh-thu/units.yaml',
    ]);
  });

  it('says the same of one folder as of the root', async () => {
    const { dir, expected } = await composeCase('unknown-lead');
    const loaded = await loadSchedules(join(dir, 'tinh-thu'));
    await rm(dir, { recursive: true });
    expect(relativeLines(dir, loaded)).toEqual(expected);
  });

  it('names a folder that does not exist', async () => {
    const dir = await copyOfValid();
    const missing = join(dir, 'khong-co');
    const loaded = await loadSchedules(missing);
    await rm(dir, { recursive: true });
    const lines = loaded.ok ? [] : loaded.problems.map(formatProblem);
    expect(lines).toEqual([`${missing}:1:1: không có thư mục này`]);
  });
});

async function problemLines(dir: string): Promise<string[]> {
  return relativeLines(dir, await loadSchedules(dir));
}

/** Paths as seen from the root; the root itself is a dot. */
function relativeLines(dir: string, loaded: Awaited<ReturnType<typeof loadSchedules>>): string[] {
  if (loaded.ok) return [];
  return loaded.problems
    .map(formatProblem)
    .map((line) => line.replaceAll(`${dir}/`, '').replaceAll(dir, '.'));
}
