import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { ReplayedConsole } from '../../tests/support/replayed-console.ts';
import { shrinkPng } from './shrink-png.ts';

/**
 * `npm run pictures:console`: replays the Kon Tum plan up to 16/10/2019 and takes the pictures of the guide from the running
 * console, signed in as the officer of the unit that follows the plan up, and as the admin for what only the admin sees.
 */
const [FROM, DAY] = ['2019-09-02', '2019-10-16'] as const;
const DEADLINE = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';
const OBLIGATION = '/quan-ly/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019&id=A04';
const PHONE = 360;

const site = await ReplayedConsole.open(FROM, DAY);
try {
  const officer = await site.signedIn('officer');
  await picture(officer, 'console-board', '/quan-ly');
  await picture(await site.signedIn('officer', PHONE), 'console-board-phone', '/quan-ly', 740);
  await picture(officer, 'console-month', '/quan-ly/thang', 690);
  await picture(officer, 'console-report', '/quan-ly/bao-cao?ky=2019-Q4', 690);
  await picture(officer, 'console-deadline', deadlinePage());
  await letterPicture(officer);
  await obligationPictures(officer);
  await picture(officer, 'console-ladder', '/quan-ly/cau-hinh/thang-nhac?thu-muc=kon-tum-2019&id=mac-dinh');
  await picture(officer, 'console-90-days', '/quan-ly/cau-hinh/90-ngay', 620);
  await unitPicture();
  const admin = await site.signedIn('admin');
  await picture(admin, 'console-calendar', '/quan-ly/cau-hinh/lich?nam=2019');
  await picture(admin, 'console-queue', '/quan-ly/hang-doi');
  await picture(admin, 'console-system', '/quan-ly/he-thong', 600);
} finally {
  await site.close();
}

/** Opens an address of the console and takes what is seen of it without scrolling. */
async function picture(window: BrowserContext, name: string, address: string, height = 900): Promise<void> {
  const page = await openPage(window, address, height);
  await take(page, name);
  await page.close();
}

/** The first letter about the deadline shown, reached from its page as a person would. */
async function letterPicture(window: BrowserContext): Promise<void> {
  const page = await openPage(window, deadlinePage());
  await follow(page, page.locator('a[href*="/quan-ly/thu?id="]').first());
  await page.waitForLoadState('networkidle');
  await take(page, 'console-letter');
  await page.close();
}

/** A phrase typed into the form and read aloud below it; then what the change would do, before it is applied. */
async function obligationPictures(window: BrowserContext): Promise<void> {
  const page = await openPage(window, OBLIGATION);
  const phrase = page.getByLabel('Cụm từ chỉ thời hạn');
  await phrase.fill('trước ngày 30/10/2019');
  await page.locator('#b-phrase', { hasText: '30/10/2019' }).waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await take(page, 'console-obligation');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.waitForLoadState();
  await take(page, 'console-preview');
  await page.close();
}

/** The unit's own page, reached without an account from the link that its letters carry. */
async function unitPicture(): Promise<void> {
  const { lines } = await site.worker.ask({
    ...{ ask: 'link-deadline', deadline: DEADLINE },
    ...{ decide: false, by: 'docs/pictures' },
  });
  const address = lines.join(' ').match(/\/tra-loi\/[\w.~-]+/)?.[0];
  if (address === undefined) throw new Error(`No link in “${lines.join(' ')}”`);
  const window = await site.browser.newContext({ viewport: { width: 1000, height: 400 }, locale: 'vi-VN' });
  const page = await openPage(window, address, 400);
  await follow(page, page.locator('a[href*="/don-vi/"]').first());
  await take(page, 'unit-page');
  await window.close();
}

async function openPage(window: BrowserContext, address: string, height = 900): Promise<Page> {
  const page = await window.newPage();
  const width = page.viewportSize()?.width ?? PHONE;
  await page.setViewportSize({ width, height });
  const answered = await page.goto(`${site.web.url}${address}`);
  if (answered?.status() !== 200) throw new Error(`${address} answers ${answered?.status() ?? 'nothing'}`);
  return page;
}

/** Goes where a link leads, at this server whatever the public address. */
async function follow(page: Page, link: Locator): Promise<void> {
  const { pathname, search } = new URL((await link.getAttribute('href')) ?? '', site.web.url);
  await page.goto(`${site.web.url}${pathname}${search}`);
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await writeFile(join(import.meta.dirname, `${name}.png`), shrinkPng(await page.screenshot()));
}

function deadlinePage(): string {
  return `/quan-ly/thoi-han?id=${encodeURIComponent(DEADLINE)}`;
}
