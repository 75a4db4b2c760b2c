import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that answers every command with whatever bytes it is told to, understood or not. */
export interface RawSmtp {
  url: string;
  /** How many letters were handed over whole. */
  letters: number;
  /** The bytes for a command's word, or for `greeting` and `stored`. May be exchanged at any time. */
  reply: (word: string) => Buffer;
  close(): Promise<void>;
}

/** What a plain server answers. */
export function plainReply(word: string): Buffer {
  const code = { greeting: 220, DATA: 354, QUIT: 221 }[word] ?? 250;
  return Buffer.from(`${code} OK\r\n`);
}

/** Opens a raw server on a free port. */
export async function startRawSmtp(): Promise<RawSmtp> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that gives up on its own is part of the game.
    socket.on('error', () => undefined);
    talk(socket, server);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const server: RawSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    letters: 0,
    reply: plainReply,
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
  return server;
}

function talk(socket: Socket, server: RawSmtp): void {
  let heard = '';
  let isLetter = false;
  socket.write(server.reply('greeting'));
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    for (;;) {
      const end = isLetter ? '\r\n.\r\n' : '\r\n';
      const at = heard.indexOf(end);
      if (at < 0) return;
      const word = isLetter ? 'stored' : (/^\w+/.exec(heard)?.[0].toUpperCase() ?? '');
      heard = heard.slice(at + end.length);
      if (isLetter) server.letters += 1;
      isLetter = word === 'DATA';
      socket.write(server.reply(word));
    }
  });
}
