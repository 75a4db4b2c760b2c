import { Redis } from 'ioredis';

/** What of a Redis server matters to the queue. */
export interface RedisFacts {
  version: string;
  /** What it throws away when its memory is full; `noeviction`: nothing. */
  evicts: string;
  /** The memory it may use, in bytes; 0: no limit. */
  memoryLimit: number;
  /** Whether each write goes to a file that a restart reads again. */
  appendOnly: boolean;
}

const PATIENCE = 4000;

/** Asks a Redis server about itself, writing nothing. @throws Error with the server's words when it does not answer or does not let us in. */
export async function inspectRedis(redisUrl: string): Promise<RedisFacts> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What goes wrong first is the cause; what the commands say after it is "Connection is closed".
  let cause: Error | undefined;
  redis.on('error', (error: Error) => (cause ??= error));
  try {
    await redis.connect();
    const facts = new Map(
      (await redis.info()).split(/\r?\n/).map((line): [string, string] => {
        const [name = '', value = ''] = line.split(':', 2);
        return [name, value];
      }),
    );
    return {
      version: facts.get('redis_version') ?? '?',
      evicts: facts.get('maxmemory_policy') ?? '?',
      memoryLimit: Number(facts.get('maxmemory') ?? 0),
      appendOnly: facts.get('aof_enabled') === '1',
    };
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
