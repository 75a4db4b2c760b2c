import { systemClock } from '../../src/clock/clock.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker } from '../../src/worker/worker.ts';
import type { Order, Reply } from './orders.ts';

/** The product's own worker over the settings that the bench gives it; orders come over the process channel. */
export async function work(environment: Record<string, string>): Promise<void> {
  const settings = parseSettings(environment);
  const worker = await startWorker(settings, systemClock, createLog(settings.logLevel));
  const answers: Record<Order, () => Promise<unknown>> = {
    beat: () => worker.round(),
    readiness: () => worker.upkeep.readiness(),
    metrics: async () => (await worker.metrics.read()).text,
    status: () => worker.status(),
    stop: () => worker.stop(),
  };
  process.on('message', ({ number, order }: { number?: number; order?: Order }) => {
    if (number === undefined || order === undefined) return;
    void answers[order]()
      .then(
        (value): Reply => ({ number, value }),
        (error: unknown): Reply => ({ number, error: String(error) }),
      )
      .then((reply) => {
        process.send?.(reply);
        if (order === 'stop') process.disconnect();
      });
  });
  process.send?.({ number: 0 } satisfies Reply);
}
