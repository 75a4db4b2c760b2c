import { Command } from 'commander';
import { controlRoutes } from '../web/control.ts';
import { startWeb } from '../web/server.ts';
import { createLog } from '../worker/log.ts';
import { startWorker } from '../worker/worker.ts';
import type { CliContext } from './context.ts';
import { cannotListen } from './mailbox.ts';
import { statusLines } from './status-lines.ts';

/** `start`: the worker on the real clock, with its pages, until it is told to stop. */
export function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Chạy hệ thống: gửi thư theo lịch và mở các trang web')
    .action(async () => {
      const settings = context.settings();
      const log = createLog(settings.logLevel);
      const worker = await startWorker(settings, context.clock, log);
      const { lock, mailbox } = worker;
      try {
        const web = await startWeb({
          host: settings.host,
          port: settings.port,
          status: async () => Object.fromEntries(statusLines(await worker.status())),
          log: (error) => log.error({ error: String(error) }, 'web'),
          ...(mailbox !== undefined && { mailbox }),
          ...(lock !== undefined && { extra: controlRoutes(lock.token, worker) }),
        }).catch(cannotListen);
        await lock?.announce(`${reachable(web.url)}/control`);
        context.print(
          `Đôn Đốc đang chạy: ${web.url}${mailbox === undefined ? '' : `, hộp thư thử nghiệm: ${web.url}/mailbox`}`,
        );
        await stopSignal();
        await web.close();
      } finally {
        await worker.stop();
      }
    });
}

/** An address this machine can ask at, also when the server listens on every interface. */
function reachable(url: string): string {
  return url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
