import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { consoleApp } from '../../src/console/console.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { startWeb } from '../../src/web/server.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { onEachRow } from '../console/queue-site.ts';
import { WIDE } from '../support/answer-site.ts';
import { Browser } from '../support/console-site.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

const OLD = 'vanthu@sotuphap.kontum.example';
const NEW = 'vanphong@sotuphap.kontum.example';
const PASSWORD = 'mat-khau-moi-2019';

onEachRow((places) => {
  it('finds the failed letter, mends the address in the schedule file, retries it, and sees it delivered', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-address-'));
    const schedules = join(folder, 'schedules');
    for (const part of ['calendar', 'kon-tum-2019', 'schema'])
      await cp(join(ROOT, 'schedules', part), join(schedules, part), { recursive: true });
    const sink = await startSmtpSink();
    sink.trouble = (stage, to) => (stage === 'data' && to === OLD ? 550 : undefined);
    const { databaseUrl = '', redisUrl = '' } = places();
    const settings = parseSettings({
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, SMTP_URL: sink.url, LOG_LEVEL: 'silent' },
      ...{ DATA_DIR: join(folder, 'data'), SCHEDULES: schedules, TEMPLATES: join(ROOT, 'templates') },
    });
    const clock = virtualClock(instantAt('2019-10-09', '07:30'));
    const worker = await startWorker(settings, clock, createLog('silent'));
    const web = await startWeb({
      ...{ host: '127.0.0.1', port: 0, status: async () => ({}), log: () => undefined },
      readiness: () => worker.upkeep.readiness(),
      console: consoleApp({
        ...{ accounts: worker.accounts, upkeep: worker.upkeep },
        ...{ publicUrl: 'http://127.0.0.1:1', trustProxy: false, limits: WIDE },
      }),
    });
    try {
      expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
      const first = await worker.accounts.firstAdmin();
      if (first === undefined) throw new Error('No first admin');
      await worker.accounts.changePassword(first.name, { old: first.password, fresh: PASSWORD });
      const admin = new Browser(await worker.accounts.signIn(first.name, PASSWORD));
      const at = (path: string) => `${web.url}/quan-ly/hang-doi${path}`;

      let id = '';
      await vi.waitFor(
        async () => {
          // A refusal counts when the mail server, asked again a minute later, says the same.
          clock.moveTo(new Date(clock.now().getTime() + 10_000));
          await worker.beat();
          const { body } = await admin.get(at('/khong-gui-duoc'));
          expect(body).toContain(OLD);
          id = /hang-doi\/(thu-\w+)/.exec(body)?.[1] ?? '';
        },
        { timeout: 40_000, interval: 200 },
      );
      const units = join(schedules, 'kon-tum-2019/units.yaml');
      await writeFile(units, (await readFile(units, 'utf8')).replace(`office: ${OLD}`, `office: ${NEW}`));
      const { headers } = await admin.post(at(`/${id}/gui-lai`), { reason: 'Đã sửa địa chỉ' }, at(`/${id}`));
      expect(headers.get('location')).toBe(`/quan-ly/hang-doi/${id}?xong=chuyen`);

      const received = () => sink.letters.filter(({ to }) => to.includes(NEW));
      await vi.waitFor(() => expect(received()).toHaveLength(1), { timeout: 40_000, interval: 100 });
      await worker.beat();
      await pause(1000);
      expect(received()).toHaveLength(1);
      expect(sink.letters.filter(({ to }) => to.includes(OLD))).toEqual([]);
      const { body } = await admin.get(at(`/${id}`));
      expect(body).toContain(`(${first.name}): Lập lại tới hộp thư khác: Đã sửa địa chỉ`);

      clock.moveTo(new Date(clock.now().getTime() + 16 * 60_000));
      const late = await fetch(`${web.url}/readyz`);
      expect([late.status, await late.text()]).toEqual([503, 'the last beat is too old']);
    } finally {
      await web.close();
      await worker.stop();
      await sink.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
