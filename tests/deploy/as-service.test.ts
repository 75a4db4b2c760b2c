import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../replay/replays.ts';

let folder: { path: string; remove: () => Promise<void> };
let script: string;

/** The script in a folder of its own, run by whoever runs the test, with a Node that tells what it was started with. */
beforeAll(async () => {
  folder = await temporaryFolder();
  const at = (path: string) => join(folder.path, path);
  const text = await readFile('deploy/dondoc-as-service', 'utf8');
  script = at('dondoc');
  await writeFile(
    script,
    text
      .replaceAll(/\/(?=etc\/|var\/lib\/|opt\/)/g, `${folder.path}/`)
      .replace('= dondoc ]', '= "$(id -un)" ]'),
  );
  await mkdir(at('etc/systemd/system/dondoc.service.d'), { recursive: true });
  await mkdir(at('var/lib/dondoc'), { recursive: true });
  await mkdir(at('bin'));
  await writeFile(at('bin/node'), '#!/bin/sh\nenv\necho "UMASK=$(umask)"\necho "ARGUMENTS=$*"\n');
  await chmod(at('bin/node'), 0o755);
  await writeFile(at('etc/systemd/system/dondoc.service'), await readFile('deploy/dondoc.service', 'utf8'));
  await writeFile(
    at('etc/systemd/system/dondoc.service.d/secrets.conf'),
    await readFile('deploy/secrets.conf', 'utf8'),
  );
});
afterAll(() => folder.remove());

function run(environment: Record<string, string>): Map<string, string> {
  const PATH = `${join(folder.path, 'bin')}:${process.env.PATH}`;
  const said = execFileSync('sh', [script, 'status', '--json'], {
    env: { PATH, ...environment },
    encoding: 'utf8',
  });
  return new Map(
    said.split('\n').map((line): [string, string] => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

it('hands over the secrets that the service is handed, and no other', () => {
  const given = run({});
  expect(given.get('SMTP_URL_FILE')).toBe('/etc/dondoc/secrets/SMTP_URL');
  expect([...given.keys()].filter((name) => name.endsWith('_FILE'))).toEqual(['SMTP_URL_FILE']);
  expect(given.get('ARGUMENTS')).toMatch(/src\/cli\/dondoc\.ts status --json$/);
});

it('takes nothing from the caller but the language and the terminal, and writes for nobody else', () => {
  const given = run({
    DATABASE_URL: 'postgres://elsewhere/x',
    PORT: 'abc',
    LANG: 'vi_VN.UTF-8',
    TERM: 'xterm',
  });
  expect([given.get('DATABASE_URL'), given.get('PORT')]).toEqual([undefined, undefined]);
  expect([given.get('LANG'), given.get('TERM'), given.get('UMASK')]).toEqual([
    'vi_VN.UTF-8',
    'xterm',
    '0077',
  ]);
});
