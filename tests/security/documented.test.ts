import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const PAGE = readFileSync('docs/security.md', 'utf8');

it('every input in the table is proved by tests that are there', () => {
  const section = PAGE.split('## Every way in')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const inputs = rows.slice(1);
  expect(inputs.length).toBeGreaterThan(15);
  for (const row of inputs) {
    const tests = [...row.matchAll(/`(tests\/[^`]+\.test\.ts)`/g)].map(([, path = '']) => path);
    expect(tests, row).not.toEqual([]);
    for (const path of tests) expect(existsSync(path), path).toBe(true);
  }
});

it('every test of guards is named in the table, this one and that of install scripts aside', () => {
  const section = PAGE.split('## Every way in')[1]?.split('\n## ')[0] ?? '';
  const names = readdirSync('tests/security').filter((name) => name.endsWith('.test.ts'));
  for (const name of names.filter((name) => !/^(documented|install-scripts)\./.test(name)))
    expect(section).toContain(`\`tests/security/${name}\``);
});

it('every page that it links to is there', () => {
  const links = [...PAGE.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(1);
  for (const path of links) expect(existsSync(`docs/${path}`), path).toBe(true);
});
