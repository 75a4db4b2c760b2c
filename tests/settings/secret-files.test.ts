import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SECRETS } from '../../src/settings/secret-files.ts';
import { parseSettings } from '../../src/settings/settings.ts';

const TOKEN = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function secret(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseSettings(environment);
    return [];
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}

describe('secrets in files', () => {
  it('stand for the setting itself, without the line break at the end', async () => {
    const settings = parseSettings({
      DATABASE_URL_FILE: await secret('database', 'postgres://u:p@db:5432/dondoc\n'),
      REDIS_URL_FILE: await secret('redis', 'rediss://cache:6379\n'),
      SMTP_URL_FILE: await secret('smtp', '  smtps://u:p@mail:465\r\n'),
      API_TOKENS_FILE: await secret('tokens', `a:${TOKEN}\nb:${TOKEN}x:read\n`),
      OIDC_ISSUER: 'https://sign-in.kontum.example',
      OIDC_CLIENT_ID: 'dondoc',
      OIDC_CLIENT_SECRET_FILE: await secret('oidc', 'xyz\n'),
    });
    expect(settings).toMatchObject({
      databaseUrl: 'postgres://u:p@db:5432/dondoc',
      redisUrl: 'rediss://cache:6379',
      smtpUrl: 'smtps://u:p@mail:465',
      apiTokens: [{ name: 'a' }, { name: 'b', scopes: ['read'] }],
      signOn: { clientSecret: 'xyz' },
    });
  });

  it('are found in the folder of systemd’s credentials, where only those that are there count', async () => {
    await secret('SMTP_URL', 'smtps://u:p@mail:465\n');
    expect(parseSettings({ CREDENTIALS_DIRECTORY: folder })).toMatchObject({
      smtpUrl: 'smtps://u:p@mail:465',
      apiTokens: [],
    });
  });

  it.each(SECRETS)('must not stand in two places: %s', async (name) => {
    const file = await secret(name, 'x');
    expect(problemsOf({ [name]: 'y', [`${name}_FILE`]: file })[0]).toBe(
      `${name} stands in two places: ${name} itself and ${name}_FILE (${file}); leave one`,
    );
    expect(problemsOf({ [`${name}_FILE`]: file, CREDENTIALS_DIRECTORY: folder })[0]).toContain(
      `the credential ${file}`,
    );
  });

  it('are complained of by their file’s name, all at once, and never shown', async () => {
    const missing = join(folder, 'nowhere');
    const empty = await secret('empty', '\n');
    const wrong = await secret('wrong', 'smpt://user:geheim@mail');
    await mkdir(join(folder, 'sub'));
    const problems = problemsOf({
      DATABASE_URL_FILE: missing,
      REDIS_URL_FILE: empty,
      SMTP_URL_FILE: wrong,
      API_TOKENS_FILE: join(folder, 'sub'),
    });
    expect(problems).toEqual([
      `DATABASE_URL_FILE (${missing}) cannot be read: there is no such file`,
      `REDIS_URL_FILE (${empty}) is an empty file`,
      `API_TOKENS_FILE (${join(folder, 'sub')}) cannot be read: it is a folder`,
      expect.stringMatching(/^SMTP_URL in .*wrong must look like smtp:/),
    ]);
    expect(problems.join()).not.toContain('geheim');
  });

  it('say when this account may not read them, and by what root mends it', async () => {
    const file = await secret('closed', 'x');
    await chmod(file, 0);
    await chmod(dirname(file), 0o755);
    const problems = asNobody(() => problemsOf({ SMTP_URL_FILE: file }));
    const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
    expect(problems).toEqual([
      `SMTP_URL_FILE (${file}) cannot be read: this account may not read it; ` +
        `as root: chgrp ${group} ${file} && chmod 640 ${file}`,
    ]);
  });

  it('say so of their folder when it is what is closed', async () => {
    const file = await secret('closed', 'x');
    await chmod(folder, 0);
    const problems = asNobody(() => problemsOf({ SMTP_URL_FILE: file }));
    await chmod(folder, 0o700);
    expect(problems).toEqual([expect.stringMatching(`chgrp \\S+ ${folder} && chmod 750 ${folder}$`)]);
  });
});

/** Root reads every file: it does this as an account without any right. */
function asNobody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
