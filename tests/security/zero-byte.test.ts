import { afterAll, beforeAll, expect, it } from 'vitest';
import { SLOW } from '../support/record.ts';
import { WholeSite } from './whole-site.ts';

let site: WholeSite;

beforeAll(async () => {
  site = await WholeSite.open();
}, SLOW);
afterAll(async () => {
  await site.close();
  expect(site.logged).toEqual([]);
});

/** Every name that an address or form of ours carries, and one of nobody's. */
const NAMES =
  'id tim don-vi ke-hoach thang trang ngay tiep da-ghi thu thu-muc ten nam q kind page state code'.split(' ');

it('an address with a zero byte is refused wherever it leads, and nothing fails', async () => {
  const { token } = await site.signedIn();
  const headers = { ...site.bearer(), cookie: `dondoc=${token}` };
  expect(site.routes.length).toBeGreaterThan(50);
  for (const { method, address } of site.routes)
    for (const bad of [`${address}%00`, ...NAMES.map((name) => `${address}?${name}=a%00b`)]) {
      const response = await fetch(`${site.web.url}${bad}`, { method, headers, redirect: 'manual' });
      expect(response.status, `${method} ${bad}`).toBe(400);
      await response.arrayBuffer();
    }
}, 120_000);

it('a form with a zero byte, or one that cannot be read, is the sender’s fault at every route', async () => {
  const { token } = await site.signedIn();
  const headers = { ...site.bearer(), cookie: `dondoc=${token}`, origin: site.web.url };
  const fields =
    'name password old fresh again reason kind document on note why to seen form id title text next';
  const form = new URLSearchParams(Object.fromEntries(fields.split(' ').map((name) => [name, 'a\0b'])));
  for (const { method, address } of site.routes.filter((route) => route.method === 'POST'))
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', form.toString()],
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['multipart/form-data', 'x'],
    ] as const) {
      const sent = { ...headers, 'content-type': type };
      const response = await fetch(`${site.web.url}${address}`, {
        method,
        headers: sent,
        body,
        redirect: 'manual',
      });
      const told = `${method} ${address} ${type}: ${response.status}`;
      expect(response.status, told).toBeGreaterThanOrEqual(400);
      expect(response.status, told).toBeLessThan(500);
      await response.arrayBuffer();
    }
}, 120_000);
