import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode, type Answer } from 'dns-packet';

/** What a name holds; a type that is not given has no answer, a name that is not given does not exist. */
export interface Zone {
  [name: string]: { TXT?: string[]; MX?: [number, string][]; A?: string[]; AAAA?: string[] };
}

/** A DNS server on a free UDP port of the loopback address, whose zone may be exchanged at any time. */
export interface DnsServer {
  /** As `--dns` takes it. */
  server: string;
  zone: Zone;
  close(): Promise<void>;
}

/** RFC 1035, 4.1.1: the name does not exist. */
const NXDOMAIN = 3;
const LONGEST_PIECE = 255;

/** Opens a server that answers by `zone`. Texts are cut into pieces as DNS carries them. */
export async function startDns(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const dns: DnsServer = {
    server: '',
    zone,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (question === undefined) return;
    const name = question.name.toLowerCase();
    const held = dns.zone[name];
    socket.send(
      encode({
        type: 'response',
        ...(id !== undefined && { id }),
        flags: held === undefined ? NXDOMAIN : 0,
        questions,
        answers: held === undefined ? [] : answersOf(name, question.type, held),
      }),
      port,
      address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  dns.server = `127.0.0.1:${socket.address().port}`;
  return dns;
}

function answersOf(name: string, type: string, held: Zone[string]): Answer[] {
  switch (type) {
    case 'TXT':
      return (held?.TXT ?? []).map((text) => ({ type, name, data: pieces(text) }));
    case 'MX':
      return (held?.MX ?? []).map(([preference, exchange]) => ({
        type,
        name,
        data: { preference, exchange },
      }));
    case 'A':
      return (held?.A ?? []).map((data) => ({ type, name, data }));
    case 'AAAA':
      return (held?.AAAA ?? []).map((data) => ({ type, name, data }));
    default:
      return [];
  }
}

function pieces(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / LONGEST_PIECE) }, (_, index) =>
    text.slice(index * LONGEST_PIECE, (index + 1) * LONGEST_PIECE),
  );
}
