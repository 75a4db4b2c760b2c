import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** Where in a letter's delivery the trouble comes; `stored`: the letter is kept, its 250 not yet said. */
export type Stage = 'greeting' | 'auth' | 'mail' | 'rcpt' | 'data' | 'stored';

/** What the server does there instead of going on: answers with this code (and these words), waits and then goes on, says nothing for ever, or cuts the connection. */
export type Trouble = number | { code: number; words: string } | { until: Promise<void> } | 'hang' | 'cut';

export interface SinkLetter {
  from: string;
  to: string[];
  raw: Buffer;
  /** Whether it came over TLS. */
  encrypted: boolean;
  /** With its angle brackets. */
  messageId: string;
}

/** A mail server that keeps letters in memory and fails as it is told. */
export interface SmtpSink {
  url: string;
  /** The letters kept so far; one that came twice is here twice. */
  letters: SinkLetter[];
  /** Asked at every stage; undefined: no trouble. May be exchanged at any time. */
  trouble: (stage: Stage, recipient: string) => Trouble | undefined;
  /** Resolves when at least `count` letters have been kept. */
  received(count: number): Promise<void>;
  /** Ends every open connection without a word. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Opens a sink on a free port; with `login` it wants some user and password first, with `tls` it offers STARTTLS. */
export async function startSmtpSink({
  login = false,
  tls,
}: { login?: boolean; tls?: { key: string; cert: string } } = {}): Promise<SmtpSink> {
  const waiting: { count: number; resolve: () => void }[] = [];
  type Next = (error?: Error | null) => void;

  const meet = (
    stage: Stage,
    session: SMTPServerSession,
    next: Next,
    otherwise: Next = next,
    recipient = session.envelope?.rcptTo?.[0]?.address ?? '',
  ) => {
    const trouble = sink.trouble(stage, recipient);
    if (trouble === undefined) return otherwise();
    if (trouble === 'cut') return cut(session);
    if (trouble === 'hang') return;
    if (typeof trouble === 'object' && 'until' in trouble) return void trouble.until.then(() => otherwise());
    const { code, words } =
      typeof trouble === 'number' ? { code: trouble, words: `as told at ${stage}` } : trouble;
    next(Object.assign(new Error(words), { responseCode: code }));
  };
  const cut = ({ id }: SMTPServerSession) => {
    for (const connection of server.connections)
      if (connection.session.id === id) connection._socket.destroy();
  };

  const server = new SMTPServer({
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    ...tls,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect: (session, next) => meet('greeting', session, next),
    onAuth: (_auth, session, next) => meet('auth', session, next, () => next(null, { user: 'user' })),
    onMailFrom: (_address, session, next) => meet('mail', session, next),
    // The session does not have the recipient yet.
    onRcptTo: ({ address }, session, next) => meet('rcpt', session, next, next, address),
    onData(stream, session, next) {
      if (sink.trouble('data', session.envelope.rcptTo[0]?.address ?? '') === 'cut') {
        stream.once('data', () => cut(session));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () =>
        meet('data', session, next, () => {
          keep(session, Buffer.concat(chunks));
          meet('stored', session, next);
        }),
      );
    },
  });

  function keep({ envelope, secure }: SMTPServerSession, raw: Buffer): void {
    sink.letters.push({
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      to: envelope.rcptTo.map(({ address }) => address),
      raw,
      encrypted: secure,
      messageId: /^message-id:\s*(<[^>]*>)/im.exec(raw.toString('latin1'))?.[1] ?? '',
    });
    for (const { count, resolve } of waiting) if (sink.letters.length >= count) resolve();
  }

  // A client that gives up on its own is part of the game.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const sink: SmtpSink = {
    url: `smtp://${login ? 'user:password@' : ''}127.0.0.1:${port}`,
    letters: [],
    trouble: () => undefined,
    received: (count) =>
      new Promise((resolve) => {
        if (sink.letters.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    hangUp: () => server.connections.forEach(({ _socket }) => _socket.destroy()),
    close: () => new Promise((closed) => server.close(closed)),
  };
  return sink;
}
