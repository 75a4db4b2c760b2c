import nodemailer from 'nodemailer';
import type { OutgoingMessage } from './message.ts';

/** What became of one try to hand a message to the mail server. `response` is the server's own words, or the error's. */
export type Delivery = { outcome: 'sent' | 'try-later' | 'refused'; response: string };

export interface Mailer {
  /** Never throws: whatever goes wrong is either worth another try or it is not, and is decided here once. */
  send(message: OutgoingMessage): Promise<Delivery>;
  close(): void;
}

/** How long a silent mail server is waited for, in milliseconds. */
export interface Patience {
  connection: number;
  greeting: number;
  reply: number;
}

const PATIENCE: Patience = { connection: 30_000, greeting: 30_000, reply: 60_000 };

/** A mailer for an SMTP server given as `smtp://` or `smtps://`. */
export function createMailer(smtpUrl: string, patience = PATIENCE): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.reply,
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
    close: () => transport.close(),
  };
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
