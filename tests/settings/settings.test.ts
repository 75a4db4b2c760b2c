import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BadSettings, parseSettings, SETTING_NAMES, wantsColour } from '../../src/settings/settings.ts';
import { ROOT } from '../support/run-dondoc.ts';

afterEach(() => vi.unstubAllEnvs());

const SECRET = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

describe('the settings', () => {
  it('need nothing: everything has a default that keeps letters on this machine', () => {
    const settings = parseSettings({});
    expect(settings).toEqual({
      smtpTls: {},
      dataDir: 'data',
      host: '127.0.0.1',
      port: 8019,
      publicUrl: 'http://127.0.0.1:8019',
      trustProxy: false,
      apiTokens: [],
      schedules: 'schedules',
      templates: 'templates',
      mailFrom: {
        name: 'Hệ thống theo dõi, nhắc hạn nhiệm vụ',
        address: 'don-doc@dondoc.example',
        domain: 'dondoc.example',
      },
      adminMailboxes: [],
      sendConcurrency: 4,
      stopSeconds: 25,
      logLevel: 'info',
    });
  });

  it('take every variable', () => {
    expect(
      parseSettings({
        DATABASE_URL: 'postgres://u:p@db:5432/dondoc',
        REDIS_URL: 'rediss://cache:6379',
        SMTP_URL: 'smtps://user:pass@mail:465',
        SMTP_TLS: 'opportunistic',
        DATA_DIR: '/var/lib/dondoc',
        HOST: '0.0.0.0',
        PORT: '80',
        PUBLIC_URL: 'https://dondoc.kontum.example',
        TRUST_PROXY: '1',
        API_TOKENS: `một cửa:${SECRET}, khác:${SECRET}x:metrics|read`,
        OIDC_ISSUER: 'https://sign-in.kontum.example',
        OIDC_CLIENT_ID: 'dondoc',
        OIDC_CLIENT_SECRET: 'xyz',
        OIDC_CLAIM: 'email',
        SCHEDULES: '/etc/dondoc/schedules',
        TEMPLATES: '/etc/dondoc/templates',
        MAIL_FROM: 'Sở Nội vụ <nhac-han@KonTum.example>',
        ADMIN_MAILBOX: 'Quan-Tri@kontum.example, truc@kontum.example,quan-tri@kontum.example',
        HEARTBEAT_URL: 'https://watcher.example/ping/abc',
        SEND_CONCURRENCY: '10',
        STOP_SECONDS: '60',
        LOG_LEVEL: 'warn',
      }),
    ).toEqual({
      smtpTls: { rule: 'opportunistic' },
      databaseUrl: 'postgres://u:p@db:5432/dondoc',
      redisUrl: 'rediss://cache:6379',
      smtpUrl: 'smtps://user:pass@mail:465',
      dataDir: '/var/lib/dondoc',
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://dondoc.kontum.example',
      trustProxy: true,
      apiTokens: [
        { name: 'một cửa', secret: SECRET, scopes: ['events'] },
        { name: 'khác', secret: `${SECRET}x`, scopes: ['read', 'metrics'] },
      ],
      signOn: {
        issuer: 'https://sign-in.kontum.example',
        clientId: 'dondoc',
        clientSecret: 'xyz',
        claim: 'email',
      },
      schedules: '/etc/dondoc/schedules',
      templates: '/etc/dondoc/templates',
      mailFrom: { name: 'Sở Nội vụ', address: 'nhac-han@KonTum.example', domain: 'kontum.example' },
      adminMailboxes: ['quan-tri@kontum.example', 'truc@kontum.example'],
      heartbeatUrl: 'https://watcher.example/ping/abc',
      sendConcurrency: 10,
      stopSeconds: 60,
      logLevel: 'warn',
    });
  });

  it('take an empty variable as one that is not set', () => {
    expect(parseSettings({ REDIS_URL: '', PORT: '  ', MAIL_FROM: '' })).toEqual(parseSettings({}));
  });

  it('name every bad variable at once', () => {
    const bad = {
      DATABASE_URL: 'mysql://db',
      REDIS_URL: 'redis',
      SMTP_URL: 'http://mail',
      PORT: '70000',
      PUBLIC_URL: 'ftp://here',
      TRUST_PROXY: 'yes',
      API_TOKENS: 'mot-cua:short',
      MAIL_FROM: 'nobody',
      ADMIN_MAILBOX: 'quan-tri@kontum.example, nobody',
      HEARTBEAT_URL: 'watcher.example',
      SEND_CONCURRENCY: '0.5',
      LOG_LEVEL: 'loud',
    };
    expect(() => parseSettings(bad)).toThrow(BadSettings);
    const message = messageOf(bad);
    const named = message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(' ')[0]);
    expect(named.toSorted()).toEqual(Object.keys(bad).sort());
  });

  it('repeat no password in a complaint', () => {
    expect(messageOf({ SMTP_URL: 'smpt://user:geheim@mail' })).not.toContain('geheim');
    expect(messageOf({ API_TOKENS: 'a:geheim' })).not.toContain('geheim');
  });
});

describe('API_TOKENS', () => {
  it.each([
    ['a secret of 23 characters', `a:${SECRET.slice(1)}`],
    ['no name', `:${SECRET}`],
    ['no secret', 'a'],
    ['a name used twice', `a:${SECRET},a:${SECRET}x`],
    ['a scope that there is not', `a:${SECRET}:everything`],
    ['an empty scope', `a:${SECRET}:`],
    ['more than scopes', `a:${SECRET}:read:x`],
    ['a secret that no header can carry', `a:${SECRET.slice(2)} ă`],
  ])('refuses %s', (_what, text) => {
    expect(messageOf({ API_TOKENS: text })).toContain('API_TOKENS must look like');
  });
});

describe('the way to the mail server', () => {
  it('takes no options from the address, which could turn the check of certificates off', () => {
    expect(messageOf({ SMTP_URL: 'smtp://mail?tls.rejectUnauthorized=false' })).toContain(
      'SMTP_URL must end after the port',
    );
  });

  it.each(['smtps://u:p@ss#1@host:465', 'smtps://u:p?1@host:465', 'smtps://u:p/1@host:465'])(
    'says how %s is to be written',
    (url) => {
      const message = messageOf({ SMTP_URL: url });
      expect(message).toMatch(
        /^ {2}SMTP_URL must .*percent-encode .*# is %23, @ is %40, \/ is %2F.*% is %25/m,
      );
      expect(message).not.toContain('p@ss');
    },
  );

  it('takes what is special percent-encoded', () => {
    const url = 'smtps://u:p%40ss%231%2F%25@host:465';
    expect(parseSettings({ SMTP_URL: url }).smtpUrl).toBe(url);
    expect(readFileSync(join(ROOT, '.env.example'), 'utf8')).toContain('# is %23, @ is %40, / is %2F');
  });

  it('cannot be plain and encrypted at once', () => {
    expect(messageOf({ SMTP_URL: 'smtps://mail', SMTP_TLS: 'off' })).toContain('smtps://');
  });

  it('wants certificates in SMTP_CA_FILE', () => {
    expect(messageOf({ SMTP_CA_FILE: '/nowhere/ca.pem' })).toMatch(/SMTP_CA_FILE cannot be read: ENOENT/);
    expect(messageOf({ SMTP_CA_FILE: join(ROOT, 'package.json') })).toContain('holds no certificate');
  });
});

describe('DKIM_…', () => {
  const key = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();

  it('signs for the domain of MAIL_FROM unless another is set', () => {
    const set = { MAIL_FROM: 'a@kontum.example', DKIM_SELECTOR: 's1', DKIM_KEY: key(2048) };
    expect(parseSettings(set).dkim).toMatchObject({ domain: 'kontum.example', selector: 's1' });
    expect(parseSettings({ ...set, DKIM_DOMAIN: 'Other.example' }).dkim?.domain).toBe('other.example');
  });

  it('refuses a key that nobody would accept, and half of what a signature needs', () => {
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(messageOf({ DKIM_SELECTOR: 's1', DKIM_KEY: key(1024) })).toContain('at least 2048 bits, not 1024');
    expect(messageOf({ DKIM_SELECTOR: 's1', DKIM_KEY: ed25519.toString() })).toContain('must be an RSA key');
    expect(messageOf({ DKIM_SELECTOR: 's1', DKIM_KEY: 'geheim' })).toMatch(
      /DKIM_KEY must be a private key in PEM/,
    );
    expect(messageOf({ DKIM_SELECTOR: 'a; p=', DKIM_KEY: key(2048) })).toContain(
      'DKIM_SELECTOR must look like',
    );
    expect(messageOf({ DKIM_SELECTOR: 's1' })).toContain('go together');
    expect(messageOf({ DKIM_DOMAIN: 'kontum.example' })).toContain('go together');
  });
});

describe('OIDC_…', () => {
  it('is complete or absent', () => {
    expect(parseSettings({}).signOn).toBeUndefined();
    expect(messageOf({ OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_ID: 'x' })).toContain('go together');
  });
});

describe('MAIL_FROM', () => {
  it.each([
    ['box@dondoc.example', { name: '', address: 'box@dondoc.example' }],
    ['<box@dondoc.example>', { name: '', address: 'box@dondoc.example' }],
    ['"Sở Nội vụ" <box@dondoc.example>', { name: 'Sở Nội vụ', address: 'box@dondoc.example' }],
    ['  Sở Nội vụ  <box@dondoc.example> ', { name: 'Sở Nội vụ', address: 'box@dondoc.example' }],
  ])('is read from “%s”', (text, expected) => {
    expect(parseSettings({ MAIL_FROM: text }).mailFrom).toMatchObject(expected);
  });

  it.each([
    'Sở Nội vụ',
    'a@b@c.example',
    'Tên <x>',
    'Tên\r\nBcc: a@b.example <box@dondoc.example>',
    'Tên <box@dondoc.example> thừa',
  ])('refuses %j', (text) => {
    expect(() => parseSettings({ MAIL_FROM: text })).toThrow(/MAIL_FROM/);
  });
});

describe('.env.example', () => {
  it('lists exactly the variables that the program reads', async () => {
    const example = await readFile(join(ROOT, '.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) =>
      name === 'DKIM_KEY_FILE' ? 'DKIM_KEY' : name,
    );
    expect(SETTING_NAMES).toHaveLength(28);
    expect(listed.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });
});

describe('the mailbox for returned mail', () => {
  const bounces = (url: string) => parseSettings({ BOUNCE_URL: url }).bounces;

  it('is a maildir, or a folder on an IMAP server whose encryption the scheme tells', () => {
    expect(bounces('maildir:/var/mail/don-doc')).toEqual({ maildir: '/var/mail/don-doc' });
    expect(
      bounces(
        'imaps://don-doc%40kontum.example:m%2Fk@mail.example/Tr%E1%BA%A3%20l%E1%BA%A1i?move=%C4%90%C3%A3%20%C4%91%E1%BB%8Dc',
      ),
    ).toEqual({
      imap: {
        ...{ host: 'mail.example', port: 993, user: 'don-doc@kontum.example', password: 'm/k' },
        ...{ folder: 'Trả lại', security: 'tls', moveTo: 'Đã đọc' },
      },
    });
    expect(bounces('imap://u:p@mail.example')).toMatchObject({
      imap: { port: 143, folder: 'INBOX', security: 'starttls' },
    });
    expect(bounces('imap+insecure://u:p@127.0.0.1:1143/INBOX')).toMatchObject({
      imap: { host: '127.0.0.1', port: 1143, security: 'none' },
    });
  });

  it.each([
    'maildir:mail',
    'pop3://u:p@mail.example',
    'imaps://mail.example',
    'imaps://u@mail.example',
    'imaps://u:%E0@mail.example',
    'mail',
  ])('%s is refused, and what is secret in it is not repeated', (url) => {
    expect(messageOf({ BOUNCE_URL: url })).toContain('BOUNCE_URL must look like imaps://');
    expect(messageOf({ BOUNCE_URL: `pop3://u:${SECRET}@mail.example` })).not.toContain(SECRET);
  });

  it('may be another address than the sender’s', () => {
    expect(parseSettings({ BOUNCE_ADDRESS: 'tra-lai@dondoc.example' }).mailFrom).toMatchObject({
      address: 'don-doc@dondoc.example',
      returnTo: 'tra-lai@dondoc.example',
    });
    expect(messageOf({ BOUNCE_ADDRESS: 'tra-lai' })).toContain('BOUNCE_ADDRESS must look like box@domain');
  });
});

describe('colour', () => {
  it('is for terminals, unless NO_COLOR says otherwise', () => {
    vi.stubEnv('NO_COLOR', undefined);
    expect(wantsColour(true)).toBe(true);
    expect(wantsColour(false)).toBe(false);
    vi.stubEnv('NO_COLOR', '1');
    expect(wantsColour(true)).toBe(false);
    vi.stubEnv('NO_COLOR', '');
    expect(wantsColour(true)).toBe(true);
  });
});

function messageOf(environment: Record<string, string>): string {
  try {
    parseSettings(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
