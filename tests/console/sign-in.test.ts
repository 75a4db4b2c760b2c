import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeAccount } from '../../src/account/accounts.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { Browser, ConsoleSite } from '../support/console-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });

let record: OpenRecord;
let site: ConsoleSite;

beforeAll(async () => {
  record = await openTestRecord();
  site = new ConsoleSite(record.db, SCHEDULE);
  await site.open();
}, SLOW);
beforeEach(() => site.begin('2019-10-09'));
afterAll(async () => {
  await site.close();
  await record.close();
});

function signIn(fields: Record<string, string>, origin = site.web.url) {
  return fetch(site.at('/dang-nhap'), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams(fields),
  });
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie') ?? '';
}

function browserOf(response: Response): Browser {
  return new Browser(/^dondoc=([^;]+)/.exec(cookieOf(response))?.[1] ?? '');
}

it('a visitor is led to sign in, sets a password of their own, and from then on goes where they wanted', async () => {
  const password = await makeAccount(record.db, site.now(), 'test', { name: 'xem', role: 'viewer' });
  const asked = await new Browser('x').get(site.at('/mat-khau?a=1'));
  expect(asked.status).toBe(303);
  expect(asked.headers.get('location')).toBe('/quan-ly/dang-nhap?tiep=%2Fquan-ly%2Fmat-khau%3Fa%3D1');

  const entered = await signIn({ name: ' XEM ', password, next: '/quan-ly/thang?thang=2019-10' });
  expect(entered.status).toBe(303);
  expect(entered.headers.get('location')).toBe('/quan-ly/thang?thang=2019-10');
  expect(cookieOf(entered)).toMatch(/^dondoc=[\w-]{43}; Path=\/quan-ly; HttpOnly; SameSite=Lax$/);

  const browser = browserOf(entered);
  const led = await browser.get(site.at('/dang-nhap-roi'));
  expect(led.headers.get('location')).toBe('/quan-ly/mat-khau');
  const fresh = 'một mật khẩu của riêng tôi';
  const changed = await browser.post(site.at('/mat-khau'), { old: password, fresh, again: fresh });
  expect(changed.status).toBe(303);
  expect((await browser.get(site.at('/mat-khau'))).status).toBe(303);

  const again = browserOf(await signIn({ name: 'xem', password: fresh, next: '' }));
  expect((await again.get(site.at('/mat-khau'))).status).toBe(200);
  const out = await again.post(site.at('/dang-xuat'), {}, site.at('/mat-khau'));
  expect(out.headers.get('set-cookie')).toContain('dondoc=;');
  expect((await again.get(site.at('/mat-khau'))).status).toBe(303);
});

it.each([
  'https://other.example/',
  '//other.example',
  '/quan-ly//other.example\\x',
  '/quan-lyx',
  '/\\other.example',
  '/quan-ly?a b',
  'javascript:alert(1)',
])('signing in never leads to %s', async (next) => {
  const password = await makeAccount(record.db, site.now(), 'test', { name: 'xem', role: 'viewer' });
  const location = (await signIn({ name: 'xem', password, next })).headers.get('location') ?? '';
  expect(new URL(location, site.web.url).origin).toBe(new URL(site.web.url).origin);
  expect(new URL(location, site.web.url).pathname).toMatch(/^\/quan-ly/);
});

it('a wrong password is refused in words that tell nothing, and gives no cookie', async () => {
  await makeAccount(record.db, site.now(), 'test', { name: 'xem', role: 'viewer' });
  const refused = await signIn({ name: '"><script>', password: 'sai', next: '/quan-ly' });
  expect(refused.status).toBe(422);
  expect(cookieOf(refused)).toBe('');
  const body = await refused.text();
  expect(body).toContain('Tên tài khoản hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa.');
  expect(body).not.toContain('<script>');
});

it('a form that another site sends signs nobody in', async () => {
  const password = await makeAccount(record.db, site.now(), 'test', { name: 'xem', role: 'viewer' });
  const refused = await signIn({ name: 'xem', password, next: '' }, 'https://other.example');
  expect(refused.status).toBe(403);
  expect(cookieOf(refused)).toBe('');
});

it('a form without the token of its session changes nothing', async () => {
  const browser = await site.browserOf({ role: 'viewer' });
  const sent = await fetch(site.at('/dang-xuat'), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.web.url, cookie: `dondoc=${browser.token}` },
    body: new URLSearchParams({ form_token: 'x'.repeat(32) }),
  });
  expect(sent.status).toBe(403);
  expect((await browser.get(site.at('/mat-khau'))).status).toBe(200);
});

it('the cookie travels over TLS alone when the public address is one of TLS', async () => {
  const safe = new ConsoleSite(record.db, SCHEDULE, { publicUrl: 'https://dondoc.example' });
  await safe.open();
  try {
    const password = await makeAccount(record.db, site.now(), 'test', { name: 'xem', role: 'viewer' });
    const response = await fetch(safe.at('/dang-nhap'), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://dondoc.example' },
      body: new URLSearchParams({ name: 'xem', password }),
    });
    expect(cookieOf(response)).toContain('; Secure');
  } finally {
    await safe.close();
  }
});

it('a flood of sign-ins is told to wait', async () => {
  const limits = {
    posts: { times: 3, seconds: 600 },
    postsPerLink: { times: 9, seconds: 9 },
    mistakes: { times: 9, seconds: 9 },
  };
  const narrow = new ConsoleSite(record.db, SCHEDULE, { limits });
  await narrow.open();
  try {
    const attempt = async () =>
      (
        await fetch(narrow.at('/dang-nhap'), {
          method: 'POST',
          headers: { origin: narrow.web.url },
          body: new URLSearchParams({ name: 'xem', password: 'sai' }),
        })
      ).status;
    expect([await attempt(), await attempt(), await attempt(), await attempt()]).toEqual([
      422, 422, 422, 429,
    ]);
  } finally {
    await narrow.close();
  }
});

it('no page is kept, framed or indexed, and its programs are our own', async () => {
  const { headers } = await (await site.browserOf({ role: 'admin' })).get(site.at('/mat-khau'));
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  const policy = (headers.get('content-security-policy') ?? '').split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.join()).not.toMatch(/unsafe|https:|\*/);
});
