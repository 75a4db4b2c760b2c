import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { createLog } from '../../src/worker/log.ts';
import { changePassword, makeAccount } from '../../src/account/accounts.ts';
import type { Role } from '../../src/account/account.ts';
import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { startWorkerWeb } from '../../src/cli/worker-web.ts';
import { virtualClock, type VirtualClock } from '../../src/clock/clock.ts';
import { openMailbox } from '../../src/mail/built-in-mailbox.ts';
import { openRecord, type RecordDb } from '../../src/record/open-record.ts';
import { parseSettings, type Settings } from '../../src/settings/settings.ts';
import type { Web } from '../../src/web/server.ts';
import { replay } from '../../src/worker/replay.ts';
import { validInstructions } from '../../src/worker/instructions.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { ROOT } from './run-dondoc.ts';

export const PASSWORD = 'mot-mat-khau-de-thu';

/** An account that every replayed console has, all with `PASSWORD`. */
export const ACCOUNTS: Record<Role, string> = {
  unit: 'so.tu.phap',
  viewer: 'nguoi.xem',
  officer: 'can.bo',
  admin: 'quan.tri',
};

/** The units that accounts belong to. */
const UNITS: Partial<Record<Role, string>> = { unit: 'so-tu-phap', officer: 'so-noi-vu' };

/**
 * The Kon Tum plan as it stood on a day: replayed through the real planner, queue and mail, then served by a real worker whose
 * clock stands at 09:30 of the day. Schedules and templates are copies that may be changed.
 */
export class ReplayedConsole {
  readonly folder: string;
  readonly settings: Settings;
  readonly clock: VirtualClock;
  readonly worker: Worker;
  readonly web: Web;
  readonly browser: Browser;

  private constructor(
    parts: Pick<ReplayedConsole, 'folder' | 'settings' | 'clock' | 'worker' | 'web' | 'browser'>,
  ) {
    this.folder = parts.folder;
    this.settings = parts.settings;
    this.clock = parts.clock;
    this.worker = parts.worker;
    this.web = parts.web;
    this.browser = parts.browser;
  }

  /** `before` may change the record after the days that were lived, before the worker opens it. */
  static async open(
    from: IsoDate,
    day: IsoDate,
    { smtpUrl, before }: { smtpUrl?: string; before?: (db: RecordDb, now: Date) => Promise<void> } = {},
  ): Promise<ReplayedConsole> {
    const folder = await mkdtemp(join(tmpdir(), 'dondoc-console-'));
    for (const part of ['schedules', 'templates'])
      await cp(join(ROOT, part), join(folder, part), { recursive: true });
    const settings = parseSettings({
      DATA_DIR: join(folder, 'data'),
      SCHEDULES: join(folder, 'schedules'),
      TEMPLATES: join(folder, 'templates'),
      PORT: '0',
      ...(smtpUrl !== undefined && { SMTP_URL: smtpUrl }),
    });
    await live(settings, from, day, before);
    const clock = virtualClock(instantAt(day, '09:30'));
    const log = createLog('silent');
    const worker = await startWorker(settings, clock, log);
    const web = await startWorkerWeb(worker, settings, log, clock);
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    return new ReplayedConsole({ folder, settings, clock, worker, web, browser });
  }

  /** A browser window of `width` in which an account has signed in by the page. */
  async signedIn(role: Role, width = 1440): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${this.web.url}/quan-ly`);
    await page.getByLabel('Tên tài khoản').fill(ACCOUNTS[role]);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/dang-nhap'));
    await page.close();
    return context;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.web.close();
    await this.worker.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Lives the days before `day` in the settings' own record, and makes the accounts. */
async function live(
  settings: Settings,
  from: IsoDate,
  day: IsoDate,
  before?: (db: RecordDb, now: Date) => Promise<void>,
): Promise<void> {
  const mailbox = await openMailbox({ folder: join(settings.dataDir, 'mailbox') });
  const place = { folder: settings.dataDir };
  try {
    await replay({
      ...{ from, to: addDays(day, -1), record: place, keep: true, queueName: 'letters' },
      instructions: await validInstructions(settings.schedules, settings.templates),
      ...{ smtpUrl: mailbox.url, mailFrom: settings.mailFrom, publicUrl: settings.publicUrl },
      onSent: () => undefined,
      onError: (error) => {
        throw error;
      },
    });
  } finally {
    await mailbox.close();
  }
  const record = await openRecord(place);
  try {
    const now = instantAt(day, '07:00');
    for (const [role, name] of Object.entries(ACCOUNTS) as [Role, string][]) {
      const place = UNITS[role] === undefined ? {} : { folder: 'kon-tum-2019', unit: UNITS[role] };
      const old = await makeAccount(record.db, now, 'test', { name, role, ...place });
      await changePassword(record.db, now, name, { old, fresh: PASSWORD });
    }
    await before?.(record.db, now);
  } finally {
    await record.close();
  }
}
