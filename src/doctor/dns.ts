import { Resolver } from 'node:dns/promises';
import { readableLine } from '../record/readable-line.ts';

/** DNS did not answer: nothing is known, which is not the same as "there is none". */
export class NoDns extends Error {
  override name = 'NoDns';
}

/** What is asked of DNS. Each answers an empty list where there is nothing. @throws NoDns */
export interface Dns {
  /** Texts under a name, each with its pieces joined (RFC 7208, 3.3). */
  texts(name: string): Promise<string[]>;
  /** IPv4 and IPv6 addresses. */
  addresses(name: string): Promise<string[]>;
  /** Mail servers, best first; `''` as the only one says that the domain takes no mail (RFC 7505). */
  mailServers(name: string): Promise<string[]>;
}

const PATIENCE = 3000;
const TRIES = 2;
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the machine's own resolvers, or `server` as `address` or `address:port`. @throws TypeError when `server` is no address. */
export function openDns(server?: string): Dns {
  const resolver = new Resolver({ timeout: PATIENCE, tries: TRIES });
  if (server !== undefined) resolver.setServers([server]);
  return {
    texts: async (name) =>
      (await answers(() => resolver.resolveTxt(name))).map((pieces) => readableText(pieces.join(''))),
    addresses: async (name) => [
      ...(await answers(() => resolver.resolve4(name))),
      ...(await answers(() => resolver.resolve6(name))),
    ],
    mailServers: async (name) =>
      (await answers(() => resolver.resolveMx(name)))
        .sort((a, b) => a.priority - b.priority)
        .map(({ exchange }) => exchange),
  };
}

async function answers<T>(ask: () => Promise<T[]>): Promise<T[]> {
  try {
    return await ask();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (NOTHING.has(code ?? '')) return [];
    throw new NoDns(`DNS không trả lời (${code ?? readableLine(message)})`, { cause: error });
  }
}

/** A key is longer than a line that is read; anybody may put anything there. */
function readableText(text: string): string {
  return text.slice(0, 4096).replace(/[\p{Cc}\p{Cf}]/gu, '');
}
