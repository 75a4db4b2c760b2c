import nodemailer from 'nodemailer';
import { readableLine } from '../record/readable-line.ts';
import type { Dkim } from './dkim.ts';
import type { OutgoingMessage } from './message.ts';
import { tlsOptions, type TlsWish } from './tls-rule.ts';

/**
 * What became of one try to hand a message to the mail server. `response` is the server's own words, or the error's: at most 500
 * characters on one line, none of them hidden.
 */
export type Delivery = {
  /** `stopped`: we hung up before the server had answered, because this process ends. The letter may have arrived. */
  outcome: 'sent' | 'try-later' | 'refused' | 'stopped';
  response: string;
};

export interface Mailer {
  /** Never throws: whatever goes wrong is either worth another try or it is not, and is decided here once. */
  send(message: OutgoingMessage): Promise<Delivery>;
  /** Connects, signs in where that is asked for, and leaves again. @throws Error with the server's words, after at most some seconds. */
  check(): Promise<void>;
  /** Hangs up on every letter in hand; they and all that come later end as `stopped`. */
  hangUp(): void;
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

/** How letters are to be protected on their way. */
export interface Protection {
  tls?: TlsWish;
  /** Absent: letters are not signed by us. */
  dkim?: Dkim | undefined;
}

const UNREADABLE = 'Máy chủ thư trả lời bằng những ký tự không đọc được.';
const STOPPED = 'Hệ thống dừng trước khi máy chủ thư trả lời.';

/** A mailer for an SMTP server given as `smtp://` or `smtps://`. */
export function createMailer(
  smtpUrl: string,
  patience = PATIENCE,
  { tls = {}, dkim }: Protection = {},
): Mailer {
  const place = { url: smtpUrl, ...tlsOptions(smtpUrl, tls) };
  const transport = nodemailer.createTransport({
    ...place,
    pool: true,
    maxConnections: 4,
    ...timeouts(patience),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
  });
  const stopped = new AbortController();
  return {
    async send(message) {
      try {
        const info = await transport.sendMail({ ...message, signal: stopped.signal });
        return { outcome: isTaken(info.response) ? 'sent' : 'try-later', response: wordsOf(info.response) };
      } catch (error) {
        if (stopped.signal.aborted) return { outcome: 'stopped', response: STOPPED };
        return {
          outcome: isRefusal(error) ? 'refused' : 'try-later',
          response: wordsOf(describe(error)),
        };
      }
    },
    async check() {
      const caller = nodemailer.createTransport({ ...place, ...timeouts(CHECK_PATIENCE) });
      try {
        await caller.verify();
      } catch (error) {
        throw new Error(wordsOf(describe(error)), { cause: error });
      } finally {
        caller.close();
      }
    },
    hangUp: () => stopped.abort(),
    close: () => transport.close(),
  };
}

function timeouts({ connection, greeting, reply }: Patience) {
  return { connectionTimeout: connection, greetingTimeout: greeting, socketTimeout: reply };
}

/** The library takes every reply that begins with a 2; only three digits say that the letter was taken (RFC 5321, 4.2), in each line. */
function isTaken(response: string): boolean {
  return response.split(/\r?\n/).every((line) => /^2\d\d(?!\d)/.test(line));
}

/** Words that somebody can read, whatever the server said. */
function wordsOf(response: string): string {
  return readableLine(response) || UNREADABLE;
}

/**
 * Permanent is only what the server says for good about this recipient or this message (RFC 5321, 4.2.1: replies 5yz to RCPT TO
 * or DATA). A refused login, sender or greeting is the installation's fault, not the letter's: an admin can mend it within
 * the days that tries go on.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as Error & { responseCode?: number; command?: string };
  if (responseCode === undefined || responseCode < 500 || responseCode > 599) return false;
  return (command === 'RCPT TO' || command === 'DATA') && !ABOUT_THE_TALK.has(responseCode);
}

/**
 * Replies that speak of how we talk, at whatever step they come: commands unknown or out of order (RFC 5321, 4.2.2), and a login that is asked
 * for or too weak (RFC 4954, 6), as from a server that sends for those alone who sign in.
 */
const ABOUT_THE_TALK: ReadonlySet<number> = new Set([500, 502, 503, 504, 530, 534, 535, 538]);

/** The server's words, or the error's; an admin reads them, so that a way that is not safe is told in plain Vietnamese. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, response, command } = error as Error & { code?: string; response?: string; command?: string };
  const words = response ?? (code === undefined ? error.message : `${code}: ${error.message}`);
  if (command === 'STARTTLS' && response !== undefined)
    return `Chưa gửi: máy chủ thư không nhận kết nối mã hóa (STARTTLS) mà SMTP_TLS đòi phải có. Máy chủ trả lời: ${words}`;
  if (code === 'ETLS' || (response === undefined && isCertificateFault(error)))
    return `Chưa gửi: không lập được kết nối mã hóa (TLS) với máy chủ thư, hoặc không xác thực được chứng thư số của máy chủ: ${words}`;
  return words;
}

/** What Node says of a certificate that it does not trust, or of a server that does not speak TLS. */
function isCertificateFault({ message }: Error): boolean {
  return /certificate|\bSSL\b|\bTLS\b/i.test(message);
}
