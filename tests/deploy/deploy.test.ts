import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SECRETS } from '../../src/settings/secret-files.ts';
import { parseSettings, SETTING_NAMES } from '../../src/settings/settings.ts';

const serviceShape = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  stop_grace_period: z.string().optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  command: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.unknown()).optional(),
});
const compose = z
  .looseObject({
    services: z.record(z.string(), serviceShape),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }));
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const unit = readFileSync('deploy/dondoc.service', 'utf8');
const secretLines = readFileSync('deploy/secrets.conf', 'utf8');
const asService = readFileSync('deploy/dondoc-as-service', 'utf8');

/** What a process needs beyond STOP_SECONDS to write down what became of its letters and to close. */
const CLOSING = 15;
/** Of Node and systemd, not of ours. */
const OTHERS = new Set(['NODE_ENV', 'CREDENTIALS_DIRECTORY']);

function isKnown(name: string): boolean {
  const secret = SECRETS.find((known) => name === `${known}_FILE`);
  return OTHERS.has(name) || SETTING_NAMES.includes(name) || secret !== undefined;
}

/** Every value of a directive of the unit, in order. */
function valuesOf(directive: string): string[] {
  return unit
    .split('\n')
    .flatMap((line) => (line.startsWith(`${directive}=`) ? [line.slice(directive.length + 1)] : []));
}

function stopSecondsIn(environment: Record<string, string>): number {
  return parseSettings(environment).stopSeconds;
}

describe('compose.yaml', () => {
  const ours = Object.entries(compose.services).filter(([, { image }]) => image.startsWith('dondoc'));

  it('sets only what the settings know, on every process of ours', () => {
    expect(ours.map(([name]) => name)).toEqual(['web', 'worker']);
    for (const [, { environment = {} }] of ours)
      expect(Object.keys(environment).filter((name) => !isKnown(name))).toEqual([]);
  });

  it('gives letters in hand their time before it kills', () => {
    for (const [, { environment = {}, stop_grace_period: grace = '' }] of ours) {
      const stop = stopSecondsIn({ STOP_SECONDS: environment.STOP_SECONDS ?? '' });
      expect(grace).toMatch(/^\d+s$/);
      expect(parseInt(grace)).toBeGreaterThanOrEqual(stop + CLOSING);
    }
  });

  it('holds no secret, and takes each from a file that it declares', () => {
    for (const { environment = {}, secrets = [] } of Object.values(compose.services)) {
      for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
      for (const [name, value] of Object.entries(environment)) {
        if (name.endsWith('_FILE'))
          expect(secrets.map((secret) => `/run/secrets/${secret}`)).toContain(value);
        else expect(`${name}=${value}`).not.toMatch(/password|token|key=|secret|:\/\/[^/]*@/i);
      }
    }
  });

  it('waits for a Postgres and a Redis that are well, and Redis throws nothing away', () => {
    for (const name of ['postgres', 'redis'])
      expect(compose.services[name]?.healthcheck?.test[0]).toBe('CMD');
    // While the first start makes the database, its server answers on the socket.
    expect(compose.services.postgres?.healthcheck?.test.join(' ')).toContain('-h 127.0.0.1');
    expect(Object.keys(compose.services.web?.depends_on ?? {})).toEqual(['postgres', 'redis']);
    const command = compose.services.redis?.command?.join(' ') ?? '';
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });

  it('names versions and declares the volumes that it uses', () => {
    for (const { image, volumes = [] } of Object.values(compose.services)) {
      expect(image).toMatch(/:\d+\.\d+/);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });
});

/** What the image is made of, besides the packages. */
const COPIED = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(([, line = '']) =>
  line.split(' '),
);

describe('the Dockerfile', () => {
  it('sets only what the settings know, and copies only what is there', () => {
    const set = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' '));
    expect(set.length).toBeGreaterThan(0);
    for (const pair of set) expect(isKnown(pair.split('=')[0] ?? ''), pair).toBe(true);
    expect(COPIED).toContain('src');
    for (const path of COPIED) expect(existsSync(path), path).toBe(true);
  });

  it('runs as an account of its own, and asks the page of health on the port that it serves', () => {
    expect(dockerfile).toMatch(/^USER dondoc$/m);
    const port = /PORT=(\d+)/.exec(dockerfile)?.[1] ?? 'none';
    expect(dockerfile).toContain(`http://127.0.0.1:${port}/healthz`);
    expect(dockerfile).toContain(`EXPOSE ${port}`);
  });

  it('asks for nothing that only BuildKit can do', () => {
    expect(dockerfile).not.toMatch(
      /^(?:COPY|ADD|RUN) .*--(?:chmod|mount|link|parents|exclude|network|security)\b/m,
    );
    expect(dockerfile).not.toMatch(/<<|^# syntax=/m);
  });

  it('is given all that it copies by .dockerignore', () => {
    const allowed = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(allowed.sort()).toEqual([...new Set(COPIED)].map((path) => `!${path}`).sort());
  });
});

describe('dondoc.service', () => {
  it('sets only what the settings know', () => {
    for (const pair of valuesOf('Environment')) expect(isKnown(pair.split('=')[0] ?? ''), pair).toBe(true);
  });

  it('is handed secrets by their names, in a file of its own that an upgrade leaves alone', () => {
    expect(unit).not.toContain('LoadCredential');
    const handed = [...secretLines.matchAll(/^#?LoadCredential=(\w+):\/etc\/dondoc\/secrets\/(\w+)$/gm)];
    expect(handed.map(([, name]) => name).sort()).toEqual([...SECRETS].sort());
    for (const [, name, file] of handed) expect(file).toBe(name);
  });

  it('gives letters in hand their time, and tries again for ever unless that mends nothing', () => {
    const stop =
      valuesOf('Environment')
        .find((pair) => pair.startsWith('STOP_SECONDS='))
        ?.split('=')[1] ?? '';
    expect(parseInt(valuesOf('TimeoutStopSec')[0] ?? '')).toBeGreaterThanOrEqual(
      stopSecondsIn({ STOP_SECONDS: stop }) + CLOSING,
    );
    expect(valuesOf('Restart')).toEqual(['on-failure']);
    expect(valuesOf('StartLimitIntervalSec')).toEqual(['0']);
    expect(valuesOf('RestartPreventExitStatus')).toEqual(['78']);
  });

  it('may write only its own state', () => {
    expect(valuesOf('ProtectSystem')).toEqual(['strict']);
    expect(valuesOf('NoNewPrivileges')).toEqual(['yes']);
    expect(valuesOf('StateDirectory')).toEqual(['dondoc']);
    for (const pair of valuesOf('Environment').filter((text) =>
      /^(DATA_DIR|SCHEDULES|TEMPLATES)=/.test(text),
    ))
      expect(pair).toMatch(/=\/var\/lib\/dondoc\//);
  });

  it('starts the same program as the commands, in the same folders', () => {
    for (const pair of valuesOf('Environment').filter((text) =>
      /^(DATA_DIR|SCHEDULES|TEMPLATES)=/.test(text),
    ))
      expect(asService).toContain(pair);
    const program = /\/opt\/dondoc\/(src\S+)/.exec(valuesOf('ExecStart')[0] ?? '')?.[1] ?? '';
    expect(asService).toContain(`/opt/dondoc/${program}`);
    expect(existsSync(program)).toBe(true);
    expect(existsSync('node_modules/tsx/dist/loader.mjs')).toBe(true);
  });
});

it.each(['deploy/dondoc-in-container', 'deploy/dondoc-as-service'])(
  '%s is a program that sh can read',
  (script) => {
    expect(() => execFileSync('sh', ['-n', script])).not.toThrow();
  },
);
