import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A connection through the proxy: what the client says passes `up`, what the server says passes `down`, each as it came or not at all. */
export interface Watch {
  up(chunk: Buffer): void;
  down(chunk: Buffer): void;
}

/** A way through to a server that can be cut, fall silent or become slow. */
export interface CutProxy {
  port: number;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Passes nothing on and says nothing: what is sent meanwhile goes on its way when the silence ends. */
  silence(): void;
  /** Holds back what the server says for so many milliseconds. */
  slowDown(milliseconds: number): void;
  /** As in the beginning. */
  mend(): void;
  close(): Promise<void>;
}

/** Opens a way to the server at `url`, on this machine, on a free port; each connection is watched by a `watch` of its own, which may kill who speaks. */
export async function openProxy(url: string, watch?: () => Watch): Promise<CutProxy> {
  const target = Number(new URL(url).port);
  const pairs = new Set<[Socket, Socket]>();
  let mood: 'open' | 'cut' | 'silent' = 'open';
  let delay = 0;
  const server = createServer((client) => {
    if (mood === 'cut') return client.destroy();
    const upstream = connect(target, '127.0.0.1');
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    const watching = watch?.();
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
    if (mood === 'silent') for (const socket of pair) socket.pause();
    client.on('data', (chunk: Buffer) => {
      watching?.up(chunk);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      watching?.down(chunk);
      if (delay === 0) client.write(chunk);
      else setTimeout(() => client.write(chunk), delay);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hangUp = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    port,
    cut() {
      mood = 'cut';
      hangUp();
    },
    silence() {
      mood = 'silent';
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    slowDown(milliseconds) {
      delay = milliseconds;
    },
    mend() {
      mood = 'open';
      delay = 0;
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
    async close() {
      hangUp();
      server.close();
      await once(server, 'close');
    },
  };
}
