import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

/** Runs the room rules over `src` of a small tree that imports what it must not, and names the rules broken. */
const trees: string[] = [];

function brokenRules(rules: string, files: Record<string, string>): string[] {
  const root = mkdtempSync(join(process.cwd(), 'data-rooms-'));
  trees.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  writeFileSync(join(root, 'tsconfig.json'), '{}');
  return cruise(rules, root);
}

function cruise(rules: string, cwd: string): string[] {
  const bin = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, '--config', join(process.cwd(), '.ci', rules), '--output-type', 'json', 'src'];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

test('the rooms import only what the room table allows, and nothing in a circle', () => {
  expect(cruise('rooms.cjs', process.cwd())).toEqual([]);
  expect(cruise('circles.cjs', process.cwd())).toEqual([]);
}, 60_000);

test('a planner that reads the record breaks a rule', () => {
  const files = {
    'src/plan/a.ts': "import { b } from '../record/b.ts';\nexport const a = b;\n",
    'src/record/b.ts': 'export const b = 1;\n',
  };
  expect(brokenRules('rooms.cjs', files)).toContain('room-plan');
}, 60_000);

test('two files that import each other break a rule', () => {
  const files = {
    'src/plan/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'src/plan/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
  };
  expect(brokenRules('circles.cjs', files)).toContain('no-circle');
}, 60_000);

test('luxon outside the calendar room breaks a rule', () => {
  const files = { 'src/plan/a.ts': "import { DateTime } from 'luxon';\nexport const a = DateTime;\n" };
  expect(brokenRules('rooms.cjs', files)).toContain('only-calendar-imports-luxon');
}, 60_000);
