import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/cli/context.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { filesIn, replayLines, temporaryFolder } from '../replay/replays.ts';

vi.setConfig({ testTimeout: 180_000 });

const DAY = ['--from', '2019-10-09', '--to', '2019-10-09'];

let folder: { path: string; remove: () => Promise<void> };
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

describe('replay', () => {
  it.each([
    'smtp://mail.kontum.example:25',
    'smtp://10.0.0.5:25',
    'smtp://127.0.0.1.kontum.example',
    'smtp://localhost.kontum.example',
    'smtp://localhost@mail.kontum.example',
    'mail',
  ])('refuses to rehearse into %s, which may be a real mail server', async (smtp) => {
    await expect(replayLines([...DAY, '--smtp', smtp])).rejects.toThrow(Refusal);
    await expect(replayLines([...DAY, '--smtp', smtp])).rejects.toThrow(/trên chính máy này/);
  });

  it('refuses a folder that holds the letters of another run, and leaves them alone', async () => {
    await writeFile(join(folder.path, '000001-x.eml'), 'Subject: x\r\n\r\n');
    await expect(replayLines([...DAY, '--out', folder.path])).rejects.toThrow(
      `Thư mục ${folder.path} đã có thư của lần chạy trước`,
    );
    expect(await filesIn(folder.path)).toHaveLength(1);
  });

  it.each(['Tên', '../up', 'a-b', '', 'x'.repeat(41)])('refuses the name %j', async (name) => {
    await expect(replayLines([...DAY, '--name', name])).rejects.toThrow(/--name chỉ gồm/);
  });

  it('refuses days that do not exist or run backwards', async () => {
    await expect(replayLines(['--from', '2019-13-01', '--to', '2019-10-09'])).rejects.toThrow(Refusal);
    await expect(replayLines(['--from', '2019-10-10', '--to', '2019-10-09'])).rejects.toThrow(Refusal);
  });

  it('sends to the mail server that was named, when it is on this machine', async () => {
    const sink = await startSmtpSink();
    try {
      const { letters } = await replayLines([...DAY, '--smtp', sink.url]);
      expect(letters.length).toBeGreaterThan(0);
      expect(sink.letters.map(({ messageId }) => messageId)).toEqual(
        letters.map(({ messageId }) => messageId),
      );
    } finally {
      await sink.close();
    }
  });

  it('goes on where a named replay stopped, and says nothing again', async () => {
    const env = { DATA_DIR: folder.path };
    const first = await replayLines(['--from', '2019-10-08', '--to', '2019-10-09', '--name', 'thu'], env);
    const second = await replayLines(['--from', '2019-10-08', '--to', '2019-10-14', '--name', 'thu'], env);
    expect(first.letters.map(({ at }) => at.slice(0, 10))).toContain('2019-10-09');
    expect(second.letters.map(({ at }) => at.slice(0, 10))).toEqual([
      '2019-10-10',
      '2019-10-11',
      '2019-10-11',
      '2019-10-14',
      '2019-10-14',
      '2019-10-14',
    ]);
  });
});
