import { appendFile, copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { readEml, type ParsedLetter } from '../../src/mail/read-eml.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ADMIN = 'quan-tri@dondoc.example';
const OFFICE = 'vanthu@sotaichinh.kontum.example';

const HEAD = 'lanhdao@sotaichinh.kontum.example';
const SUBJECT = 'overdue/subject.txt';

/** Letters to one unit, which is not the one that templates are tried on, cannot be written: a word is doubled until the renderer's memory is used up. */
const POISON = `{% if greeting contains 'Tài chính' %}{% assign x = 'x' %}${'{% assign x = x | append: x %}'.repeat(24)}{% endif %}`;

describe.skipIf(serverMissing('postgres'))('who runs the system is told', () => {
  let folder: string;
  let server: TestServer;
  let sink: SmtpSink;
  let worker: Worker;
  let log = '';
  const clock = virtualClock(instantAt('2019-07-01', '07:30'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-ills-'));
    const [schedules, templates] = [join(folder, 'schedules'), join(folder, 'templates')];
    await cp(join(ROOT, 'schedules'), schedules, { recursive: true });
    await cp(join(ROOT, 'templates'), templates, { recursive: true });
    await appendFile(join(templates, SUBJECT), POISON);
    server = await startPostgres();
    sink = await startSmtpSink();
    const settings = parseSettings({
      ...{ DATABASE_URL: server.url, SCHEDULES: schedules, TEMPLATES: templates, SMTP_URL: sink.url },
      ...{ DATA_DIR: join(folder, 'data'), PORT: '0', ADMIN_MAILBOX: ADMIN },
    });
    worker = await startWorker(
      settings,
      clock,
      createLog('info', [], { write: (line) => void (log += line) }),
    );
  });
  afterAll(async () => {
    await worker.stop();
    await sink.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const lettersTo = (mailbox: string) => sink.letters.filter(({ to }) => to.includes(mailbox));
  const lastTo = async (mailbox: string): Promise<ParsedLetter> =>
    readEml(lettersTo(mailbox).at(-1)?.raw ?? Buffer.alloc(0));
  const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 200 });

  it('in a letter of letters that cannot be written, which go when their template is mended', async () => {
    await until(() => expect(log).toContain('"unwritten":true'));
    await worker.round();
    await until(() => expect(lettersTo(ADMIN)).toHaveLength(1));
    const letter = await lastTo(ADMIN);
    expect(letter.text).toContain('Không soạn được thư loại');
    expect(letter.text).toContain('memory alloc limit exceeded');
    expect(lettersTo(OFFICE)).toEqual([]);

    await copyFile(join(ROOT, 'templates', SUBJECT), join(folder, 'templates', SUBJECT));
    clock.moveTo(instantAt('2019-07-01', '11:00'));
    await worker.round();
    await until(() =>
      expect([lettersTo(OFFICE), lettersTo(HEAD)].map(({ length }) => length)).toEqual([1, 1]),
    );
    // The mail server has them a moment before the record tells of it, and an ill is over when three beats have not seen it.
    clock.moveTo(instantAt('2019-07-01', '11:30'));
    await until(async () => {
      await worker.round();
      expect(log).toMatch(/"ill":"letters-unwritten:overdue","msg":"well again"/);
    });
  });
});
