import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { secretsOf } from '../../src/settings/secrets.ts';
import { parseSettings } from '../../src/settings/settings.ts';

it('names every secret of the settings, as it is written and as it is meant', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const secrets = secretsOf(
    parseSettings({
      DATABASE_URL: 'postgres://u:of-the-database@db/dondoc',
      REDIS_URL: 'redis://:of-redis@cache:6379',
      SMTP_URL: 'smtps://u:of%2Fmail@mail:465',
      BOUNCE_URL: 'imaps://u:of-the-box@mail:993/INBOX',
      API_TOKENS: 'mot-cua:of-a-program-24-characters',
      ...{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'of-sign-on' },
      ...{ MAIL_FROM: 'a@kontum.example', DKIM_SELECTOR: 's1', DKIM_KEY: key },
      HEARTBEAT_URL: 'https://watcher.example/ping/of-the-watcher',
    }),
  );
  expect(secrets).toEqual(
    expect.arrayContaining([
      ...['of-the-database', 'of-redis', 'of%2Fmail', 'of/mail', 'of-the-box'],
      ...['of-a-program-24-characters', 'of-sign-on', '/ping/of-the-watcher'],
    ]),
  );
  expect(secrets.some((secret) => secret.includes('PRIVATE KEY'))).toBe(true);
});
