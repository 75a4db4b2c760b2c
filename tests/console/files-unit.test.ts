import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';
import { SLOW } from '../support/record.ts';

const UNITS = 'schedules/kon-tum-2019/units.yaml';
const FORM = '/cau-hinh/don-vi?thu-muc=kon-tum-2019';
const ALONE = '    head: lanhdao@sotuphap.kontum.example\n';
const LISTED = `    head:
      # Quyết định số 1
      - mailbox: lanhdao@sotuphap.kontum.example # đến khi nghỉ
        to: 2019-08-31

      - mailbox: pho@sotuphap.kontum.example
        title: Phó Giám đốc phụ trách Sở Tư pháp
        from: 2019-09-16
`;

let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ site } = opened));
beforeEach(async () => {
  browser = await site.browserOf({ role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' });
});

const url = () => site.at(`${FORM}&id=so-tu-phap`);
const open = () => browser.get(url());

/** Sends a page's form again, with some fields typed anew. */
async function send(page: Shown, typed: Record<string, string>, step: string, at = url()): Promise<Shown> {
  const all = { ...typed, buoc: step };
  return browser.send(at, [
    ...formFields(page.body).filter(([name]) => !(name in all)),
    ...Object.entries(all),
  ]);
}

async function list(): Promise<string> {
  const listed = (await site.read(UNITS)).replace(ALONE, LISTED);
  await site.write(UNITS, listed);
  await site.renew();
  return listed;
}

describe('a unit with one head', () => {
  it(
    'sent back as it came changes nothing, for every unit',
    async () => {
      const { units } = parse(await site.read(UNITS)) as { units: { id: string }[] };
      expect(units.length).toBeGreaterThan(30);
      for (const { id } of units) {
        const at = site.at(`${FORM}&id=${id}`);
        const shown = await send(await browser.get(at), {}, 'xem', at);
        expect([id, shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([id, 422, true]);
      }
    },
    SLOW,
  );

  it('gets a second one, the first becoming a row', async () => {
    const before = await site.read(UNITS);
    const rows = await send(await open(), {}, 'them-h');
    expect(formFields(rows.body)).toContainEqual(['h0_mailbox', 'lanhdao@sotuphap.kontum.example']);
    const typed = {
      ...{ h0_to: '31/8/2019', h1_mailbox: 'pho@sotuphap.kontum.example', h1_from: '16/09/2019' },
      h1_title: 'Phó Giám đốc phụ trách Sở Tư pháp',
    };
    const shown = await send(rows, typed, 'xem');
    expect(shown.status).toBe(200);
    expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
    expect(await site.read(UNITS)).toBe(
      before.replace(
        ALONE,
        LISTED.replace(/ *# Quyết.*\n/, '')
          .replace(/ # đến.*/, '')
          .replace('\n\n', '\n'),
      ),
    );
  });

  it('loses it when its field is emptied', async () => {
    const before = await site.read(UNITS);
    const shown = await send(await open(), { head: '' }, 'xem');
    await send(shown, {}, 'ap-dung');
    expect(await site.read(UNITS)).toBe(before.replace(ALONE, ''));
  });
});

describe('a unit that is merged', () => {
  it('ends on a day, names its successor, and keeps another name', async () => {
    const before = await site.read(UNITS);
    const typed = { to: '30/06/2024', successor: 'so-noi-vu', also: 'Sở TP\r\nSở Tư pháp tỉnh\r\n' };
    const shown = await send(await open(), typed, 'xem');
    expect(shown.status).toBe(200);
    expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
    const { units } = parse(await site.read(UNITS)) as { units: { id: string }[] };
    const was = (parse(before) as { units: { id: string }[] }).units.find(({ id }) => id === 'so-tu-phap');
    expect(units.find(({ id }) => id === 'so-tu-phap')).toEqual({
      ...was,
      ...{ to: '2024-06-30', successor: 'so-noi-vu', also: ['Sở TP', 'Sở Tư pháp tỉnh'] },
    });
    const away = await send(await open(), { to: '30/06/2025', successor: '', also: '' }, 'xem');
    await send(away, {}, 'ap-dung');
    expect(await site.read(UNITS)).toBe(before);
  });

  it('asks for a real day', async () => {
    const shown = await send(await open(), { to: '31/06/2019' }, 'ap-dung');
    expect([shown.status, shown.body.includes('id="p-to"')]).toEqual([422, true]);
  });

  it('is outside the chain of command when the box is ticked', async () => {
    const shown = await send(await open(), { requested: 'true' }, 'xem');
    expect(unescaped(shown.body)).toContain('+     requested: true');
  });
});

describe('a unit with heads by their days', () => {
  it('sent back as it came changes nothing', async () => {
    await list();
    const shown = await send(await open(), {}, 'xem');
    expect([shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([422, true]);
  });

  it('is changed in the lines that change, comments kept', async () => {
    const listed = await list();
    const page = await open();
    expect(formFields(page.body)).toContainEqual(['h1_from', '16/09/2019']);
    const third = await send(page, {}, 'them-h');
    const typed = { h1_to: '30/11/2019', h2_mailbox: 'moi@sotuphap.kontum.example', h2_from: '01/12/2019' };
    const shown = await send(third, typed, 'xem');
    expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
    const ended = '        from: 2019-09-16\n';
    expect(await site.read(UNITS)).toBe(
      listed.replace(
        ended,
        `${ended}        to: 2019-11-30\n      - mailbox: moi@sotuphap.kontum.example\n        from: 2019-12-01\n`,
      ),
    );
  });

  it('has one head again when the others are taken out and the last is given alone', async () => {
    const listed = await list();
    const one = await send(await open(), {}, 'xoa-h-1');
    const none = await send(one, {}, 'xoa-h-0');
    expect(formFields(none.body).map(([name]) => name)).toContain('head');
    const shown = await send(none, { head: 'lanhdao@sotuphap.kontum.example' }, 'xem');
    expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
    expect(await site.read(UNITS)).toBe(listed.replace(LISTED, ALONE));
  });

  it.each([
    ['h1_mailbox', '', 'Cần ghi hộp thư của người phụ trách'],
    ['h1_mailbox', 'khong-phai-thu', 'Địa chỉ thư điện tử không hợp lệ'],
    ['h1_from', '31/02/2019', '“31/02/2019” không phải một ngày có thật'],
    ['h0_to', '30/09/2019', ''],
  ])('asks at the field when %s is %j', async (field, value, words) => {
    const listed = await list();
    const shown = await send(await open(), { [field]: value }, 'ap-dung');
    expect(shown.status).toBe(422);
    expect(shown.body).toContain(`id="p-${field}"`);
    expect(unescaped(shown.body)).toContain(words);
    expect(formFields(shown.body)).toContainEqual([field, value]);
    expect(await site.read(UNITS)).toBe(listed);
  });
});
