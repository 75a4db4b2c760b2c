import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailbox, type Mailbox } from '../../src/mail/built-in-mailbox.ts';
import { startWeb, type Web } from '../../src/web/server.ts';
import { unmarked } from '../support/unmarked.ts';

const CHROMIUM = '/usr/bin/chromium';
/** A letter that tries to act: by script, by event handler, by a remote image. */
const HOSTILE = `<p id="mark">untouched</p>
  <script>document.getElementById('mark').textContent = 'script ran'</script>
  <img src="/beacon.png" onerror="document.getElementById('mark').textContent = 'handler ran'">`;
const HOSTILE_NUMBER = 1;
const LETTERS = 250;

let folder: string;
let mailbox: Mailbox;
let web: Web;
const logged: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-mailbox-'));
  mailbox = await openMailbox({ folder });
  const transport = createTransport({ url: mailbox.url, pool: true, maxConnections: 1 });
  await transport.sendMail(letter({ subject: 'Thư <b>lạ</b>', html: HOSTILE, text: undefined }));
  for (let number = 2; number <= LETTERS; number += 1) await transport.sendMail(manyLetter(number));
  transport.close();
  const extra = new Hono()
    .get('/ping', (c) => c.text('pong'))
    .get('/broken', () => {
      throw new Error('secret detail');
    });
  web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    status: async () => ({ 'Thư đã gửi': 1387, 'Kế hoạch <1>': 'kon-tum-2019' }),
    log: (error) => logged.push(error),
    mailbox,
    extra,
  });
});

afterAll(async () => {
  await web.close();
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the list', () => {
  it('shows the newest hundred first and pages through the rest without losing a letter', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => get(`/mailbox?page=${page}`)));
    const numbers = pages.flatMap(({ body }) => listed(body));
    expect(listed(pages[0]?.body ?? '')).toHaveLength(100);
    expect(numbers).toEqual(Array.from({ length: LETTERS }, (_, index) => LETTERS - index));
    expect(pages[1]?.body).toContain('Thư 101 đến 200 trong 250 thư');
    expect(pages[1]?.body).toContain('href="/mailbox?page=3"');
  });

  it('shows the last page when asked for one past the end, the first for nonsense', async () => {
    expect(listed((await get('/mailbox?page=99')).body).at(-1)).toBe(1);
    expect(listed((await get('/mailbox?page=-1')).body)[0]).toBe(LETTERS);
  });

  it('finds letters by recipient or subject, whatever the accents and case', async () => {
    const plain = listed((await get('/mailbox?q=UBND+huyen+dak+glei')).body);
    const accented = listed((await get(`/mailbox?q=${encodeURIComponent('Đăk Glei')}`)).body);
    expect(plain).toHaveLength(50);
    expect(accented).toEqual(plain);
    expect(listed((await get('/mailbox?q=so-42+bao')).body)).toEqual([42]);
    expect((await get('/mailbox?q=khongco')).body).toContain('Không có thư nào khớp');
  });

  it('filters by kind, counts each kind among the found, and keeps both in the links', async () => {
    const { body } = await get('/mailbox?q=dak+glei&kind=overdue');
    expect(listed(body)).toEqual(
      Array.from({ length: LETTERS }, (_, index) => LETTERS - index).filter(
        (number) => number > 1 && number % 5 === 0 && number % 3 === 2,
      ),
    );
    expect(body).toContain('href="/mailbox?q=dak+glei&amp;kind=today"');
    expect(body).toMatch(/Tất cả <b>50<\/b>/);
    expect(body).toMatch(/Quá hạn<\/span> <b>17<\/b>/);
  });

  it('escapes what was typed and what letters say', async () => {
    const { body } = await get(`/mailbox?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(body).not.toContain('<script');
    expect((await get('/mailbox?page=3')).body).toContain('Thư &lt;b&gt;lạ&lt;/b&gt;');
  });

  it('says what will appear when there is nothing yet', async () => {
    const emptyFolder = join(folder, 'empty');
    const empty = await openMailbox({ folder: emptyFolder });
    const other = await startWeb({
      host: '127.0.0.1',
      port: 0,
      status: async () => ({}),
      log: () => {},
      mailbox: empty,
    });
    expect(await (await fetch(`${other.url}/mailbox`)).text()).toContain('Chưa có thư nào');
    await other.close();
    await empty.close();
  });
});

describe('one letter', () => {
  it('shows its headers, its neighbours and where its text is', async () => {
    const { body } = await get('/mailbox/42');
    expect(body).toContain('thứ Hai, 14/10/2019 07:30');
    expect(body).toContain('Sở Tư pháp &lt;van-phong@tuphap.vn&gt;');
    expect(body).toContain('href="/mailbox/41"');
    expect(body).toContain('href="/mailbox/43"');
    expect((await get('/mailbox/42?part=text')).body).toContain('Kính gửi &lt;42&gt;');
    expect((await get('/mailbox/42?part=source')).body).toContain('X-Dondoc-Kind: upcoming');
  });

  it('has no neighbour before the first letter and after the last', async () => {
    expect((await get('/mailbox/1')).body).not.toContain('rel="prev"');
    expect((await get(`/mailbox/${LETTERS}`)).body).not.toContain('rel="next"');
  });

  it('hands out the exact bytes as a file', async () => {
    const response = await fetch(`${web.url}/mailbox/42.eml`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="42.eml"');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(await mailbox.read(42));
  });

  it('serves the HTML part under a policy that allows no script, no form, nothing remote', async () => {
    const { headers, body } = await get(`/mailbox/${HOSTILE_NUMBER}/html`);
    expect(body).toContain('<script>');
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "style-src 'unsafe-inline'", 'img-src data:', 'sandbox']),
    );
    expect(policy.join()).not.toContain('script-src');
    expect((await get(`/mailbox/${HOSTILE_NUMBER}`)).body).toMatch(/<iframe[^>]* sandbox\s/);
  });

  it.each([
    '/mailbox/251',
    '/mailbox/0',
    '/mailbox/251.eml',
    '/mailbox/251/html',
    '/mailbox/99999999999999999999',
  ])('answers 404 in Vietnamese for %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toContain('Không tìm thấy trang');
  });

  it.each([
    '/tra-loi/abc.def.ghi',
    '/quyet-dinh/abc.def.ghi',
    '/su-kien/abc.def.ghi',
    '/lich/abc.def.ghi.ics',
  ])('explains that %s belongs to a rehearsed letter, where only letters are shown', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toContain('Thư chạy thử');
  });

  it.each([
    '/mailbox/../../../../etc/passwd',
    '/mailbox/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/mailbox/1%2f..%2f2',
    '/mailbox/%2e%2e%2f000001.eml',
    '/mailbox/1e0',
    '/mailbox/-1',
    '/assets/..%2fserver.ts',
    '/assets/../server.ts',
  ])('answers 404 to the twisted path %s', async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });
});

describe('the server', () => {
  it('tells the status it was handed, escaped, and where the mailbox is', async () => {
    const { body } = await get('/');
    expect(body).toContain('1.387');
    expect(body).toContain('Kế hoạch &lt;1&gt;');
    expect(body).toContain('href="/mailbox"');
  });

  it('keeps to its own style and no script on its own pages', async () => {
    const { headers, body } = await get('/mailbox');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).not.toMatch(/<script|<style| style=/);
    const css = await fetch(`${web.url}/assets/dondoc.css`);
    expect(css.headers.get('content-type')).toContain('text/css');
  });

  it('answers healthz, mounts what it was handed under /control, and forgives a slash at the end', async () => {
    expect((await get('/healthz')).body).toBe('ok');
    expect((await get('/control/ping')).body).toBe('pong');
    expect(listed((await get('/mailbox/')).body)).toHaveLength(100);
  });

  it('logs an error and shows the reader none of it', async () => {
    const { status, body } = await get('/control/broken');
    expect(status).toBe(500);
    expect(body).toContain('Hệ thống gặp lỗi');
    expect(body).not.toContain('secret detail');
    expect(logged).toEqual([expect.objectContaining({ message: 'secret detail' })]);
  });

  it('has no mailbox and no control when none is handed in', async () => {
    const bare = await startWeb({ host: '127.0.0.1', port: 0, status: async () => ({}), log: () => {} });
    expect((await fetch(`${bare.url}/mailbox`)).status).toBe(404);
    expect((await fetch(`${bare.url}/control/ping`)).status).toBe(404);
    expect(await (await fetch(bare.url)).text()).not.toContain('/mailbox');
    await bare.close();
    await expect(fetch(bare.url)).rejects.toThrow();
  });

  it('names host and port when the port is taken', async () => {
    const port = Number(new URL(web.url).port);
    const second = startWeb({ host: '127.0.0.1', port, status: async () => ({}), log: () => {} });
    await expect(second).rejects.toThrow(`127.0.0.1:${port}: cổng này đang được`);
  });
});

describe.skipIf(!existsSync(CHROMIUM) && !process.env.CI)('in a real browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
  });

  afterAll(() => browser.close());

  it('runs the hostile letter when nothing isolates it, so the next tests can fail', async () => {
    const page = await browser.newPage();
    await page.setContent(HOSTILE);
    await expect.poll(() => page.locator('#mark').textContent()).not.toBe('untouched');
    await page.close();
  });

  it('runs no script and fetches nothing for a letter shown in the page', async () => {
    const { page, fetched } = await open(`/mailbox/${HOSTILE_NUMBER}`);
    const mark = page.frameLocator('iframe.letter').locator('#mark');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('untouched');
    expect(fetched.filter((url) => url.includes('beacon'))).toEqual([]);
    await page.close();
  });

  it('runs no script for a letter opened as its own page', async () => {
    const { page, fetched } = await open(`/mailbox/${HOSTILE_NUMBER}/html`);
    expect(await page.locator('#mark').textContent()).toBe('untouched');
    expect(fetched.filter((url) => url.includes('beacon'))).toEqual([]);
    await page.close();
  });

  it.each([360, 1280])('fits every page into %i pixels without scrolling sideways', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of ['/', '/mailbox', '/mailbox?kind=overdue', '/mailbox/42', '/mailbox/42?part=source']) {
      await page.goto(`${web.url}${path}`);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    await page.close();
  });

  it('searches and filters by the page itself, and the address bar says so', async () => {
    const { page } = await open('/mailbox');
    await page.getByLabel('Tìm theo nơi nhận').fill('đăk glei');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByRole('link', { name: /Quá hạn 17/ }).click();
    expect(new URL(page.url()).search).toBe(
      `?q=${encodeURIComponent('đăk glei').replace('%20', '+')}&kind=overdue`,
    );
    expect(await page.locator('table.letters tbody tr').count()).toBe(17);
    await page.close();
  });

  /** Requests that reached the network; what a policy stops never does. */
  async function open(path: string): Promise<{ page: Page; fetched: string[] }> {
    const page = await browser.newPage();
    const fetched: string[] = [];
    page.on('response', (response) => fetched.push(response.url()));
    await page.goto(`${web.url}${path}`, { waitUntil: 'networkidle' });
    return { page, fetched };
  }
});

function letter(options: SendMailOptions): SendMailOptions {
  return {
    from: '"Sở Nội vụ" <nhac-han@noivu.vn>',
    to: 'x@x.vn',
    date: new Date('2019-10-14T00:30:00Z'),
    ...options,
  };
}

/** Every fifth goes to Đăk Glei; number 42 is an upcoming one for Sở Tư pháp. */
function manyLetter(number: number): SendMailOptions {
  return letter({
    to: number % 5 === 0 ? '"UBND huyện Đăk Glei" <vp@dakglei.vn>' : '"Sở Tư pháp" <van-phong@tuphap.vn>',
    subject: `Báo cáo so-${number}`,
    text: `Kính gửi <${number}>`,
    html: `<p>Kính gửi ${number}</p>`,
    headers: { 'X-Dondoc-Kind': ['upcoming', 'today', 'overdue'][number % 3] ?? '' },
  });
}

async function get(path: string): Promise<{ status: number; headers: Headers; body: string }> {
  const response = await fetch(`${web.url}${path}`);
  return { status: response.status, headers: response.headers, body: unmarked(await response.text()) };
}

/** The numbers of the letters in the list, in order. */
function listed(body: string): number[] {
  return [...body.matchAll(/<td class="subject"><a href="\/mailbox\/(\d+)">/g)].map(([, number]) =>
    Number(number),
  );
}

/** The status for a path sent as it is: fetch would tidy it first. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(web.url, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
