import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { filesIn, temporaryFolder } from '../replay/replays.ts';
import { ROOT, runDondoc, startDondoc } from '../support/run-dondoc.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: { path: string; remove: () => Promise<void> };
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe('the command line', () => {
  it('names the version that package.json states', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await runDondoc(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('names every bad setting at once on standard error, without a stack', async () => {
    const { code, stdout, stderr } = await runDondoc(['status'], {
      PORT: 'x',
      REDIS_URL: 'here',
      SMTP_URL: 'there',
    });
    // EX_CONFIG: a supervisor need not try again.
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    for (const name of ['PORT', 'REDIS_URL', 'SMTP_URL']) expect(stderr).toContain(`  ${name} must`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('ends quietly when whoever reads what it prints has read enough', async () => {
    // By the time it prints, `true` has ended.
    const line = '"$0" "$1" calendar 2019 | true';
    const piped = promisify(execFile)('sh', ['-c', line, process.execPath, inject('dondoc')], { cwd: ROOT });
    expect(await piped).toEqual({ stdout: '', stderr: '' });
  });

  it('refuses in one line what it cannot do, with exit code 1', async () => {
    const { code, stdout, stderr } = await runDondoc(['preview', '--from', 'nay']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      '--from phải là một ngày có thật viết dạng năm-tháng-ngày, ví dụ 2019-06-17; nhận được “nay”.\n',
    );
  });

  it('keeps a record with `apply` and tells of it with `status`, without anything running', async () => {
    const env = { DATA_DIR: join(folder.path, 'data') };
    const first = await runDondoc(['apply', '--json'], env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await runDondoc(['status', '--json'], env);
    const { deadlinesAdded } = JSON.parse(first.stdout) as { deadlinesAdded: number };
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      running: false,
      deadlines: deadlinesAdded > 0 ? { open: deadlinesAdded } : {},
    });
  });

  it('shows a folder of letters in the browser until it is told to stop', async () => {
    const shown = join(folder.path, 'letters');
    await mkdir(shown);
    await writeFile(
      join(shown, '000001-thu.eml'),
      'To: a@b.example\r\nSubject: Nhac viec\r\n\r\nKinh gui\r\n',
    );
    const running = startDondoc(['mailbox', shown]);
    const [url] = await running.says(/http:\S+\/mailbox/);
    const page = await (await fetch(url)).text();
    expect(page).toContain('Nhac viec');
    expect((await fetch(`${url}/1`)).status).toBe(200);
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await filesIn(shown)).toHaveLength(1);
  });
});
