import { pino } from 'pino';
import { LINK_PATHS } from '../answer/links.ts';
import { withoutSteering } from '../record/steering.ts';
import type { Settings } from '../settings/settings.ts';

/** Structured lines: ids, kinds and domains; never a letter's words, a whole mailbox, a link's token or a password. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

/** Where lines go; standard output by default. */
export interface LogOut {
  write(line: string): unknown;
}

/**
 * The process's log at the level that is set. Every line is looked through once more on its way out, whoever wrote it and whatever an error
 * of a library says: `secrets` are taken out word by word, as are mailboxes (their domain stays), passwords in addresses, and tokens. Control and direction characters are escaped: one line stays one line.
 */
export function createLog(
  level: Settings['logLevel'],
  secrets: readonly string[] = [],
  out: LogOut = process.stdout,
): Log {
  const clean = cleaner(secrets);
  return pino({ level, base: null, redact: REDACTED }, { write: (line) => void out.write(clean(line)) });
}

/** The part of a mailbox that a log may name. */
export function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf('@') + 1);
}

const REDACTED = {
  paths: ['authorization', 'cookie', 'password', 'token', 'secret', '*.authorization', '*.cookie'],
  censor: '…',
};

/** What gives something away by its form alone. Replacements bring no quotation mark, so that a line stays JSON. */
const FORMS: [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s"/@]*:[^\s"/]*@/gi, '$1…@'],
  [new RegExp(`(${Object.values(LINK_PATHS).join('|')})[\\w.~%-]+`, 'g'), '$1…'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 …'],
  [/\b(session|cookie|token|password|secret|key)=[^\s&;"]+/gi, '$1=…'],
  [/[\p{L}\p{N}._%+-]+@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu, '…@$1'],
];

function cleaner(secrets: readonly string[]): (line: string) => string {
  const words = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length);
  return (line) => {
    const known = words.reduce((text, secret) => text.replaceAll(secret, '…'), line);
    const clean = FORMS.reduce((text, [form, instead]) => text.replace(form, instead), known);
    // JSON escapes the oldest controls alone; a terminal or a viewer of logs heeds others too.
    return withoutSteering(clean);
  };
}
