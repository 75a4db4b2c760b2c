import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beyondTheSide, seriousFindings, tabStops, tabTo, unfold } from '../support/accessibility.ts';
import { ACCOUNTS, PASSWORD, ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const STARTING = 180_000;

const ID = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';
const PLAN = 'ke-hoach=kon-tum-2019';

/** Every page by its address; the names in brackets stand for addresses that the replay made. */
const PAGES = [
  ...['/', '/khong-co-trang-nay', '/mailbox', '/mailbox/1'],
  ...['<answer>', '<decision>', '<event>', '<unit>'],
  ...['/quan-ly/dang-nhap', '/quan-ly/mat-khau', '/quan-ly/khong-co-trang-nay'],
  ...[
    '/quan-ly',
    '/quan-ly?don-vi=so-tu-phap&thang=2019-10',
    '/quan-ly?tim=khong-tim-thay',
    '/quan-ly/thang',
  ],
  ...[`/quan-ly/thoi-han?id=${encodeURIComponent(ID)}`, '<letter>', '/quan-ly/su-kien'],
  ...['/quan-ly/cau-hinh', '/quan-ly/cau-hinh/90-ngay'],
  ...[`/quan-ly/cau-hinh/nhiem-vu?${PLAN}`, `/quan-ly/cau-hinh/nhiem-vu?${PLAN}&id=A01`],
  '/quan-ly/cau-hinh/don-vi?thu-muc=kon-tum-2019',
  '/quan-ly/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-noi-vu',
  '/quan-ly/cau-hinh/thang-nhac?thu-muc=kon-tum-2019',
  '/quan-ly/cau-hinh/thang-nhac?thu-muc=kon-tum-2019&id=mac-dinh',
  ...['/quan-ly/cau-hinh/lich', '/quan-ly/cau-hinh/lich?nam=2027'],
  ...['/quan-ly/cau-hinh/tep', '/quan-ly/cau-hinh/tep?tep=kon-tum-2019/plan.yaml'],
  ...['/quan-ly/cau-hinh/mau', '/quan-ly/cau-hinh/mau?mau=upcoming/opening.txt'],
  ...['/quan-ly/hang-doi', '<queued>', '/quan-ly/hang-doi/khong-gui-duoc', '/quan-ly/he-thong'],
];

describe.skipIf(serverMissing('chromium'))('every page for everybody', () => {
  let site: ReplayedConsole;
  let context: BrowserContext;
  let page: Page;
  let made: Record<string, string>;

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-01', '2019-10-16');
    const asked = { kind: 'asked', to: '2019-10-31', why: 'Chờ số liệu của các xã' } as const;
    await site.worker.ask({ ask: 'answer', deadline: ID, by: 'test', answer: asked });
    context = await site.signedIn('admin');
    page = await context.newPage();
    made = await madeAddresses();
  }, STARTING);
  beforeEach(() => page.setViewportSize(WIDE));
  afterAll(() => site.close());

  it.each(PAGES)('%s has nothing serious against it, wide or narrow, light or dark', async (path) => {
    await open(path);
    await unfold(page);
    expect.soft(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await seriousFindings(page, ['color-contrast'])).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(PHONE);
    expect.soft(await seriousFindings(page)).toEqual([]);
    expect.soft(await beyondTheSide(page)).toBe(0);
  });

  it.each(PAGES)('Tab reaches all of %s in its order, and shows where it is', async (path) => {
    await open(path);
    await unfold(page);
    const { usable, reached, unseen } = await tabStops(page);
    expect(usable.length).toBeGreaterThan(1);
    expect(reached).toEqual(usable);
    expect(unseen).toEqual([]);
  });

  it.each(['/quan-ly/su-kien', '/quan-ly/mat-khau'])(
    'a form of %s that came back is as good',
    async (path) => {
      await open(path);
      await unfold(page);
      await page.evaluate("document.querySelector('main form').noValidate = true");
      await page.locator('main form').first().getByRole('button').click();
      expect(await page.getByRole('alert').count()).toBeGreaterThan(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await beyondTheSide(page)).toBe(0);
    },
  );

  it('the skip link is seen when it has the focus, and leads past the places', async () => {
    await open('/quan-ly/he-thong');
    await page.keyboard.press('Tab');
    const skip = page.getByText('Đến nội dung chính');
    expect((await skip.boundingBox())!.height).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

  it('one signs in, finds a deadline and answers with the keyboard alone', async () => {
    const alone = await site.browser.newContext({ viewport: WIDE });
    const keys = await alone.newPage();
    await keys.goto(`${site.web.url}/quan-ly`);
    await tabTo(keys, 'Tên tài khoản');
    await keys.keyboard.type(ACCOUNTS.officer);
    await tabTo(keys, 'Mật khẩu');
    await keys.keyboard.type(PASSWORD);
    await keys.keyboard.press('Enter');
    await keys.waitForURL(`${site.web.url}/quan-ly`);
    await tabTo(keys, 'Đăng xuất');
    await keys.goto(at(`/quan-ly/thoi-han?id=${encodeURIComponent(ID)}`));
    await tabTo(keys, 'Không đồng ý');
    await keys.keyboard.press('Enter');
    await tabTo(keys, 'Lý do');
    await keys.keyboard.type('Số liệu đã có đủ');
    await tabTo(keys, 'Không đồng ý');
    await keys.keyboard.press('Enter');
    await keys.getByText('Hệ thống đã ghi nhận').waitFor();
    await alone.close();
  });

  const at = (path: string) => new URL(made[path] ?? path, site.web.url).href;

  async function open(path: string): Promise<void> {
    const response = await page.goto(at(path));
    expect(response?.status()).toBe(path.endsWith('/khong-co-trang-nay') ? 404 : 200);
  }

  /** The links as letters carry them, and the pages of the newest letter. */
  async function madeAddresses(): Promise<Record<string, string>> {
    const [newest] = (await site.worker.mailbox!.list()).reverse();
    const letter = newest!.messageId.slice(1, newest!.messageId.indexOf('@'));
    const answer = await link({ ask: 'link-deadline', deadline: ID, decide: false, by: 'test' });
    await page.goto(site.web.url + answer);
    return {
      '<answer>': answer,
      '<decision>': await link({ ask: 'link-deadline', deadline: ID, decide: true, by: 'test' }),
      '<event>': await link({ ask: 'link-event', kind: 'cong-bo-tthc', by: 'test' }),
      '<unit>': (await page.locator('a[href*="/don-vi/"]').getAttribute('href')) ?? '',
      '<letter>': `/quan-ly/thu?id=${letter}`,
      '<queued>': `/quan-ly/hang-doi/${letter}`,
    };
  }

  /** The path of the link that is asked for. */
  async function link(request: Parameters<ReplayedConsole['worker']['ask']>[0]): Promise<string> {
    const { lines } = await site.worker.ask(request);
    return /\/[\w-]+\/[\w-]+\.[\w-]+\.[\w-]+/.exec(lines.join(' '))?.[0] ?? '';
  }
});
