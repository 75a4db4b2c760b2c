import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remedyFor } from './reading-right.ts';

/**
 * The settings that are secret or hold a password. Each may instead stand in a file: named by `NAME_FILE`, or called `NAME` in
 * the folder of systemd's credentials (`CREDENTIALS_DIRECTORY`; systemd.exec(5), LoadCredential=).
 */
export const SECRETS = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'API_TOKENS',
  'OIDC_CLIENT_SECRET',
  'DKIM_KEY',
  'HEARTBEAT_URL',
  'BOUNCE_URL',
] as const;

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SecretsRead {
  /** The environment with every secret that a file held, without the white space around it. */
  environment: Environment;
  /** From which file each of them came, by its name. */
  origins: ReadonlyMap<string, string>;
  /** One line for each file that is of no use, and for each secret that stands in two places. */
  problems: string[];
}

/** Puts the secrets that stand in files into `environment`. Nothing is read where no file is named. */
export function readSecretFiles(environment: Environment): SecretsRead {
  const filled: Record<string, string | undefined> = { ...environment };
  const origins = new Map<string, string>();
  const problems: string[] = [];
  for (const name of SECRETS) {
    const places = placesOf(name, environment);
    const [first, second] = places;
    if (first === undefined) continue;
    if (second !== undefined) {
      problems.push(`${name} stands in two places: ${first.told} and ${second.told}; leave one`);
      continue;
    }
    if (first.file === undefined) continue;
    const text = readSecret(first.file);
    if ('problem' in text) problems.push(`${first.told} ${text.problem}`);
    else {
      filled[name] = text.secret;
      origins.set(name, first.file);
    }
  }
  return { environment: filled, origins, problems };
}

interface Place {
  /** As a complaint names it. */
  told: string;
  /** Absent: the environment itself. */
  file?: string;
}

function placesOf(name: string, environment: Environment): Place[] {
  const file = environment[`${name}_FILE`]?.trim();
  const credential = credentialOf(name, environment);
  return [
    ...(environment[name]?.trim() ? [{ told: `${name} itself` }] : []),
    ...(file ? [{ told: `${name}_FILE (${file})`, file }] : []),
    ...(credential === undefined ? [] : [{ told: `the credential ${credential}`, file: credential }]),
  ];
}

/** The credential's file; undefined when systemd handed over none of this name. */
function credentialOf(name: string, { CREDENTIALS_DIRECTORY: folder }: Environment): string | undefined {
  if (!folder?.trim()) return undefined;
  const file = join(folder, name);
  try {
    readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  }
  return file;
}

function readSecret(file: string): { secret: string } | { problem: string } {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret === '' ? { problem: 'is an empty file' } : { secret };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { problem: `cannot be read: ${WORDS[code ?? '']?.(file) ?? message}` };
  }
}

const WORDS: Record<string, (file: string) => string> = {
  ENOENT: () => 'there is no such file',
  EACCES: (file) => `this account may not read it; as root: ${remedyFor(file)}`,
  EISDIR: () => 'it is a folder',
};
