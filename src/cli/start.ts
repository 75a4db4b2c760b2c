import { Command } from 'commander';
import { CONSOLE } from '../console/console-env.ts';
import { refuseInUse } from '../record/folder-lock.ts';
import { secretsOf } from '../settings/secrets.ts';
import { probeAddress } from '../web/server.ts';
import { createLog } from '../worker/log.ts';
import { startWorker } from '../worker/worker.ts';
import type { CliContext } from './context.ts';
import { startWorkerWeb } from './worker-web.ts';

/** `start`: the worker on the real clock, with its pages, until it is told to stop. */
export function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Chạy hệ thống: gửi thư theo lịch và mở các trang web')
    .action(async () => {
      const settings = context.settings();
      const stopped = stopSignal(context);
      // A second start on one folder would find its port taken too, by the first: of the two, the folder says who that is.
      if (settings.databaseUrl === undefined) await refuseInUse(settings.dataDir);
      await probeAddress(settings.host, settings.port);
      const log = createLog(settings.logLevel, secretsOf(settings));
      const worker = await startWorker(settings, context.clock, log);
      try {
        const web = await startWorkerWeb(worker, settings, log, context.clock);
        await worker.lock?.announce(`${reachable(web.url)}/control`);
        const letters = worker.mailbox === undefined ? '' : `, hộp thư thử nghiệm: ${web.url}/mailbox`;
        context.print(`Đôn Đốc đang chạy: ${web.url}${letters}`);
        const admin = await worker.accounts.firstAdmin();
        // A port left to the system is known only now; any other is in the address that people use.
        const pages = settings.port === 0 ? web.url : settings.publicUrl;
        if (admin !== undefined)
          context.print(
            `Quản lý: ${pages}${CONSOLE} — tài khoản ${admin.name}, mật khẩu dùng một lần ${admin.password} (chỉ hiện lần này)`,
          );
        await stopped;
        await web.close();
      } finally {
        await worker.stop();
        leaveBehind();
      }
    });
}

/** An address this machine can ask at, also when the server listens on every interface. */
function reachable(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

/** Resolves when the process is told to stop, be it while it starts: letters leave before its pages are open. Told again, it ends at once: what is in hand is taken up when its claim runs out. */
function stopSignal(context: CliContext): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (told) {
          context.complain('Dừng ngay, không chờ thư đang gửi.');
          process.exit(FORCED);
        }
        told = true;
        resolve();
      });
  });
}

/** What could not be closed (a connection that nobody answers on) must not keep the process. */
function leaveBehind(): void {
  setTimeout(() => process.exit(), MOMENT).unref();
}

const FORCED = 130;
const MOMENT = 1000;
