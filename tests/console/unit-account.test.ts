import { expect, it } from 'vitest';
import { makeAccount } from '../../src/account/accounts.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { addLinkKey } from '../../src/record/link-keys.ts';
import type { ConsoleSite } from '../support/console-site.ts';
import { answersOf, ID, inOfficerSite, MEASURED, OTHER } from '../support/officer-site.ts';

const UNIT = { role: 'unit', folder: 'tinh-thu', unit: 'so-tu-phap' } as const;
const HOME = '/co-quan';

let record: OpenRecord;
let site: ConsoleSite;
inOfficerSite((opened) => ({ record, site } = opened));

const pathOf = (id: string) => `${HOME}/thoi-han?id=${encodeURIComponent(id)}`;

it('sees all that it leads and nothing of other units', async () => {
  await addLinkKey(record.db, site.now(), 'test');
  const browser = await site.browserOf(UNIT);
  const home = await browser.get(site.at(HOME));
  expect(home.status).toBe(200);
  expect(home.body).toContain('Nhiệm vụ do Sở Tư pháp chủ trì');
  expect(home.body).toContain(`href="/quan-ly${pathOf(ID)}"`);
  expect(home.body).not.toContain('Việc của Sở Y tế');
  const [, calendar = ''] = /href="(\/lich\/[^"]+\.ics)"/.exec(home.body) ?? [];
  expect(calendar).not.toBe('');
  for (const id of [OTHER, MEASURED, 'khong-co'])
    expect((await browser.get(site.at(pathOf(id)))).status, id).toBe(404);
});

it('is led to its own page from everywhere that it signs in', async () => {
  const browser = await site.browserOf(UNIT);
  const led = await browser.get(site.at(''));
  expect([led.status, led.headers.get('location')]).toEqual([303, '/quan-ly/co-quan']);
  expect((await browser.get(site.at('/thoi-han?id=' + encodeURIComponent(ID)))).status).toBe(403);
});

it('answers as by link, in its own name, and only what its page showed', async () => {
  const browser = await site.browserOf(UNIT);
  const url = site.at(pathOf(ID));
  const page = await browser.get(url);
  const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
  const wrong = await browser.post(url, { kind: 'done', seen, document: '', on: '' });
  expect(wrong.status).toBe(422);
  expect(await answersOf(site)).toEqual([]);
  const done = await browser.post(url, { kind: 'done', seen, document: '12/BC-STP', on: '09/10/2019' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/quan-ly${pathOf(ID)}#ghi-nhan`]);
  expect(await answersOf(site)).toEqual([{ kind: 'done', by: 'Sở Tư pháp (co.quan)', mailbox: null }]);
  expect((await browser.get(url)).body).toContain('12/BC-STP');
  const stale = await browser.post(url, { kind: 'received', seen });
  expect([422, 409]).toContain(stale.status);
  expect(await answersOf(site)).toHaveLength(1);
});

it('cannot answer for another unit, whatever its form says', async () => {
  const browser = await site.browserOf(UNIT);
  const sent = await browser.post(
    site.at(pathOf(OTHER)),
    { kind: 'received', seen: '0' },
    site.at(HOME + '/thoi-han?id=' + encodeURIComponent(ID)),
  );
  expect(sent.status).toBe(404);
  expect(await answersOf(site, OTHER)).toEqual([]);
});

it('has no decision in its hands: a form of whoever decides is refused', async () => {
  const browser = await site.browserOf(UNIT);
  const url = site.at(pathOf(ID));
  for (const kind of ['accepted', 'extended', 'withdrawn'])
    expect((await browser.post(url, { kind, seen: '0', why: 'x', to: '30/12/2019' })).status, kind).toBe(422);
  expect(await answersOf(site)).toEqual([]);
});

it('belongs to a unit', async () => {
  const made = makeAccount(record.db, site.now(), 'test', { name: 'khong.co.quan', role: 'unit' });
  await expect(made).rejects.toThrow('phải thuộc một cơ quan');
});

it('of a unit that the schedules no longer know sees nothing', async () => {
  const browser = await site.browserOf({ ...UNIT, unit: 'so-khong-con' });
  expect((await browser.get(site.at(HOME))).status).toBe(404);
  expect((await browser.get(site.at(pathOf(ID)))).status).toBe(404);
});
