import { setTimeout as pause } from 'node:timers/promises';
import { Worker, type ConnectionOptions, type IQueueBackend, type RedisQueueBackend } from 'bullmq';

/** How long it waits after it could not fetch a job, in milliseconds. */
const PAUSE = 1000;

/**
 * A worker that does not rush at a server in trouble. BullMQ waits before it fetches again only when nobody listens at the server's port; at any
 * other failure (a connection cut off, a server starting, its disk or memory full) it asks again at once, hundreds of times a second.
 */
export class PatientWorker<
  B extends IQueueBackend = RedisQueueBackend,
  Connection = ConnectionOptions,
> extends Worker<unknown, void, string, B, object, Connection> {
  protected override async moveToActive(...fetching: Parameters<Worker['moveToActive']>) {
    try {
      return await super.moveToActive(...fetching);
    } catch (error) {
      await pause(PAUSE);
      throw error;
    }
  }
}
