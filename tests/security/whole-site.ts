import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changePassword, makeAccount } from '../../src/account/accounts.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { workerWeb } from '../../src/cli/worker-web.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { startWeb, webApp, type Web } from '../../src/web/server.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { Browser } from '../support/console-site.ts';

const NAME = 'quan.tri';
const PASSWORD = 'mot-mat-khau-de-thu';
const SECRET = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

/** One route of the site: `POST /quan-ly/su-kien`. */
export interface Route {
  method: string;
  /** With its parameters' patterns, as the router holds it. */
  path: string;
  /** An address that leads to it. */
  address: string;
}

/** Everything that `dondoc start` serves, over a real worker on the embedded record whose clock stands still. */
export class WholeSite {
  readonly web: Web;
  readonly routes: readonly Route[];
  readonly logged: readonly unknown[];
  readonly #worker: Worker;
  readonly #folder: string;

  private constructor(web: Web, routes: Route[], logged: unknown[], worker: Worker, folder: string) {
    this.web = web;
    this.routes = routes;
    this.logged = logged;
    this.#worker = worker;
    this.#folder = folder;
  }

  static async open(): Promise<WholeSite> {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-whole-'));
    const settings = parseSettings({
      ...{ DATA_DIR: folder, PORT: '0' },
      API_TOKENS: `thu:${SECRET}:events|answers|read|metrics`,
    });
    const now = instantAt('2026-10-14', '09:30');
    const record = await openRecord({ folder });
    const old = await makeAccount(record.db, now, 'test', { name: NAME, role: 'admin' });
    await changePassword(record.db, now, NAME, { old, fresh: PASSWORD });
    await record.close();
    const clock = virtualClock(now);
    const log = createLog('silent');
    const worker = await startWorker(settings, clock, log);
    const logged: unknown[] = [];
    const parts = { ...workerWeb(worker, settings, log, clock), log: (error: unknown) => logged.push(error) };
    return new WholeSite(await startWeb(parts), routesOf(parts), logged, worker, folder);
  }

  /** A browser in which the admin has signed in. */
  async signedIn(): Promise<Browser> {
    const response = await fetch(`${this.web.url}/quan-ly/dang-nhap`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.web.url },
      body: new URLSearchParams({ name: NAME, password: PASSWORD }),
    });
    return new Browser(/dondoc=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '');
  }

  /** What a program with every scope sends along. */
  bearer(): Record<string, string> {
    return { authorization: `Bearer ${SECRET}` };
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.#worker.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A route may be held by several handlers; those that hold for every method are guards. */
function routesOf(parts: Parameters<typeof webApp>[0]): Route[] {
  const handlers = webApp(parts).routes.filter(({ method }) => method !== 'ALL');
  const names = new Set(handlers.map(({ method, path }) => `${method} ${path}`));
  return [...names].map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path, address: addressOf(path) };
  });
}

function addressOf(path: string): string {
  return path
    .replace(':id{thu-[\\w-]+}', 'thu-0123')
    .replace(/:\w+\{\[0-9\]\+\\\.eml\}/, '1.eml')
    .replace(/:\w+\{\[0-9\]\+\}/, '1')
    .replace(/:\w+\{\.\+\\\.ics\}/, 'x.ics')
    .replace(/:\w+/, 'x')
    .replace('*', 'x');
}
