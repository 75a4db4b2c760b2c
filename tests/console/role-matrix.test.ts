import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/account/account.ts';
import { consoleApp } from '../../src/console/console.ts';
import { CONSOLE } from '../../src/console/console-env.ts';
import { CONSOLE_PAGES } from '../../src/watch/console-pages.ts';
import { Browser, type Shown } from '../support/console-site.ts';
import { SLOW } from '../support/record.ts';
import { ACCOUNTS, PASSWORD, ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

type Method = 'GET' | 'POST';
/** Whom a route is for: everybody, every account, a unit's own account alone, or accounts from this role upwards. */
type Least = 'everybody' | 'every account' | Role;

const DEADLINE = `/thoi-han?id=${encodeURIComponent('kon-tum-2019/A04/so-tu-phap/2019-10-14')}`;
const OWN = `/co-quan${DEADLINE}`;
const DUTY = '/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019&id=A04';
const UNIT = '/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-tu-phap';
const GROUP = '/cau-hinh/nhom?thu-muc=kon-tum-2019&id=g-huyen';
const LADDER = '/cau-hinh/thang-nhac?thu-muc=kon-tum-2019&id=mac-dinh';
const HOURS = '/cau-hinh/gio-gui?thu-muc=kon-tum-2019';
const LETTER = '/hang-doi/thu-khong-co';

/** Every route, whom it is for, and an address of it. */
const MATRIX: [Method, route: string, least: Least, address?: string][] = [
  ['GET', '/dang-nhap', 'everybody'],
  ['POST', '/dang-nhap', 'everybody'],
  ['POST', '/dang-xuat', 'every account'],
  ['GET', '/mat-khau', 'every account'],
  ['POST', '/mat-khau', 'every account'],
  ['GET', '', 'viewer'],
  ['GET', '/co-quan', 'unit'],
  ['GET', '/co-quan/thoi-han', 'unit', OWN],
  ['POST', '/co-quan/thoi-han', 'unit', OWN],
  ['GET', '/thang', 'viewer'],
  ['GET', '/bao-cao', 'viewer'],
  ['GET', '/bao-cao/nhac-viec', 'viewer'],
  ['GET', '/bao-cao/:file', 'viewer', '/bao-cao/bao-cao.xlsx'],
  ['GET', '/thoi-han', 'viewer', DEADLINE],
  ['POST', '/thoi-han', 'officer', DEADLINE],
  ['GET', '/thu', 'viewer'],
  ['GET', '/thu/html', 'viewer'],
  ['GET', '/su-kien', 'officer'],
  ['POST', '/su-kien', 'officer'],
  ['POST', '/su-kien/huy', 'officer'],
  ['GET', '/cau-hinh', 'officer'],
  ['GET', '/cau-hinh/90-ngay', 'officer'],
  ['GET', '/cau-hinh/doc', 'officer'],
  ['GET', '/cau-hinh/nhiem-vu', 'officer', DUTY],
  ['POST', '/cau-hinh/nhiem-vu', 'officer', DUTY],
  ['GET', '/cau-hinh/don-vi', 'officer', UNIT],
  ['POST', '/cau-hinh/don-vi', 'officer', UNIT],
  ['GET', '/cau-hinh/nhom', 'officer', GROUP],
  ['POST', '/cau-hinh/nhom', 'officer', GROUP],
  ['GET', '/cau-hinh/thang-nhac', 'officer', LADDER],
  ['POST', '/cau-hinh/thang-nhac', 'officer', LADDER],
  ['GET', '/cau-hinh/gio-gui', 'officer', HOURS],
  ['POST', '/cau-hinh/gio-gui', 'officer', HOURS],
  ['GET', '/cau-hinh/lich', 'officer'],
  ['POST', '/cau-hinh/lich', 'admin'],
  ['GET', '/cau-hinh/tep', 'admin'],
  ['POST', '/cau-hinh/tep', 'admin'],
  ['GET', '/cau-hinh/mau', 'admin'],
  ['POST', '/cau-hinh/mau', 'admin'],
  ['GET', '/cau-hinh/mau/thu/:key', 'admin', '/cau-hinh/mau/thu/khong-co'],
  ['GET', '/hang-doi', 'admin'],
  ['GET', '/hang-doi/khong-gui-duoc', 'admin'],
  ['POST', '/hang-doi/khong-gui-duoc/gui-lai', 'admin'],
  ['GET', '/hang-doi/:id{thu-[\\w-]+}', 'admin', LETTER],
  ['POST', '/hang-doi/:id{thu-[\\w-]+}/gui-lai', 'admin', `${LETTER}/gui-lai`],
  ['POST', '/hang-doi/:id{thu-[\\w-]+}/gui-ngay', 'admin', `${LETTER}/gui-ngay`],
  ['POST', '/hang-doi/:id{thu-[\\w-]+}/khong-gui', 'admin', `${LETTER}/khong-gui`],
  ['POST', '/hang-doi/hop-thu/:number{\\d{1,9}}/dung-duoc', 'admin', '/hang-doi/hop-thu/1/dung-duoc'],
  ['POST', '/hang-doi/tam-dung', 'admin'],
  ['POST', '/hang-doi/gui-tiep', 'admin'],
  ['GET', '/he-thong', 'admin'],
];

/** A unit's account has its own pages and nobody else's; nobody else has its pages. */
function isFor(role: Role, least: Role): boolean {
  const upwards: Role[] = ['viewer', 'officer', 'admin'];
  return least === 'unit' ? role === 'unit' : upwards.indexOf(role) >= upwards.indexOf(least);
}

describe.skipIf(serverMissing('chromium'))('who may', () => {
  let site: ReplayedConsole;
  const browsers = new Map<Role, Browser>();

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-14', '2019-10-16');
    for (const role of ROLES) browsers.set(role, await signIn(role));
  }, SLOW);
  afterAll(() => site.close());

  async function signIn(role: Role): Promise<Browser> {
    const response = await fetch(`${site.web.url}${CONSOLE}/dang-nhap`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.web.url },
      body: new URLSearchParams({ name: ACCOUNTS[role], password: PASSWORD }),
    });
    return new Browser(/dondoc=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '');
  }

  function ask(browser: Browser, method: Method, address: string): Promise<Shown> {
    const url = `${site.web.url}${CONSOLE}${address}`;
    const form = `${site.web.url}${CONSOLE}/mat-khau`;
    return method === 'GET' ? browser.get(url) : browser.post(url, {}, form);
  }

  it('every route has a row, and every row a route', () => {
    const routes = consoleApp({ ...site.worker, publicUrl: site.web.url, trustProxy: false })
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.slice(CONSOLE.length).replace(/\/$/, '')}`);
    const rows = MATRIX.map(([method, route]) => `${method} ${route}`);
    expect(rows.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it('the pages that letters to admins lead to are among them', () => {
    const pages = MATRIX.filter(([method]) => method === 'GET').map(([, route]) => `${CONSOLE}${route}`);
    for (const page of Object.values(CONSOLE_PAGES)) expect(pages).toContain(page);
  });

  it.each([...ROLES, 'nobody'] as const)(
    '%s may choose the language, outside the console as well',
    async (role) => {
      const browser = role === 'nobody' ? new Browser('nobody') : browsers.get(role)!;
      const { status, headers } = await browser.get(`${site.web.url}/ngon-ngu?den=en&ve=${CONSOLE}`);
      expect(status).toBe(303);
      expect(headers.get('location')).toBe(CONSOLE);
      expect(headers.get('set-cookie')).toContain('dondoc-ngon-ngu=en');
    },
  );

  it.each(MATRIX)('%s %s is for %s', async (method, route, least, address = route) => {
    const stranger = await ask(new Browser('nobody'), method, address);
    const isSentAway = stranger.headers.get('location')?.startsWith(`${CONSOLE}/dang-nhap`) === true;
    expect(isSentAway, 'without an account').toBe(least !== 'everybody');
    if (least === 'everybody') return;
    for (const role of ROLES) {
      // Whoever signs out has to sign in anew.
      const browser =
        route === '/dang-xuat' ? await signIn(role) : (browsers.get(role) ?? (await signIn(role)));
      const { status, headers } = await ask(browser, method, address);
      const mayCome = least === 'every account' || isFor(role, least);
      if (role === 'unit' && route === '') {
        expect([status, headers.get('location')]).toEqual([303, `${CONSOLE}/co-quan`]);
        continue;
      }
      expect(status === 403, role).toBe(!mayCome);
      expect(status, role).toBeLessThan(500);
      if (mayCome && route !== '/dang-xuat')
        expect(headers.get('location') ?? '', role).not.toContain('/dang-nhap');
    }
  });
});
