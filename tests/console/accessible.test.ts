import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beyondTheSide, seriousFindings, tabStops, tabTo, unfold } from '../support/accessibility.ts';
import { DEADLINE as ID, madeAddresses, PAGES } from '../support/every-page.ts';
import { ACCOUNTS, PASSWORD, ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const STARTING = 180_000;

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
    made = await madeAddresses(site);
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
});
