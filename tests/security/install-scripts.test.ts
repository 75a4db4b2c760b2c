import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<
    string,
    { hasInstallScript?: boolean; resolved?: string; integrity?: string; link?: boolean }
  >;
};
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  allowScripts: Record<string, boolean>;
};
const PAGE = readFileSync('docs/security.md', 'utf8');

it('every package with an install script is known, explained, and not run', () => {
  const withScript = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1) ?? '');
  expect([...new Set(withScript)].sort()).toEqual(Object.keys(allowScripts).sort());
  for (const name of withScript) {
    expect(allowScripts[name], name).toBe(false);
    expect(PAGE, name).toContain(`| \`${name}\` |`);
  }
});

it('every package is locked with its hash', () => {
  const unlocked = Object.entries(lock.packages).filter(
    ([path, { integrity, link }]) => path !== '' && link !== true && integrity === undefined,
  );
  expect(unlocked.map(([path]) => path)).toEqual([]);
});
