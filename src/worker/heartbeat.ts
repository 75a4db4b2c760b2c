import type { Log } from './log.ts';

/** What an outside watcher is told as long as all is well; when it hears nothing, it is the one that raises the alarm. */
export interface Heartbeat {
  /** Asks for the watcher's address, without keeping anybody waiting. */
  send(): void;
  /** Waits for what is under way, and ends it. */
  close(): Promise<void>;
}

/** A slow watcher is given up on long before the next beat, in milliseconds. */
const PATIENCE = 10_000;

/** A heartbeat to `url`, which is a secret and never logged; `heard` is told how each ended. */
export function openHeartbeat(
  url: string,
  log: Log,
  heard: (outcome: 'ok' | 'failed') => void,
  patience = PATIENCE,
): Heartbeat {
  const stop = new AbortController();
  const underWay = new Set<Promise<void>>();
  const ping = async () => {
    const problem = await ask(url, AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]));
    if (stop.signal.aborted) return;
    heard(problem === undefined ? 'ok' : 'failed');
    if (problem !== undefined) log.warn({ problem }, 'heartbeat not taken');
  };
  return {
    send() {
      const sent = ping().finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    async close() {
      stop.abort();
      await Promise.all(underWay);
    },
  };
}

/** What went wrong, without the address; undefined: the watcher answered with a status of success. */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal, headers: { 'User-Agent': 'dondoc' } });
    await answer.body?.cancel();
    return answer.ok ? undefined : `status ${answer.status}`;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? name;
  }
}
