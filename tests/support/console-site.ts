import { sql } from 'kysely';
import { openAccountDesk } from '../../src/account/account-desk.ts';
import type { Role } from '../../src/account/account.ts';
import { openSession } from '../../src/account/sessions.ts';
import { instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { consoleApp, type ConsoleParts } from '../../src/console/console.ts';
import { CONSOLE } from '../../src/console/console-env.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { startWeb, type Web } from '../../src/web/server.ts';
import { freePort, WIDE } from './answer-site.ts';
import { applyAt, empty } from './record.ts';
import { unmarked } from './unmarked.ts';

/** Whom a visitor is signed in as; an officer with the unit that it follows up for, a unit as itself. */
export type Visitor =
  { role: 'viewer' | 'admin' } | { role: 'officer' | 'unit'; folder: string; unit: string };

/** The console over a real record, on a clock moved by hand. */
export class ConsoleSite {
  web!: Web;
  today: IsoDate = '2019-10-07';
  readonly logged: unknown[] = [];
  readonly db: RecordDb;
  schedule: Schedule;
  readonly #parts: Partial<ConsoleParts>;

  constructor(db: RecordDb, schedule: Schedule, parts: Partial<ConsoleParts> = {}) {
    this.db = db;
    this.schedule = schedule;
    this.#parts = parts;
  }

  async open(): Promise<void> {
    const port = await freePort();
    this.web = await startWeb({
      host: '127.0.0.1',
      port,
      status: async () => ({}),
      log: (error) => this.logged.push(error),
      console: consoleApp({
        accounts: openAccountDesk(this.db, () => this.now()),
        publicUrl: `http://127.0.0.1:${port}`,
        trustProxy: false,
        limits: WIDE,
        ...this.#parts,
      }),
    });
  }

  /** An empty record, planned on `day`. */
  async begin(day: IsoDate): Promise<void> {
    await empty(this.db);
    await this.moveTo(day);
  }

  async moveTo(day: IsoDate): Promise<void> {
    this.today = day;
    await applyAt(this.db, this.schedule, day, { time: '09:00' });
  }

  now(): Date {
    return instantAt(this.today, '09:30');
  }

  /** The address of a page of the console: `at('/thang')`. */
  at(path: string): string {
    return `${this.web.url}${CONSOLE}${path}`;
  }

  /** A browser that is signed in; its account's password is not one that anybody knows. */
  async browserOf(visitor: Visitor): Promise<Browser> {
    const name = visitorName(visitor);
    const { role } = visitor;
    const place = 'unit' in visitor ? visitor : { folder: null, unit: null };
    await this.db
      .insertInto('account')
      .values({
        ...{ name, role, folder: place.folder, unit: place.unit },
        ...{ password: 'none', one_time: false, made_at: this.now() },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return new Browser(await openSession(this.db, this.now(), name));
  }

  close(): Promise<void> {
    return this.web.close();
  }
}

/** What a page of the console answered. */
export interface Shown {
  status: number;
  body: string;
  headers: Headers;
}

/** Asks as a browser that carries a session does; redirects are not followed. */
export class Browser {
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  get(url: string): Promise<Shown> {
    return this.#ask(url, {});
  }

  /** Sends a form as its page would, with the token that the page at `from` (or `url`) carries. */
  async post(url: string, fields: Record<string, string> = {}, from = url): Promise<Shown> {
    const page = await this.get(from);
    const token = /name="form_token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return this.#ask(url, {
      method: 'POST',
      headers: { origin: new URL(url).origin },
      body: new URLSearchParams({ form_token: token, ...fields }),
    });
  }

  /** Sends every field of a form, its token among them. */
  send(url: string, fields: [string, string][]): Promise<Shown> {
    const headers = { origin: new URL(url).origin };
    return this.#ask(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  async #ask(url: string, { headers, ...init }: RequestInit): Promise<Shown> {
    const cookie = `dondoc=${this.token}`;
    const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...headers, cookie } });
    return { status: response.status, body: unmarked(await response.text()), headers: response.headers };
  }
}

/** Every event's name, oldest first. */
export async function happened(db: RecordDb): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .orderBy('id')
    .select(sql<string>`what`.as('what'))
    .execute();
  return rows.map(({ what }) => what);
}

function visitorName({ role }: { role: Role }): string {
  return { unit: 'co.quan', viewer: 'nguoi.xem', officer: 'can.bo', admin: 'quan.tri' }[role];
}
