import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, dumpOf } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';

const PHRASE = 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố';
const ID = 'KH/A04/so-tu-phap/2019-10-14';
const TEMPTING = [
  'kind=received',
  'kind=done&document=12/BC-STP&on=2019-10-08',
  'kind=accepted&seen=1',
  '_method=POST',
];

let record: OpenRecord;
let site: AnswerSite;
let links: string[];

beforeAll(async () => {
  record = await openTestRecord();
  const schedule = scheduleOf({
    duties: [
      duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh']),
      duty('A13', PHRASE, 'van-phong', { event: 'cong-bo-tthc' }),
    ],
  });
  site = new AnswerSite(record.db, schedule);
  await site.open();
  await site.begin('2019-10-09');
  const other = 'KH/A04/so-tai-chinh/2019-10-14';
  const done = { kind: 'done', document: '7/BC-STC', on: '2019-10-08' } as const;
  await takeAnswer(record.db, site.now(), schedule, { deadline: other, by: 'Sở Tài chính', answer: done });
  links = [
    site.answerLink(ID),
    site.answerLink(other),
    site.decideLink(other, 'so-noi-vu'),
    site.links.event({ folder: 'tinh-thu', kind: 'cong-bo-tthc', unit: 'so-noi-vu' }, site.today),
    site.links.calendar({ folder: 'tinh-thu', unit: 'so-tu-phap', generation: 0 }),
  ];
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
});

/** Follows every link of every page it reaches on our site, as mail scanners and crawlers do. */
async function crawl(starts: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
      const response = await fetch(url, { method });
      const body = await response.text();
      const found = [...body.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(
        ([, path = '']) => new URL(path.replaceAll('&amp;', '&'), url),
      );
      queue.push(...found.filter(({ origin }) => origin === site.web.url).map(({ href }) => href));
    }
  }
  return seen;
}

it('a scanner that opens every link and follows every GET changes nothing', async () => {
  const before = await dumpOf(record.db);
  const seen = await crawl([
    ...links,
    ...links.flatMap((link) => TEMPTING.map((query) => `${link}?${query}`)),
  ]);
  expect(await dumpOf(record.db)).toBe(before);
  expect(seen.size).toBeGreaterThan(links.length * (1 + TEMPTING.length));
  expect([...seen].some((url) => url.endsWith('.ics'))).toBe(true);
});

it('no method but POST acts, whatever it carries', async () => {
  const before = await dumpOf(record.db);
  for (const link of links)
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE'])
      await fetch(link, {
        method,
        headers: { origin: site.web.url, 'content-type': 'application/x-www-form-urlencoded' },
        ...(method !== 'OPTIONS' && { body: 'kind=received&seen=0' }),
      });
  expect(await dumpOf(record.db)).toBe(before);
});

it('opening a link of a record that has no key makes none', async () => {
  await record.db.deleteFrom('link_key').execute();
  const before = await dumpOf(record.db);
  for (const link of links) expect((await fetch(link)).status).toBe(404);
  expect(await dumpOf(record.db)).toBe(before);
});
