import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../replay/replays.ts';
import { runDondoc, startDondoc } from '../support/run-dondoc.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: { path: string; remove: () => Promise<void> };
let env: Record<string, string>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const replayed = await runDondoc(
    ['replay', '--from', '2019-10-11', '--to', '2019-10-15', '--name', 'thu'],
    {
      DATA_DIR: folder.path,
    },
  );
  expect(replayed).toMatchObject({ code: 0, stderr: '' });
  env = { DATA_DIR: join(folder.path, 'replay/thu') };
});
afterAll(() => folder.remove());

describe('dondoc report and coverage, asked of the record itself', () => {
  it('tell what they find and write files', async () => {
    const csv = join(folder.path, 'bao-cao.csv');
    const xlsx = join(folder.path, 'bao-cao.xlsx');
    const args = ['--period', '2019-Q4', '--unit', 'so-tu-phap', '--csv', csv, '--xlsx', xlsx];
    const { code, stdout, stderr } = await runDondoc(['report', ...args], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Kết quả thực hiện các nhiệm vụ có thời hạn trong quý IV năm 2019');
    expect(stdout).toMatch(/^Sở Tư pháp +\d+ +0 +0 /m);
    expect(stdout).toContain(`Đã ghi ${join(folder.path, 'bao-cao-chi-tiet.csv')}`);
    expect(await readFile(csv, 'utf8')).toContain('Sở Tư pháp');
    expect(await readFile(join(folder.path, 'bao-cao-chi-tiet.csv'), 'utf8')).toContain('14/10/2019');
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuse in one line what they cannot do', async () => {
    const report = await runDondoc(
      ['report', '--period', '2019', '--csv', join(folder.path, 'khong/co.csv')],
      env,
    );
    expect(report.code).toBe(1);
    expect(report.stderr).toContain('Không ghi được tệp');
    const coverage = await runDondoc(['coverage', '--day', '1990-01-01'], env);
    expect(coverage).toMatchObject({ code: 1, stdout: '' });
    expect(coverage.stderr).toContain('--day');
  });

  it('prove a day', async () => {
    const { code, stdout, stderr } = await runDondoc(['coverage', '--day', '2019-10-14'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Ngày thứ Hai, 14\/10\/2019: \d\d điều phải nhắc; đã nhắc \d\d, .*sót 00\.$/m);
  });
});

describe('the same, asked of the process that holds the record', () => {
  it('answers alike, and files are written by who asked', async () => {
    const direct = await runDondoc(['coverage', '--day', '2019-10-14', '--json'], env);
    const running = startDondoc(['start'], env);
    try {
      await running.says(/đang chạy/);
      const asked = await runDondoc(['coverage', '--day', '2019-10-14', '--json'], env);
      expect(asked).toMatchObject({ code: 0, stdout: direct.stdout });
      const xlsx = join(folder.path, 'khac.xlsx');
      const report = await runDondoc(['report', '--period', '2019', '--xlsx', xlsx, '--json'], env);
      expect(report).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(report.stdout)).toMatchObject({ period: { from: '2019-01-01' } });
      expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
      const refused = await runDondoc(['report', '--period', '2019', '--unit', 'so-tu-phop'], env);
      expect(refused.stderr).toBe(
        '--unit: không có cơ quan mã “so-tu-phop” — có phải ý bạn là “so-tu-phap”?\n',
      );
    } finally {
      running.kill('SIGTERM');
      await running.ended;
    }
  });
});
