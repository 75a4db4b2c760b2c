import { z } from 'zod';
import type { ApiToken } from './api-tokens.ts';
import type { BounceSource } from './bounce-source.ts';
import type { MailFrom } from './mail-from.ts';
import { readSecretFiles, type Environment } from './secret-files.ts';
import { variables } from './variables.ts';

/** The name of every setting, as `.env.example` explains them; a secret may also stand in the file that NAME_FILE names. */
export const SETTING_NAMES: readonly string[] = Object.keys(variables);

/** As the mailer takes it: `rule` absent is required, except to this machine itself. */
interface TlsWish {
  rule?: 'required' | 'opportunistic' | 'off' | undefined;
  /** PEM certificates of authorities to be trusted beside Node's own. */
  authorities?: string | undefined;
}

/** How this installation is set. `.env.example` explains every line. */
export interface Settings {
  /** Postgres server of the record; absent: the embedded record in `dataDir`. */
  databaseUrl?: string;
  /** Redis server of the queue; absent: the queue lives in the record's Postgres. */
  redisUrl?: string;
  /** Mail server; absent: the built-in mailbox, and nothing leaves the machine. */
  smtpUrl?: string;
  /** How the way to it is protected. */
  smtpTls: TlsWish;
  /** What letters are signed with (RFC 6376); absent: they are not signed by us. */
  dkim?: { domain: string; selector: string; key: string };
  dataDir: string;
  host: string;
  port: number;
  /** The address at which others reach the pages. */
  publicUrl: string;
  /** Whether a proxy of ours stands before the pages, so that its X-Forwarded-For tells who asks. */
  trustProxy: boolean;
  /** Which programs may come in, and for what. */
  apiTokens: ApiToken[];
  /** The organisation's own sign-in server; absent: accounts sign in by their passwords alone. */
  signOn?: { issuer: string; clientId: string; clientSecret: string; claim: string };
  schedules: string;
  templates: string;
  mailFrom: MailFrom;
  /** Who is told when the system itself is not well; nobody when empty. In lower case, each once. */
  adminMailboxes: string[];
  /** An outside watcher's address that is asked for as long as all is well; it is a secret. */
  heartbeatUrl?: string;
  /** The mailbox that returned mail comes to; absent: it is not read. */
  bounces?: BounceSource;
  /** Letters sent at the same time by one process. */
  sendConcurrency: number;
  /** How long letters in hand may take to end once the process is told to stop. */
  stopSeconds: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The environment cannot be used; `problems` names every bad variable, one line each. */
export class BadSettings extends Error {
  override name = 'BadSettings';
  constructor(problems: string[]) {
    super(['The settings cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/**
 * Reads the process's environment, and a `.env` file in the working folder for what the environment leaves open.
 * @throws BadSettings naming all problems at once.
 */
export function readSettings(): Settings {
  try {
    process.loadEnvFile();
  } catch {
    // No .env file: the environment alone speaks.
  }
  return parseSettings(process.env);
}

/** Whether output to a terminal (or not) is coloured: https://no-color.org. */
export function wantsColour(isTerminal: boolean): boolean {
  return isTerminal && !process.env.NO_COLOR;
}

/**
 * The settings in `environment`, with the secrets that it says are in files; an empty variable counts as absent.
 * @throws BadSettings
 */
export function parseSettings(environment: Environment): Settings {
  const secrets = readSecretFiles(environment);
  const given = Object.fromEntries(Object.entries(secrets.environment).filter(([, value]) => value?.trim()));
  const result = z.object(variables).safeParse(given);
  const problems = result.error?.issues.map(({ path, message }) => {
    const name = path.join('.');
    const file = secrets.origins.get(name);
    return `${name}${file === undefined ? '' : ` in ${file}`} ${message}`;
  });
  if (!result.success || secrets.problems.length > 0)
    throw new BadSettings([...secrets.problems, ...(problems ?? [])]);
  if (result.data.SMTP_TLS === 'off' && result.data.SMTP_URL?.startsWith('smtps'))
    throw new BadSettings(['SMTP_TLS cannot be off for an smtps:// server']);
  const { DATABASE_URL, REDIS_URL, SMTP_URL, PUBLIC_URL, ...rest } = result.data;
  const signOn = signOnOf(result.data);
  const dkim = dkimOf(result.data);
  return {
    ...(signOn !== undefined && { signOn }),
    ...(dkim !== undefined && { dkim }),
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    ...(SMTP_URL !== undefined && { smtpUrl: SMTP_URL }),
    smtpTls: { rule: rest.SMTP_TLS, authorities: rest.SMTP_CA_FILE },
    dataDir: rest.DATA_DIR,
    host: rest.HOST,
    port: rest.PORT,
    publicUrl: PUBLIC_URL ?? `http://${rest.HOST}:${rest.PORT}`,
    trustProxy: rest.TRUST_PROXY === '1',
    apiTokens: rest.API_TOKENS,
    schedules: rest.SCHEDULES,
    templates: rest.TEMPLATES,
    mailFrom: {
      ...rest.MAIL_FROM,
      ...(rest.BOUNCE_ADDRESS !== undefined && { returnTo: rest.BOUNCE_ADDRESS }),
    },
    ...(rest.BOUNCE_URL !== undefined && { bounces: rest.BOUNCE_URL }),
    adminMailboxes: rest.ADMIN_MAILBOX,
    ...(rest.HEARTBEAT_URL !== undefined && { heartbeatUrl: rest.HEARTBEAT_URL }),
    sendConcurrency: rest.SEND_CONCURRENCY,
    stopSeconds: rest.STOP_SECONDS,
    logLevel: rest.LOG_LEVEL,
  };
}

/** @throws BadSettings when only some of what a sign-in server needs is set. */
function signOnOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_CLAIM: claim,
}: {
  [name in 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET']?: string | undefined;
} & { OIDC_CLAIM: string }): Settings['signOn'] {
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret, claim };
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  throw new BadSettings(['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together']);
}

/** @throws BadSettings when only some of what a signature needs is set. */
function dkimOf({
  DKIM_DOMAIN: domain,
  DKIM_SELECTOR: selector,
  DKIM_KEY: key,
  MAIL_FROM: { domain: usual },
}: {
  [name in 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_KEY']?: string | undefined;
} & { MAIL_FROM: MailFrom }): Settings['dkim'] {
  if (selector !== undefined && key !== undefined) return { domain: domain ?? usual, selector, key };
  if (selector === undefined && key === undefined && domain === undefined) return undefined;
  throw new BadSettings(['DKIM_SELECTOR and DKIM_KEY_FILE (or DKIM_KEY) go together']);
}
