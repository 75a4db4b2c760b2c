import { expect, it, vi } from 'vitest';
import { openRecord } from '../../src/record/open-record.ts';
import { pauseSending } from '../../src/record/pauses.ts';
import { temporaryFolder } from '../replay/replays.ts';
import { runDondoc, startDondoc } from '../support/run-dondoc.ts';

vi.setConfig({ testTimeout: 180_000 });

it('says that sending is paused, since when, by whom and why, whether or not the system runs', async () => {
  const folder = await temporaryFolder();
  const env = { DATA_DIR: folder.path };
  const record = await openRecord({ folder: folder.path });
  const since = new Date('2026-08-03T02:05:00Z');
  await pauseSending(record.db, since, 'quan.tri', 'bảo trì máy chủ thư');
  await record.close();
  const told = /Gửi thư +đang tạm dừng từ 09:05 thứ Hai, 03\/08\/2026 \(quan\.tri\): bảo trì máy chủ thư/;
  expect((await runDondoc(['status'], env)).stdout).toMatch(told);

  const worker = startDondoc(['start'], env);
  await worker.says(/Đôn Đốc đang chạy: \S+/);
  expect((await runDondoc(['status'], env)).stdout).toMatch(told);
  const { stdout } = await runDondoc(['status', '--json'], env);
  expect(JSON.parse(stdout)).toMatchObject({ pause: { since: since.toISOString(), by: 'quan.tri' } });
  worker.kill('SIGTERM');
  await worker.ended;
  await folder.remove();
});
