import { AnswerRefused } from '../answer/answer.ts';
import { consoleApp } from '../console/console.ts';
import type { Clock } from '../clock/clock.ts';
import type { Settings } from '../settings/settings.ts';
import { controlRoutes, RefusedRequest, type Control } from '../web/control.ts';
import type { SeenRequest } from '../web/request-log.ts';
import { startWeb, type Web, type WebParts } from '../web/server.ts';
import { InvalidInstructions } from '../worker/instructions.ts';
import type { Log } from '../worker/log.ts';
import { requestShape } from '../worker/request.ts';
import type { Worker } from '../worker/worker.ts';
import { productVersion } from './product-version.ts';
import { statusLines } from './status-lines.ts';

/** Opens every page over a running worker. @throws CannotListen */
export async function startWorkerWeb(
  worker: Worker,
  settings: Settings,
  log: Log,
  clock: Clock,
): Promise<Web> {
  return startWeb(workerWeb(worker, settings, log, clock));
}

/** Every part that the pages over a running worker have. */
export function workerWeb(worker: Worker, settings: Settings, log: Log, clock: Clock): WebParts {
  const { lock, mailbox } = worker;
  const { host, port, publicUrl, trustProxy, apiTokens } = settings;
  return {
    host,
    port,
    status: async () => {
      const { pause, ...status } = await worker.status();
      // The start page is open to everybody: who paused and why is for the console.
      return Object.fromEntries(statusLines({ ...status, pause: pause && { since: pause.since } }));
    },
    readiness: () => worker.upkeep.readiness(),
    isOvertaken: () => worker.upkeep.isOvertaken(),
    log: (error) => log.error({ error: String(error) }, 'web'),
    requests: { now: () => clock.now(), hear: (request) => tellOf(request, log) },
    answers: {
      ...{ desk: worker.answers, publicUrl, trustProxy, apiTokens, board: worker.board },
      told: { state: () => worker.status(), metrics: () => worker.metrics.read() },
    },
    console: consoleApp({ ...worker, publicUrl, trustProxy }),
    ...(mailbox !== undefined && { mailbox }),
    ...(lock !== undefined && { extra: controlRoutes(lock.token, controlOf(worker)) }),
  };
}

/** What programs ask for every few seconds is told only to who looks for it. */
const ROUTINE = new Set(['/healthz', '/readyz', '/metrics', '*']);

function tellOf(request: SeenRequest, log: Log): void {
  if (ROUTINE.has(request.route) && request.status < 500) log.debug(request, 'request');
  else log.info(request, 'request');
}

/** The worker as other commands reach it: what they send is read before it is carried out, and a refusal is told to them. */
function controlOf(worker: Worker): Control {
  return {
    status: () => worker.status(),
    beat: () => worker.beat(),
    backup: () => worker.backup(productVersion()),
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
