import { ImapFlow } from 'imapflow';
import type { ImapPlace } from '../settings/bounce-source.ts';
import { LARGEST_MESSAGE, MOST_MESSAGES, type BounceBox } from './bounce-box.ts';

/** How long a silent server is waited for, in milliseconds. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/**
 * A mailbox on an IMAP server (RFC 9051): unseen messages, which are flagged Seen when they have been read, or moved to another folder where
 * one is named. Each reading is a connection of its own.
 */
export function imapBox(place: ImapPlace): BounceBox {
  return {
    read: (take) => connected(place, (client) => readFolder(client, place, take)),
    check: () => connected(place, (client) => lookAt(client, place)),
  };
}

async function connected<T>(place: ImapPlace, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { host, port, user, password, security } = place;
  const client = new ImapFlow({
    ...{ host, port, secure: security === 'tls', auth: { user, pass: password }, logger: false },
    ...(security === 'starttls' && { doSTARTTLS: true }),
    ...(security === 'none' && { doSTARTTLS: false }),
    ...PATIENCE,
  });
  // Whatever goes wrong also fails the command at hand; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw new Error(describe(error), { cause: error });
  } finally {
    client.close();
  }
}

async function lookAt(client: ImapFlow, { folder, moveTo }: ImapPlace): Promise<number> {
  await client.mailboxOpen(folder, { readOnly: true });
  const found = await client.search({ seen: false }, { uid: true });
  if (moveTo !== undefined) await client.status(moveTo, { messages: true });
  await client.logout();
  return (found || []).length;
}

async function readFolder(
  client: ImapFlow,
  { folder, moveTo }: ImapPlace,
  take: Parameters<BounceBox['read']>[0],
): Promise<number> {
  const { uidValidity } = await client.mailboxOpen(folder);
  const found = await client.search({ seen: false }, { uid: true });
  const uids = (found || []).slice(0, MOST_MESSAGES);
  let count = 0;
  for (const uid of uids) {
    const facts = await client.fetchOne(String(uid), { size: true }, { uid: true });
    if (facts === false) continue;
    const large = (facts.size ?? 0) > LARGEST_MESSAGE;
    const message = large ? facts : await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (message === false) continue;
    if (large) await take({ tooLarge: `imap:${folder};${uidValidity}/${uid}` });
    else if (message.source === undefined) continue;
    else await take({ raw: message.source });
    const put =
      moveTo === undefined
        ? await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
        : await client.messageMove(String(uid), moveTo, { uid: true });
    if (put === false)
      throw new Error(
        `The server did not mark or move what was read${moveTo === undefined ? '' : ` (to ${moveTo})`}`,
      );
    count += 1;
  }
  await client.logout();
  return count;
}

/** The server's own words; never what was sent to it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, responseText } = error as Error & { code?: string; responseText?: string };
  return [code, responseText ?? error.message].filter((part) => part !== undefined).join(': ');
}
