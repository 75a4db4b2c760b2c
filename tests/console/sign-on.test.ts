import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAccountDesk } from '../../src/account/account-desk.ts';
import { makeAccount } from '../../src/account/accounts.ts';
import { signIn } from '../../src/account/sessions.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { ConsoleSite } from '../support/console-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { serverMissing } from '../support/servers.ts';

const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
const CLIENT = { clientId: 'dondoc', clientSecret: 'only-for-this-test-0123456789' };

let record: OpenRecord;
let site: ConsoleSite;
let provider: Server;
let issuer: string;
let browser: Browser;
let page: Page;

describe.skipIf(serverMissing('chromium'))('signing in at the organisation’s server', () => {
  beforeAll(async () => {
    record = await openTestRecord();
    let answer: RequestListener = () => undefined;
    provider = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    site = new ConsoleSite(record.db, SCHEDULE, {
      accounts: openAccountDesk(record.db, () => site.now(), { issuer, ...CLIENT, claim: 'sub' }),
    });
    await site.open();
    answer = new Provider(issuer, {
      clients: [
        {
          ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret },
          redirect_uris: [site.at('/dang-nhap/ve')],
        },
      ],
    }).callback();
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, SLOW);
  beforeEach(async () => {
    await site.begin('2019-10-09');
    page = await (await browser.newContext()).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    provider.close();
    await record.close();
  });

  async function enter(name: string): Promise<void> {
    await page.goto(site.at('/dang-nhap'));
    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản của tỉnh' }).click();
    await page.locator('[name=login]').fill(name);
    await page.locator('[name=password]').fill('anything');
    await page.locator('[type=submit]').click();
    await page.locator('[type=submit]').click();
    await page.waitForURL((url) => url.href.startsWith(site.web.url));
  }

  it('opens the console to whoever has an account, whose handed-out password serves no more', async () => {
    const password = await makeAccount(record.db, site.now(), 'test', { name: 'can.xem', role: 'viewer' });
    await enter('Can.Xem');
    await page.goto(site.at('/mat-khau'));
    expect(await page.getByRole('button', { name: 'Đăng xuất' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'can.xem' }).count()).toBe(1);
    await expect(signIn(record.db, site.now(), 'can.xem', password)).rejects.toThrow('không đúng');
  });

  it('tells whoever has none, and lets them see nothing', async () => {
    await enter('nguoi.la');
    expect(await page.getByRole('alert').textContent()).toContain('chưa được cấp quyền');
    await page.goto(site.at('/mat-khau'));
    expect(page.url()).toContain('/dang-nhap');
  });

  it('takes nothing that another browser began, and nothing made up', async () => {
    await makeAccount(record.db, site.now(), 'test', { name: 'can.xem', role: 'viewer' });
    const answers = ['?code=x&state=y', '', '?error=access_denied'];
    for (const answer of answers) {
      const response = await fetch(site.at(`/dang-nhap/ve${answer}`), { redirect: 'manual' });
      expect(response.status).toBe(422);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });
});

it('a server that does not answer is told, and passwords still serve', async () => {
  const own = await openTestRecord();
  const accounts = openAccountDesk(own.db, () => lone.now(), {
    issuer: 'http://127.0.0.1:9',
    ...CLIENT,
    claim: 'sub',
  });
  const lone = new ConsoleSite(own.db, SCHEDULE, { accounts });
  await lone.open();
  try {
    const response = await fetch(lone.at('/dang-nhap/di'), { redirect: 'manual' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Máy chủ đăng nhập tập trung chưa trả lời');
    const password = await makeAccount(own.db, lone.now(), 'test', { name: 'can.xem', role: 'viewer' });
    await expect(accounts.signIn('can.xem', password)).resolves.toBeTypeOf('string');
  } finally {
    await lone.close();
    await own.close();
  }
});
