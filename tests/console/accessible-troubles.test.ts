import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordDb } from '../../src/record/open-record.ts';
import { takeBounce } from '../../src/record/take-bounce.ts';
import { beyondTheSide, seriousFindings, tabStops, unfold } from '../support/accessibility.ts';
import { DEADLINE } from '../support/every-page.ts';
import { ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

const OFFICE = 'vanthu@sotuphap.kontum.example';
const STARTING = 180_000;
const STORY = `id=${encodeURIComponent(DEADLINE)}`;

/** Pages that show what is not well, and a unit's own: by who looks at them. */
const PAGES = [
  ['admin', '/quan-ly'],
  ['admin', '/quan-ly/he-thong'],
  ['admin', '/quan-ly/hang-doi'],
  ['admin', '/quan-ly/hang-doi/khong-gui-duoc'],
  ['admin', '/quan-ly/hang-doi/<returned>'],
  ['admin', '/quan-ly/thu?id=<returned>'],
  ['admin', `/quan-ly/thoi-han?${STORY}`],
  ['admin', '/quan-ly/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-tu-phap'],
  ['admin', '/quan-ly/su-kien'],
  ['unit', '/quan-ly/co-quan'],
  ['unit', `/quan-ly/co-quan/thoi-han?${STORY}`],
] as const;

/** A letter came back: its mailbox is marked, and its day is not full, which is an ill. */
async function inTrouble(db: RecordDb, now: Date): Promise<string> {
  const letter = await db
    .selectFrom('letter')
    .where('mailbox', '=', OFFICE)
    .where('status', '=', 'sent')
    .orderBy('sent_at', 'desc')
    .select(['id', 'message_id'])
    .executeTakeFirstOrThrow();
  const failure = {
    recipients: [OFFICE],
    verdict: 'hard' as const,
    code: '5.1.1',
    words: '550 5.1.1 no such user',
  };
  const report = {
    report: '<tra-lai@mail.example>',
    messageIds: [letter.message_id ?? ''],
    failures: [failure],
  };
  const { marked } = (await takeBounce(db, 'test', now, report, 'dondoc.example')) ?? {};
  expect(marked).toBe(true);
  return letter.id;
}

describe.skipIf(serverMissing('chromium'))('when something is not well, and for a unit', () => {
  let site: ReplayedConsole;
  let returned = '';
  const windows = new Map<string, Page>();
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-01', '2019-10-16', {
      before: async (db, now) => void (returned = await inTrouble(db, now)),
    });
    await site.worker.ask({
      ...{ ask: 'happening', kind: 'cong-bo-tthc', day: '2019-10-15', reference: '12/QĐ-UBND', by: 'test' },
    });
    for (const role of ['admin', 'unit'] as const) {
      const context = await site.signedIn(role);
      contexts.push(context);
      windows.set(role, await context.newPage());
    }
  }, STARTING);
  beforeEach(async () => {
    for (const page of windows.values()) await page.setViewportSize({ width: 1440, height: 900 });
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await site.close();
  });

  const open = async (role: string, path: string): Promise<Page> => {
    const page = windows.get(role);
    if (page === undefined) throw new Error(`Nobody has signed in as ${role}`);
    const answer = await page.goto(site.web.url + path.replace('<returned>', returned));
    expect(answer?.status()).toBe(200);
    await unfold(page);
    return page;
  };

  it.each(PAGES)(
    '%s: %s has nothing serious against it, wide or narrow, light or dark',
    async (role, path) => {
      const page = await open(role, path);
      expect.soft(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await seriousFindings(page, ['color-contrast'])).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 740 });
      expect.soft(await seriousFindings(page)).toEqual([]);
      expect.soft(await beyondTheSide(page)).toBe(0);
    },
  );

  it.each(PAGES)('%s: Tab reaches all of %s in its order, and shows where it is', async (role, path) => {
    const { usable, reached, unseen } = await tabStops(await open(role, path));
    expect(usable.length).toBeGreaterThan(1);
    expect(reached).toEqual(usable);
    expect(unseen).toEqual([]);
  });

  it('the pages show what they are here for', async () => {
    const shown = async (role: string, path: string) => (await open(role, path)).locator('main').innerText();
    expect(await shown('admin', '/quan-ly/he-thong')).toContain('Điều chưa ổn (01)');
    expect(await shown('admin', '/quan-ly/hang-doi/khong-gui-duoc')).toContain(OFFICE);
    expect(await shown('admin', '/quan-ly/su-kien')).toContain('12/QĐ-UBND');
    expect(await shown('unit', '/quan-ly/co-quan')).toContain('Sở Tư pháp');
  });
});
