import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { formatProblem } from '../../src/schedule/problem.ts';
import { copyOfValid } from './compose-case.ts';

const FILES = ['calendar/2019.yaml', 'tinh-thu/units.yaml', 'tinh-thu/ladders.yaml', 'tinh-thu/plan.yaml'];

let dir: string;
const originals = new Map<string, string>();
beforeAll(async () => {
  dir = await copyOfValid();
  for (const file of FILES) originals.set(file, await readFile(join(dir, file), 'utf8'));
});
afterAll(() => rm(dir, { recursive: true }));

const slip = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'double', 'swap'), at: fc.nat(200) }),
  fc.record({
    kind: fc.constant('type'),
    at: fc.nat(4000),
    text: fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom(
        '\t',
        '- ',
        ': ',
        '"',
        "'",
        '[',
        '{',
        '&a ',
        '*a',
        '!x ',
        '\n',
        '|',
        '%',
        '\u0000',
        'é',
        '#',
        '? ',
        '<<',
      ),
    ),
  }),
);

describe('spoiled schedules', () => {
  it('are never an accident: they load, or every problem has its place', async () => {
    const spoiled = fc.record({
      file: fc.constantFrom(...FILES),
      slips: fc.array(slip, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ file, slips }) => {
        const original = originals.get(file) ?? '';
        await writeFile(join(dir, file), slips.reduce(spoil, original));
        const loaded = await loadSchedules(dir);
        await writeFile(join(dir, file), original);

        if (loaded.ok) return;
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const problem of loaded.problems) expect(formatProblem(problem)).toMatch(/^[^:]+:\d+:\d+: \S/);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

function spoil(text: string, { kind, at, ...rest }: { kind: string; at: number; text?: string }): string {
  if (kind === 'type') {
    const place = at % (text.length + 1);
    return text.slice(0, place) + (rest.text ?? '') + text.slice(place);
  }
  const lines = text.split('\n');
  const row = at % lines.length;
  const here = lines[row] ?? '';
  const next = lines[row + 1] ?? '';
  if (kind === 'delete') lines.splice(row, 1);
  else if (kind === 'double') lines.splice(row, 0, here);
  else lines.splice(row, 2, next, here);
  return lines.join('\n');
}
