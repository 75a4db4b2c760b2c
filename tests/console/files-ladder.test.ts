import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';

const LADDERS = 'schedules/kon-tum-2019/ladders.yaml';
const LADDER = '/cau-hinh/thang-nhac?thu-muc=kon-tum-2019';
const CALENDAR = '/cau-hinh/lich?nam=';

let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ site } = opened));
beforeEach(async () => {
  browser = await site.browserOf({ role: 'admin' });
});

async function submit(page: Shown, url: string, typed: Record<string, string | null>): Promise<Shown> {
  const kept = formFields(page.body).filter(([name]) => !(name in typed) && name !== 'buoc');
  const fresh = Object.entries(typed).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  return browser.send(url, [...kept, ...fresh]);
}

async function sent(path: string, typed: Record<string, string | null>) {
  const url = site.at(path);
  return { url, shown: await submit(await browser.get(url), url, typed) };
}

describe('a ladder', () => {
  it.each(['mac-dinh', 'bao-cao-dinh-ky'])('%s comes back as it is', async (id) => {
    const { shown } = await sent(`${LADDER}&id=${id}`, { buoc: 'xem' });
    expect([shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([422, true]);
  });

  it('is read aloud, changed in one rung, and its letters move', async () => {
    const before = await site.read(LADDERS);
    const page = await browser.get(site.at(`${LADDER}&id=mac-dinh`));
    expect(page.body).toContain(
      'Quá hạn 10 ngày làm việc: báo cáo cấp có thẩm quyền, sau đó lặp lại mỗi 05 ngày làm việc, tối đa 08 lần.',
    );
    const { url, shown } = await sent(`${LADDER}&id=mac-dinh`, { r2_days: '4', buoc: 'xem' });
    expect([shown.status, shown.body.includes('class="added"')]).toEqual([200, true]);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read(LADDERS)).toBe(before.replace('hạn 03 ngày', 'hạn 04 ngày'));
  });

  it('gets, moves and loses rungs by buttons alone', async () => {
    const before = await site.read(LADDERS);
    const { url, shown } = await sent(`${LADDER}&id=mac-dinh`, { buoc: 'xoa-r-1' });
    const added = await submit(shown, url, { buoc: 'them-r' });
    const filled = { r7_side: 'qua', r7_days: '7', r7_to: 'head', buoc: 'len-r-7' };
    const moved = await submit(added, url, filled);
    const preview = await submit(moved, url, { buoc: 'xem' });
    expect(preview.status).toBe(200);
    expect(await site.read(LADDERS)).toBe(before);
    expect((await submit(preview, url, { buoc: 'ap-dung' })).status).toBe(303);
    const { ladders } = parse(await site.read(LADDERS)) as { ladders: { rungs: unknown[] }[] };
    const [first] = (parse(before) as typeof Object & { ladders: { rungs: unknown[] }[] }).ladders;
    const kept = first!.rungs.filter((_rung, index) => index !== 1);
    expect(ladders[0]?.rungs).toEqual(
      kept.toSpliced(6, 0, { when: 'quá hạn 07 ngày làm việc', to: ['head'] }),
    );
    expect(await site.read(LADDERS)).toContain('# Báo cáo của nhiều cơ quan cùng một ngày');
  });

  it.each([
    ['r0_days', 'nhiều', 'r0_days'],
    ['r0_days', '', 'r0_days'],
    ['r0_days', '7', 'r1_days'],
    ['r0_to', 'authority', 'r0_to'],
    ['r7_times', '', 'r7_every'],
  ])('is refused with %s %j, at that field', async (name, value, field) => {
    const before = await site.read(LADDERS);
    const { shown } = await sent(`${LADDER}&id=mac-dinh`, { [name]: value, buoc: 'ap-dung' });
    expect([shown.status, shown.body.includes(`id="p-${field}"`)]).toEqual([422, true]);
    expect(await site.read(LADDERS)).toBe(before);
  });

  it('is added, offered to obligations, and removed; not while it is used', async () => {
    const typed = { id: 'viec-khan', name: 'Việc khẩn', r0_days: '2', buoc: 'xem' };
    const { url, shown } = await sent(LADDER, typed);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    const form = await browser.get(site.at('/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019&id=A04'));
    expect(form.body).toMatch(/<option\s+value="viec-khan"/);
    const gone = await sent(`${LADDER}&id=viec-khan`, { buoc: 'xoa' });
    expect((await submit(gone.shown, gone.url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read(LADDERS)).not.toContain('viec-khan');
    const used = await sent(`${LADDER}&id=mac-dinh`, { buoc: 'xoa' });
    expect([used.shown.status, used.shown.body.includes('Không xóa được')]).toEqual([422, true]);
  });
});

describe('a year', () => {
  it.each([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])('%i comes back as it is', async (year) => {
    const { shown } = await sent(`${CALENDAR}${year}`, { buoc: 'xem' });
    expect([shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([422, true]);
  });

  it('gets a day off, and letters move', async () => {
    const before = await site.read('schedules/calendar/2019.yaml');
    const more = await sent(`${CALENDAR}2019`, { buoc: 'them-o' });
    const days = formFields(more.shown.body).filter(([name]) => /^o\d+_date$/.test(name));
    const last = days.length - 1;
    const preview = await submit(more.shown, more.url, {
      [`o${last}_date`]: '14/10/2019',
      [`o${last}_name`]: 'Nghỉ đột xuất',
      buoc: 'xem',
    });
    expect([preview.status, preview.body.includes('class="added"')]).toEqual([200, true]);
    expect((await submit(preview, more.url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(
      before
        .replace('version: 1', 'version: 2')
        .replace('work:', '  - { date: 2019-10-14, kind: le, name: Nghỉ đột xuất }\nwork:'),
    );
    expect(site.schedule.calendar.isWorkingDay('2019-10-14')).toBe(false);
  });

  it.each([
    ['s', 'ref'],
    ['o', 'date'],
    ['w', 'off'],
  ])('gets one more row of its list %s by the button', async (list, field) => {
    const { shown } = await sent(`${CALENDAR}2019`, { buoc: `them-${list}` });
    const rows = (body: string) =>
      formFields(body).filter(([name]) => new RegExp(`^${list}\\d+_${field}$`).test(name)).length;
    const before = await browser.get(site.at(`${CALENDAR}2019`));
    expect(rows(shown.body)).toBe(rows(before.body) + 1);
  });

  it('is refused with a day that is none, at that field', async () => {
    const { shown } = await sent(`${CALENDAR}2019`, { o0_date: '31/02/2019', buoc: 'ap-dung' });
    expect([shown.status, shown.body.includes('id="p-o0_date"')]).toEqual([422, true]);
  });

  it('that nobody has written is made from the rule, once its notice is named', async () => {
    for (let year = 2020; year <= 2026; year++) await rm(join(site.root, `schedules/calendar/${year}.yaml`));
    await site.renew();
    const { url, shown } = await sent(`${CALENDAR}2020`, { buoc: 'xem' });
    expect([shown.status, shown.body.includes('id="p-s1_ref"')]).toEqual([422, true]);
    const preview = await submit(shown, url, {
      s1_ref: 'Thông báo 4465/TB-LĐTBXH',
      s1_date: '18/10/2019',
      buoc: 'xem',
    });
    expect(unescaped(preview.body)).toContain('+   - ref: Thông báo 4465/TB-LĐTBXH');
    expect((await submit(preview, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(site.schedule.calendar.isOfficial('2020-01-01')).toBe(true);
    expect(site.schedule.calendar.year(2020).sources.at(-1)).toEqual({
      ref: 'Thông báo 4465/TB-LĐTBXH',
      date: '2019-10-18',
    });
    await site.write(
      'schedules/calendar/2020.yaml',
      (await site.read('schedules/calendar/2020.yaml')) + '# khác\n',
    );
    const theirs = await site.read('schedules/calendar/2020.yaml');
    const late = { o0_name: 'Tết tây', buoc: 'ap-dung' };
    expect((await submit(preview, url, late)).status).toBe(409);
    expect(await site.read('schedules/calendar/2020.yaml')).toBe(theirs);
  });
});

describe('taking out', () => {
  it('an obligation withdraws its deadlines; another id is refused', async () => {
    const path = '/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019&id=A04';
    const renamed = await sent(path, { id: 'A99', buoc: 'xem' });
    expect([renamed.shown.status, renamed.shown.body.includes('id="p-id"')]).toEqual([422, true]);
    const { url, shown } = await sent(path, { buoc: 'xoa' });
    expect([shown.status, shown.body.includes('class="dropped"')]).toEqual([200, true]);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('schedules/kon-tum-2019/plan.yaml')).not.toContain('id: A04');
  });

  it('a unit that is referred to is refused', async () => {
    const { shown } = await sent('/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-tu-phap', { buoc: 'xoa' });
    expect([shown.status, shown.body.includes('Không xóa được cơ quan so-tu-phap')]).toEqual([422, true]);
  });
});
