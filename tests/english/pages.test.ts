import { readdirSync, readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings, beyondTheSide, unfold } from '../support/accessibility.ts';
import { DEADLINE, madeAddresses, PAGES } from '../support/every-page.ts';
import { ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';
import { vietnameseLeft } from '../support/vietnamese-left.ts';

const STARTING = 180_000;
const CONSOLE = '/quan-ly';
const STORY = `${CONSOLE}/thoi-han?id=${encodeURIComponent(DEADLINE)}`;
const DUTY = `${CONSOLE}/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019`;
const UNIT = `${CONSOLE}/cau-hinh/don-vi?thu-muc=kon-tum-2019`;
const LADDER = `${CONSOLE}/cau-hinh/thang-nhac?thu-muc=kon-tum-2019`;
const HOURS = `${CONSOLE}/cau-hinh/gio-gui?thu-muc=kon-tum-2019`;
const CALENDAR = `${CONSOLE}/cau-hinh/lich?nam=2027`;
const DOCUMENT = { document: '12/BC-STP', on: '11/10/2019' };

/** Forms that come back or are refused: a page, where its form goes, what it sends, and the status that answers. */
const SENT: [what: string, page: string, to: string, fields: Record<string, string>, status: number][] = [
  ['an empty completion', '<answer>', '<answer>', { kind: 'done' }, 422],
  [
    'wrong fields',
    '<answer>',
    '<answer>',
    { kind: 'done', document: 'x', on: '31/02/2019', link: 'ftp' },
    422,
  ],
  ['a deadline in the past', '<answer>', '<answer>', { kind: 'asked', to: '1/10/2019', why: 'Chờ' }, 422],
  ['a form of another page', '<answer>', '<answer>', { kind: 'received', form: 'none' }, 403],
  ['no decision', '<decision>', '<decision>', { kind: 'refused' }, 422],
  ['a confirmation of nothing', '<decision>', '<decision>', { kind: 'accepted' }, 422],
  ['no document', '<event>', '<event>', { kind: 'event' }, 422],
  ['a document of tomorrow', '<event>', '<event>', { kind: 'event', ...DOCUMENT, on: '31/12/2019' }, 422],
  [
    'a wrong password',
    `${CONSOLE}/dang-nhap`,
    `${CONSOLE}/dang-nhap`,
    { name: 'nobody', password: 'x' },
    422,
  ],
  ['two passwords', `${CONSOLE}/mat-khau`, `${CONSOLE}/mat-khau`, { old: 'a', fresh: 'b', again: 'c' }, 422],
  [
    'a short password',
    `${CONSOLE}/mat-khau`,
    `${CONSOLE}/mat-khau`,
    { old: 'a', fresh: 'b', again: 'b' },
    422,
  ],
  ['an empty decision', STORY, STORY, { kind: 'refused' }, 422],
  ['an answer on paper without its paper', STORY, STORY, { kind: 'progress' }, 422],
  ['an outdated decision', STORY, STORY, { kind: 'refused', why: 'Đủ số liệu', seen: '0' }, 409],
  ['no event', `${CONSOLE}/su-kien`, `${CONSOLE}/su-kien`, { kind: 'cong-bo-tthc' }, 422],
  ['an empty duty', DUTY, DUTY, {}, 422],
  ['a taken code', DUTY, DUTY, { id: 'A04', clause: 'I', title: 'Việc', lead: 'so-tu-phap' }, 422],
  [
    'a refused phrase',
    DUTY,
    DUTY,
    { id: 'Z1', clause: 'I', title: 'Việc', lead: 'so-tu-phap', phrase: 'trước ngày 15/10' },
    422,
  ],
  [
    'a preview',
    DUTY,
    DUTY,
    {
      id: 'Z1',
      clause: 'I',
      title: 'Việc',
      lead: 'so-tu-phap',
      phrase: 'trước ngày 30/11/2019',
      buoc: 'xem',
    },
    200,
  ],
  ['an empty unit', UNIT, UNIT, {}, 422],
  ['an empty ladder', LADDER, LADDER, { id: '', name: '', r0_days: '' }, 422],
  ['a ladder to be removed', `${LADDER}&id=mac-dinh`, `${LADDER}&id=mac-dinh`, { buoc: 'xoa' }, 422],
  ['no sending hours', HOURS, HOURS, { 'sending.at': '' }, 422],
  ['an empty calendar', CALENDAR, CALENDAR, { status: 'official' }, 422],
  ['a pause that is over', STORY, STORY, { kind: 'paused', why: 'Chờ', until: '1/1/2019' }, 422],
  ['a resumption without a pause', STORY, STORY, { kind: 'resumed', why: 'Tiếp' }, 422],
  [
    'no document to cancel',
    `${CONSOLE}/su-kien`,
    `${CONSOLE}/su-kien/huy`,
    { kind: 'huy-1', event: 'x' },
    422,
  ],
  ['no reason to pause', `${CONSOLE}/hang-doi`, `${CONSOLE}/hang-doi/tam-dung`, {}, 422],
  ['a resumption of nothing', `${CONSOLE}/hang-doi`, `${CONSOLE}/hang-doi/gui-tiep`, { reason: 'Thử' }, 422],
  ['a letter sent again', '<queued>', '<queued>/gui-lai', { reason: 'Thử' }, 422],
  ['a letter sent sooner', '<queued>', '<queued>/gui-ngay', { reason: 'Thử' }, 422],
  ['a letter dropped', '<queued>', '<queued>/khong-gui', {}, 422],
];

/** Pages beside those of the list: nothing found, nothing there, not theirs. */
const MORE: [path: string, status: number][] = [
  ['/mailbox?q=khong-co', 200],
  ['/mailbox/1?part=text', 200],
  ['/mailbox/1?part=source', 200],
  ['/tra-loi/khong.dung.dau', 404],
  [`${CONSOLE}?trang-thai=qua-han&ke-hoach=kon-tum-2019&muc=II.2&ngay=2019-10-14`, 200],
  [`${CONSOLE}/bao-cao?ky=2019-Q3&don-vi=so-noi-vu`, 200],
  [`${CONSOLE}/bao-cao?ky=2018`, 200],
  [`${CONSOLE}/bao-cao?ky=2019-06-01..2019-06-30`, 200],
  [`${CONSOLE}/bao-cao?tu=31/2/2019&den=x`, 422],
  [`${CONSOLE}/bao-cao/khong-co`, 404],
  [`${CONSOLE}/bao-cao/nhac-viec`, 200],
  [`${CONSOLE}/bao-cao/nhac-viec?ngay=1/1/1990`, 422],
  [`${CONSOLE}/thang?thang=2019-12`, 200],
  [`${CONSOLE}/thang?thang=2022-01`, 200],
  [`${CONSOLE}/thoi-han?id=khong-co`, 404],
  [`${CONSOLE}/cau-hinh?da-ghi=A04`, 200],
  [`${CONSOLE}/cau-hinh/nhiem-vu?ke-hoach=khong-co`, 404],
  [`${CONSOLE}/cau-hinh/mau?mau=upcoming/body.html`, 200],
  [`${CONSOLE}/cau-hinh/lich?nam=2019`, 200],
  [`${CONSOLE}/cau-hinh/thang-nhac?thu-muc=kon-tum-2019&id=khong-co`, 404],
  [`${CONSOLE}/hang-doi/khong-gui-duoc?dung-duoc=1`, 200],
  [`${CONSOLE}/cau-hinh/tep?tep=khong-co`, 404],
  [`${CONSOLE}/hang-doi?live=1`, 200],
  [`${CONSOLE}/hang-doi?trang-thai=loi`, 200],
  [`${CONSOLE}/hang-doi/thu-khong-co`, 404],
  [`${CONSOLE}/he-thong?live=1`, 200],
];

describe.skipIf(serverMissing('chromium'))('every page in English', () => {
  let site: ReplayedConsole;
  let context: BrowserContext;
  let ask: APIRequestContext;
  let made: Record<string, string>;

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-01', '2019-10-16');
    const asked = { kind: 'asked', to: '2019-10-31', why: 'Chờ số liệu của các xã' } as const;
    await site.worker.ask({ ask: 'answer', deadline: DEADLINE, by: 'test', answer: asked });
    made = await madeAddresses(site);
    context = await site.signedIn('admin');
    await english(context);
    ask = context.request;
  }, STARTING);
  afterAll(() => site.close());

  it.each(PAGES)('%s has no Vietnamese but what is marked', async (path) => {
    await expectEnglish(await ask.get(at(path)), path.endsWith('/khong-co-trang-nay') ? 404 : 200);
  });

  it.each(MORE)('%s has none either', async (path, status) => {
    await expectEnglish(await ask.get(at(path)), status);
  });

  it.each(SENT)('%s is told in English', async (_, page, to, fields, status) => {
    const form = { ...hiddenFields(await (await ask.get(at(page))).text()), ...fields };
    const headers = { origin: site.web.url, referer: at(page) };
    const sent = await ask.post(at(to), { form, headers, maxRedirects: 0 });
    await expectEnglish(sent, status);
    expect(backOf(await sent.text())).toBe(new URL(at(page)).pathname + new URL(at(page)).search);
  });

  it('a form of nobody, and what a role may not, are told in English', async () => {
    const stray = { form: { kind: 'received' }, headers: { origin: 'https://elsewhere.example' } };
    await expectEnglish(await ask.post(at('<answer>'), stray), 403);
    await expectEnglish(await ask.post(at(`${CONSOLE}/su-kien`), stray), 403);
    const viewer = await site.signedIn('viewer');
    await english(viewer);
    await expectEnglish(await viewer.request.get(at(`${CONSOLE}/hang-doi`)), 403);
    await expectEnglish(await viewer.request.get(at(STORY)), 200);
  });

  it('a pause is told above every page', async () => {
    const headers = { origin: site.web.url, referer: at(`${CONSOLE}/hang-doi`) };
    const send = async (deed: string) =>
      ask.post(at(`${CONSOLE}/hang-doi/${deed}`), {
        form: {
          ...hiddenFields(await (await ask.get(at(`${CONSOLE}/hang-doi`))).text()),
          reason: 'Bảo trì máy chủ',
        },
        headers,
      });
    const paused = await (await send('tam-dung')).text();
    expect(paused).toContain('Sending is paused');
    expect(vietnameseLeft(paused)).toEqual([]);
    await expectEnglish(await ask.get(at(`${CONSOLE}/he-thong`)), 200);
    await expectEnglish(await send('gui-tiep'), 200);
  });

  it.each([
    '/',
    '<answer>',
    '/quan-ly/dang-nhap',
    '/quan-ly',
    '/quan-ly/thang',
    STORY,
    '/quan-ly/hang-doi',
    DUTY,
  ])('%s has nothing serious against it in English, wide or narrow', async (path) => {
    const page = await context.newPage();
    await page.goto(at(path));
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await unfold(page);
    expect.soft(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft(await seriousFindings(page)).toEqual([]);
    expect.soft(await beyondTheSide(page)).toBe(0);
    await page.close();
  });

  it('one click changes the language and comes back to the same page', async () => {
    const reader = await site.browser.newContext();
    const page = await reader.newPage();
    await page.goto(at('/mailbox?q=tu+phap'));
    await page.getByRole('link', { name: 'English' }).press('Enter');
    await page.getByRole('heading', { name: 'Test mailbox' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=tu+phap');
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { name: 'Hộp thư thử nghiệm' }).waitFor();
    await reader.close();
  });

  it('a letter is shown as it was sent', async () => {
    const [vietnamese, english] = await Promise.all([
      fetch(at('/mailbox/1/html')),
      ask.get(at('/mailbox/1/html')),
    ]);
    expect(await english.text()).toBe(await vietnamese.text());
    expect(english.headers()['content-language']).toBe('vi');
  });

  const at = (path: string) => {
    const [, name = '', rest = ''] = /^(<\w+>)?(.*)$/.exec(path) ?? [];
    return new URL((made[name] ?? '') + rest, site.web.url).href;
  };

  function english(reader: BrowserContext): Promise<void> {
    return reader.addCookies([{ name: 'dondoc-ngon-ngu', value: 'en', url: site.web.url }]);
  }

  async function expectEnglish(response: APIResponse, status: number): Promise<void> {
    const page = await response.text();
    expect.soft(response.status()).toBe(status);
    expect.soft(response.headers()['content-language']).toBe('en');
    expect.soft(response.headers()['vary']).toContain('Cookie');
    expect.soft(vietnameseLeft(page)).toEqual([]);
    expect.soft(page).toContain('hreflang="vi"');
  }
});

describe('the style sheets', () => {
  const folder = 'src/web/assets';
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

  it('say nothing that they do not say in English', () => {
    for (const sheet of sheets) {
      const text = readFileSync(`${folder}/${sheet}`, 'utf8');
      const said = [...text.matchAll(/^ *([^\n{]+) \{[^}]*content: '[^']*\p{L}[^']*'/gmu)].map(
        ([, selector = '']) => selector,
      );
      for (const selector of said)
        if (!selector.startsWith('html[')) expect(said).toContain(`html[lang='en'] ${selector}`);
    }
  });
});

/** The hidden fields of the last form of a page. */
function hiddenFields(page: string): Record<string, string> {
  const form = page.slice(page.lastIndexOf('<form'));
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

/** Where the link to the other language comes back to. */
function backOf(page: string): string {
  const address = /href="([^"]*)"[^>]*hreflang="vi"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return new URL(address, 'http://here.invalid').searchParams.get('ve') ?? '';
}
