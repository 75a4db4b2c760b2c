import { z } from 'zod';
import { parseApiTokens } from './api-tokens.ts';
import { parseMailboxes } from './mailboxes.ts';
import { parseBounceSource } from './bounce-source.ts';
import { parseMailFrom } from './mail-from.ts';
import { readCertificates } from './certificates.ts';
import { readDkimKey } from './dkim-key.ts';

/** Labels of letters, digits and hyphens between dots (RFC 1123, 2.1). */
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

const ENCODE =
  'percent-encode what is special in user and password (# is %23, @ is %40, / is %2F, ? is %3F, % is %25)';

/** Each variable of the environment as it must look, by its name; one that is absent has its default here, or none. */
export const variables = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must look like redis://host:6379' }).optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: `must look like smtp://user:password@host:587 or smtps://host:465; ${ENCODE}`,
    })
    // nodemailer would take its options from there, also the one that turns the check of certificates off.
    .refine((url) => !/[?#]/.test(url), {
      error: `must end after the port: SMTP_TLS and SMTP_CA_FILE say the rest; ${ENCODE}`,
    })
    .optional(),
  SMTP_TLS: z
    .enum(['required', 'opportunistic', 'off'], { error: 'must be required, opportunistic or off' })
    .optional(),
  SMTP_CA_FILE: z.string().transform(readCertificates).optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(HOST_NAME, { error: 'must look like kontum.example' })
    .toLowerCase()
    .optional(),
  DKIM_SELECTOR: z.string().regex(HOST_NAME, { error: 'must look like dondoc2026' }).optional(),
  DKIM_KEY: z.string().transform(readDkimKey).optional(),
  DATA_DIR: z.string().default('data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8019),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must look like https://host' }).optional(),
  TRUST_PROXY: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  API_TOKENS: z
    .string()
    .default('')
    .transform((text, issues) => {
      const tokens = parseApiTokens(text);
      if (tokens === undefined)
        issues.addIssue(
          'must look like name:secret,name:secret:read|metrics with different names, secrets of at least 24 characters, and the scopes events, answers, read, metrics',
        );
      return tokens ?? z.NEVER;
    }),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must look like https://sign-in.host' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLAIM: z.string().default('preferred_username'),
  SCHEDULES: z.string().default('schedules'),
  TEMPLATES: z.string().default('templates'),
  MAIL_FROM: z
    .string()
    .default('Hệ thống theo dõi, nhắc hạn nhiệm vụ <don-doc@dondoc.example>')
    .transform((text, issues) => {
      const from = parseMailFrom(text);
      if (from === undefined) issues.addIssue('must look like Name <box@domain>, without line breaks');
      return from ?? z.NEVER;
    }),
  ADMIN_MAILBOX: z
    .string()
    .default('')
    .transform((text, issues) => {
      const mailboxes = parseMailboxes(text);
      if (mailboxes === undefined)
        issues.addIssue('must look like box@domain, or several separated by commas');
      return mailboxes ?? z.NEVER;
    }),
  HEARTBEAT_URL: z.url({ protocol: /^https?$/, error: 'must look like https://host/ping/secret' }).optional(),
  BOUNCE_URL: z
    .string()
    .transform((text, issues) => {
      const source = parseBounceSource(text.trim());
      if (source === undefined)
        issues.addIssue(
          'must look like imaps://user:password@host:993/INBOX, imap://user:password@host/INBOX (STARTTLS), imap+insecure://user:password@host/INBOX, or maildir:/path',
        );
      return source ?? z.NEVER;
    })
    .optional(),
  BOUNCE_ADDRESS: z.email({ error: 'must look like box@domain' }).optional(),
  SEND_CONCURRENCY: wholeNumber(1, 50).default(4),
  STOP_SECONDS: wholeNumber(1, 600).default(25),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
};

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}
