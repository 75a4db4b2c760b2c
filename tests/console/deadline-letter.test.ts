import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLinks } from '../../src/answer/links.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import type { ConsoleSite } from '../support/console-site.ts';
import {
  ID,
  OFFICER,
  officerSite,
  OTHER,
  sendLettersOf,
  storyPath,
  STRANGER,
} from '../support/officer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';

const LINKS = createLinks('https://dondoc.example', { id: 'k1', secret: 'bí mật' });
const ANSWER = LINKS.answer(
  { deadline: ID, unit: 'so-tu-phap', mailbox: 'vanthu@so-tu-phap.example', nominal: '2019-10-14' },
  '2019-10-09',
);
const DECIDE = LINKS.decide(
  { deadline: ID, unit: 'so-noi-vu', mailbox: 'vanthu@so-noi-vu.example' },
  '2019-10-09',
);
const LETTER = {
  subject: 'Báo cáo năm <b>còn 03 ngày</b>',
  text: `Kính gửi Sở Tư pháp <script>alert(2)</script>\nCập nhật: ${ANSWER}`,
  html: `<p>Kính gửi <script>alert(1)</script></p><a href="${ANSWER}">Cập nhật</a><a href="${DECIDE}">Quyết định</a>`,
};

let record: OpenRecord;
let site: ConsoleSite;
let letter: string;

beforeAll(async () => {
  record = await openTestRecord();
  site = officerSite(record.db);
  await site.open();
}, SLOW);
beforeEach(async () => {
  await site.begin('2019-10-09');
  [letter = ''] = await sendLettersOf(site, ID, LETTER);
});
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

it('tells to whom, when, in what state, and the mail server’s last words', async () => {
  const { status, body } = await (await site.browserOf(OFFICER)).get(site.at(`/thu?id=${letter}`));
  expect(status).toBe(200);
  for (const fact of [
    'vanthu@so-tu-phap.example',
    'Đã gửi',
    '07:30 thứ Tư, 09/10/2019',
    '250 2.0.0 Ok: queued as 4F',
    `&lt;${letter}@dondoc.example&gt;`,
    'Báo cáo năm &lt;b&gt;còn 03 ngày&lt;/b&gt;',
    `/quan-ly${storyPath(ID)}`,
  ])
    expect(body).toContain(fact);
});

it('shows the text as words, and the presented part in a frame that may do nothing', async () => {
  const viewer = await site.browserOf({ role: 'viewer' });
  const { body, headers } = await viewer.get(site.at(`/thu?id=${letter}`));
  expect(body).toContain('Kính gửi Sở Tư pháp &lt;script&gt;alert(2)&lt;/script&gt;');
  expect(body).not.toContain('<script>');
  expect(body).toMatch(
    new RegExp(`<iframe\\s[^>]*sandbox=""[^>]*src="/quan-ly/thu/html\\?id=${letter}"`, 's'),
  );
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
});

it('the presented part alone comes under a policy of its own: no script, no form, nothing from elsewhere', async () => {
  const viewer = await site.browserOf({ role: 'viewer' });
  const { status, body, headers } = await viewer.get(site.at(`/thu/html?id=${letter}`));
  expect(status).toBe(200);
  expect(body).toContain('<p>Kính gửi ');
  const policy = headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'none'");
  expect(policy).toContain('sandbox');
  expect(policy.join()).not.toContain('script-src');
});

it('nobody who looks at a letter gets the links with which its reader acts', async () => {
  const admin = await site.browserOf({ role: 'admin' });
  const tokens = [ANSWER, DECIDE].map((link) => link.split('/').at(-1) ?? '');
  for (const path of ['/thu', '/thu/html']) {
    const { body } = await admin.get(site.at(`${path}?id=${letter}`));
    expect(body).toContain('https://dondoc.example/tra-loi/…');
    for (const token of tokens) expect(body).not.toContain(token.slice(0, 20));
  }
});

it('an officer of another unit finds neither the letter nor its content', async () => {
  const stranger = await site.browserOf(STRANGER);
  for (const path of ['/thu', '/thu/html'])
    expect((await stranger.get(site.at(`${path}?id=${letter}`))).status).toBe(404);
});

it('a letter that speaks of several deadlines names only those that the account may see', async () => {
  await site.begin('2019-10-08');
  const [its = ''] = await sendLettersOf(site, OTHER, LETTER);
  const admin = await (await site.browserOf({ role: 'admin' })).get(site.at(`/thu?id=${its}`));
  expect(admin.body).toContain('Nhiệm vụ C01');
  const { body } = await (await site.browserOf(STRANGER)).get(site.at(`/thu?id=${its}`));
  expect(body).toContain(`/quan-ly${storyPath(OTHER)}`);
  expect(body).not.toContain('Nhiệm vụ C01');
});

it('a digest, which carries no notice, is for admins alone', async () => {
  await record.db
    .insertInto('letter')
    .values({
      ...{ id: 'thu-tong-hop', folder: 'tinh-thu', mailbox: 'vanthu@so-noi-vu.example', kind: 'weekly' },
      ...{ day: '2019-10-07', slot: site.now(), status: 'planned', next_attempt: site.now() },
    })
    .execute();
  const admin = await (await site.browserOf({ role: 'admin' })).get(site.at('/thu?id=thu-tong-hop'));
  expect(admin.status).toBe(200);
  expect(admin.body).toContain('Nội dung thư được lập khi gửi');
  for (const visitor of [OFFICER, { role: 'viewer' } as const])
    expect((await (await site.browserOf(visitor)).get(site.at('/thu?id=thu-tong-hop'))).status).toBe(404);
});

it('a letter that is not there', async () => {
  const admin = await site.browserOf({ role: 'admin' });
  expect((await admin.get(site.at('/thu?id=khong-co'))).status).toBe(404);
  expect((await admin.get(site.at('/thu'))).status).toBe(404);
});
