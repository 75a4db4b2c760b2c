import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';

const LADDERS = 'schedules/kon-tum-2019/ladders.yaml';
const FORM = '/cau-hinh/gio-gui?thu-muc=kon-tum-2019';

let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ site } = opened));
beforeEach(async () => {
  browser = await site.browserOf({ role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' });
});

/** Sends the form again as `page` shows it, with `typed` in place of the fields of those names; undefined: the field is not sent. */
function send(page: Shown, typed: Record<string, string | undefined>, step = 'xem'): Promise<Shown> {
  const fields = formFields(page.body).filter(([name]) => !(name in typed) && name !== 'buoc');
  const own = Object.entries(typed).filter((field): field is [string, string] => field[1] !== undefined);
  return browser.send(site.at(FORM), [...fields, ...own, ['buoc', step]]);
}

const open = () => browser.get(site.at(FORM));
const valueOf = (page: Shown, name: string) => formFields(page.body).find(([field]) => field === name)?.[1];

/** Types, looks, applies, and returns the file's text. */
async function apply(typed: Record<string, string | undefined>): Promise<string> {
  const shown = await send(await open(), typed);
  expect(shown.status).toBe(200);
  expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
  return site.read(LADDERS);
}

describe('sending hours and digests', () => {
  it('sent back as they came change nothing, written in the file or not', async () => {
    expect((await send(await open(), {})).status).toBe(422);
    const text = await site.read(LADDERS);
    await site.write(LADDERS, text.replace(/^sending:\n(?: .*\n)+/m, ''));
    await site.renew();
    const page = await open();
    expect(valueOf(page, 'sending.at')).toBe('07:30');
    expect(valueOf(page, 'digests.weekly')).toBe('true');
    expect(unescaped((await send(page, {})).body)).toContain('không có gì thay đổi');
  });

  it('change by one line, comments and ladders stay, and letters leave at the new hour', async () => {
    const before = await site.read(LADDERS);
    const shown = await send(await open(), { 'sending.at': '8h', 'sending.until': '16 giờ 30' });
    expect(unescaped(shown.body)).toContain('Sửa giờ gửi thư, thư tổng hợp');
    expect((await send(shown, {}, 'ap-dung')).status).toBe(303);
    const text = await site.read(LADDERS);
    expect((parse(text) as { sending: object }).sending).toEqual({ at: '08:00', until: '16:30' });
    expect(text.split('\n').filter((line) => !before.split('\n').includes(line))).toHaveLength(2);
    const next = await site.db
      .selectFrom('letter')
      .where('status', '=', 'planned')
      .where('slot', '>', site.now())
      .select('slot')
      .orderBy('slot')
      .execute();
    expect(next.length).toBeGreaterThan(0);
    // 08:00 in Vietnam.
    expect(new Set(next.map(({ slot }) => slot.toISOString().slice(11, 16)))).toEqual(new Set(['01:00']));
  });

  it('write only what does not hold by itself, and what has been written stays written', async () => {
    const text = await apply({ 'digests.weekly': undefined, 'digests.admins': 'quan-tri@dondoc.example' });
    expect((parse(text) as { digests: object }).digests).toEqual({
      ...{ weekly: false, admins: 'quan-tri@dondoc.example' },
    });
    expect(valueOf(await open(), 'digests.weekly')).toBeUndefined();
    const index = unescaped((await browser.get(site.at('/cau-hinh'))).body);
    expect(index).toContain('quan-tri@dondoc.example');
    expect(index).not.toContain('thư tổng hợp đầu tuần');
    const again = await apply({ 'digests.weekly': 'true', 'digests.admins': '' });
    expect((parse(again) as { digests: object }).digests).toEqual({ weekly: true });
  });

  it('tell what is wrong at its field, and change nothing', async () => {
    const before = await site.read(LADDERS);
    for (const [typed, field, words] of [
      [{ 'sending.at': '' }, 'sending.at', 'Cần ghi giờ bắt đầu gửi'],
      [{ 'sending.at': '25:00' }, 'sending.at', 'Giờ phải viết dạng'],
      [{ 'sending.until': '07:00' }, 'sending.until', 'Giờ ngừng gửi (07:00) phải sau giờ gửi (07:30)'],
      [{ 'digests.admins': 'quan-tri' }, 'digests.admins', 'Địa chỉ thư điện tử không hợp lệ'],
    ] as [Record<string, string>, string, string][]) {
      const shown = await send(await open(), typed);
      expect([typed, shown.status]).toEqual([typed, 422]);
      expect(unescaped(shown.body)).toMatch(
        new RegExp(`id="p-${field.replace('.', '\\.')}">\\s*${words.replace(/[()]/g, '\\$&')}`),
      );
    }
    expect(await site.read(LADDERS)).toBe(before);
  });
});
