import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../src/web/server.ts';

describe('the language', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb({
      host: '127.0.0.1',
      port: 0,
      status: async () => ({ Thư: '03 đã gửi' }),
      log: () => {},
    });
  });
  afterAll(() => web.close());

  const choose = (query: string) => fetch(`${web.url}/ngon-ngu?${query}`, { redirect: 'manual' });
  const read = (path: string, cookie = '') => fetch(web.url + path, { headers: { cookie } });

  it('is chosen for this reader alone, and leads back', async () => {
    const chosen = await choose(`den=en&ve=${encodeURIComponent('/mailbox?q=a&page=2')}`);
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('location')).toBe('/mailbox?q=a&page=2');
    expect(chosen.headers.get('cache-control')).toBe('no-store');
    expect(chosen.headers.get('set-cookie')).toMatch(
      /^dondoc-ngon-ngu=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it.each([
    ...['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', '/.//elsewhere.example'],
    ...['javascript:alert(1)', '', '/\t/elsewhere.example', '/%0d%0aa'].map((path) => path),
  ])('never leads away: %j', async (back) => {
    const { headers } = await choose(`den=en&ve=${encodeURIComponent(back)}`);
    const to = new URL(headers.get('location') ?? '', web.url);
    expect(to.origin).toBe(web.url);
    expect(headers.get('location')).not.toMatch(/^\/[/\\]/);
  });

  it.each(['', 'den=', 'den=fr', 'den=vi,en'])('knows no other: %j', async (query) => {
    expect((await choose(query)).status).toBe(404);
  });

  it('is Vietnamese until somebody chooses, whatever the browser speaks', async () => {
    const plain = await fetch(web.url, { headers: { 'accept-language': 'en' } });
    expect(await plain.text()).toContain('<html lang="vi">');
    expect(plain.headers.get('content-language')).toBe('vi');
    expect(plain.headers.get('vary')).toBe('Cookie');
    expect(plain.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('holds for every page, failures among them, and for nothing else', async () => {
    const start = await (await read('/', 'dondoc-ngon-ngu=en')).text();
    expect(start).toContain('State of the system');
    expect(start).toContain('3 sent');
    const missing = await read('/khong-co', 'dondoc-ngon-ngu=en');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Page not found');
    const sheet = await read('/assets/dondoc.css', 'dondoc-ngon-ngu=en');
    expect(sheet.headers.has('content-language')).toBe(false);
    expect((await read('/', 'dondoc-ngon-ngu=xx')).headers.get('content-language')).toBe('vi');
  });
});
