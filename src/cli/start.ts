import { Command } from 'commander';
import { AnswerRefused } from '../answer/answer.ts';
import { consoleApp } from '../console/console.ts';
import { CONSOLE } from '../console/console-env.ts';
import { controlRoutes, RefusedRequest, type Control } from '../web/control.ts';
import { probeAddress, startWeb } from '../web/server.ts';
import { createLog } from '../worker/log.ts';
import { InvalidInstructions } from '../worker/instructions.ts';
import { requestShape } from '../worker/request.ts';
import { startWorker, type Worker } from '../worker/worker.ts';
import type { CliContext } from './context.ts';
import { statusLines } from './status-lines.ts';

/** `start`: the worker on the real clock, with its pages, until it is told to stop. */
export function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Chạy hệ thống: gửi thư theo lịch và mở các trang web')
    .action(async () => {
      const settings = context.settings();
      await probeAddress(settings.host, settings.port);
      const log = createLog(settings.logLevel);
      const worker = await startWorker(settings, context.clock, log);
      const { lock, mailbox } = worker;
      try {
        const web = await startWeb({
          host: settings.host,
          port: settings.port,
          status: async () => Object.fromEntries(statusLines(await worker.status())),
          log: (error) => log.error({ error: String(error) }, 'web'),
          answers: {
            desk: worker.answers,
            publicUrl: settings.publicUrl,
            trustProxy: settings.trustProxy,
            apiTokens: settings.apiTokens,
          },
          console: consoleApp({
            accounts: worker.accounts,
            files: worker.files,
            publicUrl: settings.publicUrl,
            trustProxy: settings.trustProxy,
          }),
          ...(mailbox !== undefined && { mailbox }),
          ...(lock !== undefined && { extra: controlRoutes(lock.token, controlOf(worker)) }),
        });
        await lock?.announce(`${reachable(web.url)}/control`);
        context.print(
          `Đôn Đốc đang chạy: ${web.url}${mailbox === undefined ? '' : `, hộp thư thử nghiệm: ${web.url}/mailbox`}`,
        );
        const admin = await worker.accounts.firstAdmin();
        if (admin !== undefined)
          context.print(
            `Quản lý: ${web.url}${CONSOLE} — tài khoản ${admin.name}, mật khẩu dùng một lần ${admin.password} (chỉ hiện lần này)`,
          );
        await stopSignal();
        await web.close();
      } finally {
        await worker.stop();
      }
    });
}

/** The worker as other commands reach it: what they send is read before it is carried out, and a refusal is told to them. */
function controlOf(worker: Worker): Control {
  return {
    status: () => worker.status(),
    beat: () => worker.beat(),
    async ask(words) {
      const request = requestShape.safeParse(words);
      if (!request.success) throw new RefusedRequest(request.error.message);
      try {
        return await worker.ask(request.data);
      } catch (error) {
        if (error instanceof AnswerRefused || error instanceof InvalidInstructions)
          throw new RefusedRequest(error.message);
        throw error;
      }
    },
  };
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
