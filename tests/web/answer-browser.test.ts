import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const CHROMIUM = '/usr/bin/chromium';
/** Plain HTTP on a host of its own, as inside an office: there browsers send no Sec-Fetch-Site, and the Origin alone tells our forms. */
const HOST = 'dondoc.example';
const ID = 'KH/A04/so-tu-phap/2019-10-14';

if (process.env.CI && !existsSync(CHROMIUM)) throw new Error('CI must run the tests that need Chromium');

describe.skipIf(!existsSync(CHROMIUM))('answers in a browser', () => {
  let record: OpenRecord;
  let site: AnswerSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    record = await openTestRecord();
    site = new AnswerSite(
      record.db,
      scheduleOf({
        duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap', { title: 'Báo cáo năm' })],
        units: [unit('so-tu-phap', { name: 'Sở Tư pháp' }), unit('so-noi-vu', { name: 'Sở Nội vụ' })],
      }),
    );
    await site.open();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        ...[
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
        ],
        `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
      ],
    });
  }, SLOW);
  beforeEach(async () => {
    await site.begin('2019-10-09');
    page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    return () => page.close();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await record.close();
    expect(site.logged).toEqual([]);
  });

  const onHost = (link: string) => link.replace('127.0.0.1', HOST);
  const text = () => page.innerText('main');

  it('a unit answers done, the unit above returns it, and the unit answers again', async () => {
    const answer = onHost(site.answerLink(ID));
    await page.goto(answer);
    await page.fill('#done-document', '12/BC-STP');
    await page.fill('#done-on', '31/02/2019');
    await page.click('#done button');
    expect(await text()).toContain('Ghi ngày có thật');
    expect(await page.inputValue('#done-document')).toBe('12/BC-STP');
    await page.fill('#done-on', '09/10/2019');
    await page.click('#done button');
    expect(page.url()).toBe(`${answer}#ghi-nhan`);
    expect(await text()).toContain('Hoàn thành trước hạn: văn bản 12/BC-STP ngày 09/10/2019');

    await page.goto(onHost(site.decideLink(ID, 'so-noi-vu')));
    await page.click('#returned summary');
    await page.fill('#returned-why', 'thiếu phụ lục');
    await page.click('#returned button');
    expect(await text()).toContain('Kết quả được trả lại, tiếp tục đôn đốc: thiếu phụ lục');

    await page.goto(answer);
    await page.click('#progress summary');
    await page.fill('#progress-note', 'đang bổ sung phụ lục');
    await page.click('#progress button');
    expect((await site.answers()).map(({ kind }) => kind)).toEqual(['done', 'returned', 'progress']);
  });

  it('nothing reaches beyond a phone’s edge', async () => {
    for (const link of [site.answerLink(ID), site.decideLink(ID, 'so-noi-vu'), `${site.web.url}/tra-loi/x`]) {
      await page.goto(onHost(link));
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(360);
    }
  });
});
