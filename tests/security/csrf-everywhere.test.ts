import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLOW } from '../support/record.ts';
import { WholeSite } from './whole-site.ts';

const CONSOLE = '/quan-ly';
/** Routes for programs: a browser sends their secret nowhere by itself. */
const BY_TOKEN = ['/api/', '/control/'];
/** Opened by a link, without a session: their token is the link with the mark of the form that was shown. */
const BY_LINK = ['/tra-loi/', '/quyet-dinh/', '/su-kien/'];

let site: WholeSite;

beforeAll(async () => {
  site = await WholeSite.open();
}, SLOW);
afterAll(() => site.close());

async function post(address: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${site.web.url}${address}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'kind=received&seen=0&name=x&password=y',
  });
  await response.arrayBuffer();
  return response.status;
}

function posts(): string[] {
  return site.routes.filter(({ method }) => method === 'POST').map(({ address }) => address);
}

describe('every route that changes something', () => {
  it('is one of the three kinds, and there is one of each', () => {
    const kinds = [[CONSOLE], BY_TOKEN, BY_LINK].map((starts) =>
      posts().filter((address) => starts.some((start) => address.startsWith(start))),
    );
    expect(kinds.flat().sort()).toEqual(posts().sort());
    expect(kinds.every(({ length }) => length > 1)).toBe(true);
    expect(site.routes.every(({ method }) => method === 'GET' || method === 'POST')).toBe(true);
  });

  it('refuses a form of another site, even with the session', async () => {
    const { token } = await site.signedIn();
    const foreign: Record<string, string>[] = [
      { origin: 'https://other.example' },
      { origin: 'null' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ];
    for (const address of posts()) {
      const refusal = BY_TOKEN.some((start) => address.startsWith(start)) ? 401 : 403;
      for (const headers of foreign)
        expect(await post(address, { ...headers, cookie: `dondoc=${token}` }), address).toBe(refusal);
    }
  });

  it('refuses in the console a form of our own without its session’s token', async () => {
    const { token } = await site.signedIn();
    const inside = posts().filter(
      (address) => address.startsWith(CONSOLE) && address !== `${CONSOLE}/dang-nhap`,
    );
    expect(inside.length).toBeGreaterThan(10);
    for (const address of inside)
      expect(await post(address, { origin: site.web.url, cookie: `dondoc=${token}` }), address).toBe(403);
  });
});
