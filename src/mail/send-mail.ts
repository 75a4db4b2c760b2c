import nodemailer from 'nodemailer';
import type { OutgoingMessage } from './message.ts';

/** What became of one try to hand a message to the mail server. `response` is the server's own words, or the error's. */
export type Delivery = { outcome: 'sent' | 'try-later' | 'refused'; response: string };

export interface Mailer {
  /** Never throws: whatever goes wrong is either worth another try or it is not, and is decided here once. */
  send(message: OutgoingMessage): Promise<Delivery>;
  /** Connects, signs in where that is asked for, and leaves again. @throws Error with the server's words, after at most some seconds. */
  check(): Promise<void>;
  close(): void;
}

/** How long a silent mail server is waited for, in milliseconds. */
export interface Patience {
  connection: number;
  greeting: number;
  reply: number;
}

const PATIENCE: Patience = { connection: 30_000, greeting: 30_000, reply: 60_000 };

/** Somebody looks at a page and waits for it. */
const CHECK_PATIENCE: Patience = { connection: 3000, greeting: 3000, reply: 3000 };

/** A mailer for an SMTP server given as `smtp://` or `smtps://`. */
export function createMailer(smtpUrl: string, patience = PATIENCE): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    ...timeouts(patience),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      try {
        const info = await transport.sendMail(message);
        return { outcome: 'sent', response: info.response };
      } catch (error) {
        return { outcome: isRefusal(error) ? 'refused' : 'try-later', response: describe(error) };
      }
    },
    async check() {
      const caller = nodemailer.createTransport({ url: smtpUrl, ...timeouts(CHECK_PATIENCE) });
      try {
        await caller.verify();
      } catch (error) {
        throw new Error(describe(error), { cause: error });
      } finally {
        caller.close();
      }
    },
    close: () => transport.close(),
  };
}

function timeouts({ connection, greeting, reply }: Patience) {
  return { connectionTimeout: connection, greetingTimeout: greeting, socketTimeout: reply };
}

/**
 * Permanent is only what the server says for good about this recipient or this message (RFC 5321, 4.2.1: replies 5yz to RCPT TO
 * or DATA). A refused login, sender or greeting is the installation's fault, not the letter's: an admin can mend it within
 * the days that tries go on.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as Error & { responseCode?: number; command?: string };
  if (responseCode === undefined || responseCode < 500) return false;
  return command === 'RCPT TO' || command === 'DATA';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, response } = error as Error & { code?: string; response?: string };
  return response ?? (code === undefined ? error.message : `${code}: ${error.message}`);
}
