import type { Settings } from './settings.ts';

/** Every secret that the settings hold, as it is written there: what no log may show. */
export function secretsOf(settings: Settings): string[] {
  const { databaseUrl, redisUrl, smtpUrl, apiTokens, signOn, dkim, heartbeatUrl, bounces } = settings;
  const passwords = [databaseUrl, redisUrl, smtpUrl].flatMap((url) => {
    if (url === undefined) return [];
    const { password } = new URL(url);
    return [password, decoded(password)];
  });
  const secrets: (string | undefined)[] = [
    ...passwords,
    ...apiTokens.map(({ secret }) => secret),
    signOn?.clientSecret,
    dkim?.key,
    bounces !== undefined && 'imap' in bounces ? bounces.imap.password : undefined,
    heartbeatUrl,
    // A ping address is a secret by its path; a log line may name the path alone.
    heartbeatUrl === undefined ? undefined : new URL(heartbeatUrl).pathname,
  ];
  return [...new Set(secrets.filter((secret) => secret !== undefined))].filter(
    ({ length }) => length >= SHORTEST,
  );
}

/** Whatever is shorter would blot out harmless words everywhere. */
const SHORTEST = 4;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
