import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { openAnswerDesk } from '../../src/answer/answer-desk.ts';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import type { Claims } from '../../src/answer/link.ts';
import { createLinks, type Links } from '../../src/answer/links.ts';
import { instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { linkKeys, type StoredKey } from '../../src/record/link-keys.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Limits } from '../../src/web/gate.ts';
import { startWeb, type AnswerParts, type Web } from '../../src/web/server.ts';
import { applyAt, empty } from './record.ts';
import { unmarked } from './unmarked.ts';

export const API_SECRET = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

/** Limits that no ordinary test reaches. */
export const WIDE: Limits = {
  posts: { times: 1_000_000, seconds: 60 },
  postsPerLink: { times: 1_000_000, seconds: 60 },
  mistakes: { times: 1_000_000, seconds: 60 },
};

/** The pages of links over a real record, as a unit's browser reaches them, on a clock moved by hand. */
export class AnswerSite {
  web!: Web;
  links!: Links;
  key!: StoredKey;
  today: IsoDate = '2019-10-07';
  readonly logged: unknown[] = [];

  readonly db: RecordDb;
  schedule: Schedule;
  readonly #parts: Partial<AnswerParts>;

  constructor(db: RecordDb, schedule: Schedule, parts: Partial<AnswerParts> = {}) {
    this.db = db;
    this.schedule = schedule;
    this.#parts = parts;
  }

  async open(): Promise<void> {
    const port = await freePort();
    const publicUrl = this.#parts.publicUrl ?? `http://127.0.0.1:${port}`;
    this.web = await startWeb({
      host: '127.0.0.1',
      port,
      status: async () => ({}),
      log: (error) => this.logged.push(error),
      answers: {
        desk: openAnswerDesk({
          db: this.db,
          now: () => this.now(),
          schedule: () => this.schedule,
          plan: () => applyAt(this.db, this.schedule, this.today, { time: '09:30' }),
          feed: async (folder, unit) => `BEGIN:VCALENDAR ${folder}/${unit} END:VCALENDAR`,
        }),
        board: openBoardDesk({ db: this.db, now: () => this.now(), schedule: () => this.schedule }),
        trustProxy: false,
        apiTokens: [{ name: 'một cửa', secret: API_SECRET, scopes: ['events'] }],
        limits: WIDE,
        ...this.#parts,
        publicUrl,
      },
    });
  }

  /** An empty record, planned on `day`, with a fresh key. */
  async begin(day: IsoDate): Promise<void> {
    await empty(this.db);
    await this.moveTo(day);
    [this.key] = await linkKeys(this.db, this.now(), 'test');
    this.links = createLinks(this.web.url, this.key);
  }

  async moveTo(day: IsoDate): Promise<void> {
    this.today = day;
    await applyAt(this.db, this.schedule, day, { time: '09:00' });
  }

  now(): Date {
    return instantAt(this.today, '09:30');
  }

  close(): Promise<void> {
    return this.web.close();
  }

  answerLink(deadline: string, more: Partial<Extract<Claims, { for: 'answer' }>> = {}): string {
    const unit = deadline.split('/')[2] ?? '';
    const nominal = deadline.split('/')[3] ?? '';
    const of = { deadline, unit, mailbox: `vanthu@${unit}.example`, nominal, ...more };
    return this.links.answer(of, this.today);
  }

  decideLink(deadline: string, unit: string): string {
    return this.links.decide({ deadline, unit, mailbox: `vanthu@${unit}.example` }, this.today);
  }

  deadline(id: string) {
    return this.db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  }

  /** The answers that the record holds, in order: `received by …`. */
  async answers(): Promise<{ kind: string; by: string; mailbox: string | null }[]> {
    return this.db
      .selectFrom('answer')
      .orderBy('deadline')
      .orderBy('number')
      .select(['kind', 'by', 'mailbox'])
      .execute();
  }
}

/** Everything in the record as text: equal texts, equal records. */
export async function dumpOf(db: RecordDb): Promise<string> {
  const tables = [
    'deadline',
    'notice',
    'letter',
    'event',
    'happening',
    'answer',
    'link_key',
    'feed',
  ] as const;
  const parts: string[] = [];
  for (const table of tables) {
    const rows = await db
      .selectFrom(table)
      .select(sql<string>`to_jsonb(${sql.ref(table)}.*)::text`.as('row'))
      .execute();
    parts.push(table, ...rows.map(({ row }) => row).sort());
  }
  return parts.join('\n');
}

export interface Shown {
  status: number;
  body: string;
  headers: Headers;
}

/** Opens a page as a browser does, redirects not followed. */
export async function open(url: string, init: RequestInit = {}): Promise<Shown> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return { status: response.status, body: unmarked(await response.text()), headers: response.headers };
}

/** What the hidden fields of the form `kind` on a page carry. */
export function hiddenFields(body: string, kind: string): Record<string, string> {
  const form = body.split('<form').find((part) => part.includes(`name="kind" value="${kind}"`)) ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

/** Fills in the form `kind` of the page at `url` and sends it, as a browser on our own pages does. */
export async function send(
  url: string,
  kind: string,
  fields: Record<string, string> = {},
  more: { hidden?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Shown> {
  const hidden = more.hidden ?? hiddenFields((await open(url)).body, kind);
  return open(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, ...more.headers },
    body: new URLSearchParams({ ...hidden, ...fields }),
  });
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
