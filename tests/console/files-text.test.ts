import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';

const OFFICER = { role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' } as const;
const CALENDAR = '/cau-hinh/tep?tep=calendar/2019.yaml';
const TEMPLATE = '/cau-hinh/mau?mau=upcoming/subject.txt';

let record: OpenRecord;
let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ record, site } = opened));
beforeEach(async () => {
  browser = await site.browserOf({ role: 'admin' });
});

async function submit(page: Shown, url: string, typed: Record<string, string>): Promise<Shown> {
  const kept = formFields(page.body).filter(([name]) => !(name in typed));
  return browser.send(url, [...kept, ...Object.entries(typed)]);
}

/** Opens a page's form, types into it, and asks what that would do. */
async function preview(path: string, typed: Record<string, string>): Promise<{ url: string; shown: Shown }> {
  const url = site.at(path);
  return { url, shown: await submit(await browser.get(url), url, { ...typed, buoc: 'xem' }) };
}

const textIn = (page: Shown) => new Map(formFields(page.body)).get('noi_dung') ?? '';

describe('a file as text', () => {
  it.each([
    'kon-tum-2019/plan.yaml',
    'kon-tum-2019/units.yaml',
    'kon-tum-2019/ladders.yaml',
    'calendar/2019.yaml',
  ])('%s comes back from the form byte for byte', async (name) => {
    const { shown } = await preview(`/cau-hinh/tep?tep=${name}`, {});
    expect([shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([422, true]);
  });

  it('is checked, shown, and put in place with a day off that moves letters', async () => {
    const before = await site.read('schedules/calendar/2019.yaml');
    const page = await browser.get(site.at(CALENDAR));
    const off = '  - { date: 2019-10-14, kind: le, name: Nghỉ đột xuất }\r\nwork:';
    const typed = textIn(page).replace('work:', off);
    const { url, shown } = await preview(CALENDAR, { noi_dung: typed });
    expect(shown.status).toBe(200);
    expect(unescaped(shown.body)).toContain('+   - { date: 2019-10-14, kind: le, name: Nghỉ đột xuất }');
    expect(shown.body).toContain('class="added"');
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(before);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(
      before.replace('work:', off.replace('\r', '')),
    );
    expect(site.schedule.calendar.isWorkingDay('2019-10-14')).toBe(false);
  });

  it('is refused with every place that is wrong, and what was typed stays', async () => {
    const before = await site.read('schedules/calendar/2019.yaml');
    const { shown } = await preview(CALENDAR, { noi_dung: 'year: 2019\nstatus: maybe\n' });
    expect(shown.status).toBe(422);
    expect(shown.body).toMatch(/calendar\/2019\.yaml:2:\d+: /);
    expect(textIn(shown)).toContain('status: maybe');
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(before);
  });

  it('is not written over what somebody else has saved, also after a preview that was refused', async () => {
    const url = site.at(CALENDAR);
    const refused = await submit(await browser.get(url), url, { noi_dung: 'year: 2019\n', buoc: 'xem' });
    expect(refused.status).toBe(422);
    const theirs = (await site.read('schedules/calendar/2019.yaml')).replace('Quốc khánh', 'Lễ Quốc khánh');
    await site.write('schedules/calendar/2019.yaml', theirs);
    const mine = (await readFile('schedules/calendar/2019.yaml', 'utf8')).replace(
      'Tết Dương',
      'Ngày Tết Dương',
    );
    const conflict = await submit(refused, url, { noi_dung: mine, buoc: 'xem' });
    expect([conflict.status, textIn(conflict)]).toEqual([409, mine.replaceAll('\n', '\r\n')]);
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(theirs);
  });

  it('keeps the line ends of a file from Windows', async () => {
    const windows = (await site.read('schedules/calendar/2019.yaml')).replaceAll('\n', '\r\n');
    await site.write('schedules/calendar/2019.yaml', windows);
    const { url, shown } = await preview(CALENDAR, {
      noi_dung: windows.replace('Tết Dương lịch', 'Tết Dương lịch 2019'),
    });
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('schedules/calendar/2019.yaml')).toBe(
      windows.replace('Tết Dương lịch', 'Tết Dương lịch 2019'),
    );
  });

  it('mends a file that is wrong on disk, whose faults the first page tells', async () => {
    await site.write('schedules/calendar/2019.yaml', 'year: 2019\n');
    await site.renew();
    expect((await browser.get(site.at('/cau-hinh'))).body).toContain('calendar/2019.yaml:1:1');
    const whole = await readFile('schedules/calendar/2019.yaml', 'utf8');
    const { url, shown } = await preview(CALENDAR, { noi_dung: whole });
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(site.problems).toEqual([]);
  });

  it.each([
    '../schedules/calendar/2019.yaml',
    'calendar/../calendar/2019.yaml',
    'calendar/../../secret.yaml',
    '../secret.yaml',
    '/etc/passwd',
    'schema/plan.schema.json',
    'mẫu thư/upcoming/body.txt',
    'calendar/2019.yaml\0',
    '',
  ])('knows no file %j', async (name) => {
    await writeFile(join(site.root, 'secret.yaml'), 'mật khẩu\n');
    const url = site.at(`/cau-hinh/tep?tep=${encodeURIComponent(name)}`);
    const shown = await browser.get(url);
    // A zero byte is refused before any route looks at the name.
    const status = name.includes('\0') ? 400 : 404;
    expect([shown.status, shown.body.includes('mật khẩu:')]).toEqual([status, false]);
    expect((await browser.post(url, { noi_dung: 'x', buoc: 'ap-dung' }, site.at('/mat-khau'))).status).toBe(
      status,
    );
    expect(await site.read('secret.yaml')).toBe('mật khẩu\n');
  });
});

describe('a template', () => {
  it.each(['upcoming/body.html', 'overdue/body.txt', 'parts/item.html'])(
    '%s comes back byte for byte',
    async (name) => {
      const { shown } = await preview(`/cau-hinh/mau?mau=${name}`, {});
      expect([shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([422, true]);
    },
  );

  it('shows a letter that is planned, in frames that can do nothing', async () => {
    const shown = await browser.get(site.at('/cau-hinh/mau?mau=upcoming/body.html'));
    expect(shown.body).toContain('Thư sắp gửi');
    const [, frame = ''] = /<iframe sandbox src="([^"]+)"/.exec(shown.body.replace(/\s+/g, ' ')) ?? [];
    const letter = await browser.get(site.web.url + frame);
    expect(letter.status).toBe(200);
    expect(letter.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
    expect(letter.headers.get('cache-control')).toBe('no-store');
    expect(letter.body).toContain('theo dõi thi hành pháp luật');
  });

  it('shows the letter with the new words before they are put in place', async () => {
    const before = await site.read('templates/upcoming/subject.txt');
    const { url, shown } = await preview(TEMPLATE, { noi_dung: `KHẨN ${before}` });
    expect([shown.status, /Tiêu đề:<\/strong>\s*KHẨN /.test(shown.body)]).toEqual([200, true]);
    expect(await site.read('templates/upcoming/subject.txt')).toBe(before);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('templates/upcoming/subject.txt')).toBe(`KHẨN ${before}`);
  });

  it('while it is typed, answers with the letter or with what is wrong, and writes nothing', async () => {
    const before = await site.read('templates/upcoming/subject.txt');
    const page = await browser.get(site.at(TEMPLATE));
    const typed = (text: string) => submit(page, site.at(TEMPLATE), { noi_dung: text, buoc: 'thu' });
    const good = await typed(`KHẨN ${before}`);
    expect([good.status, /Tiêu đề:<\/strong>\s*KHẨN /.test(good.body)]).toEqual([200, true]);
    const wrong = await typed('{% if %}');
    expect([wrong.status, wrong.body.includes('mẫu thư/upcoming/subject.txt:1:')]).toEqual([200, true]);
    for (const { body } of [good, wrong]) expect(body).not.toMatch(/<html|<form/);
    expect(await site.read('templates/upcoming/subject.txt')).toBe(before);
  });

  it.each(['{{ khong_co }}', '{% if %}', ''])('%j is refused', async (text) => {
    const before = await site.read('templates/upcoming/subject.txt');
    for (const buoc of ['xem', 'ap-dung']) {
      const url = site.at(TEMPLATE);
      const shown = await submit(await browser.get(url), url, { noi_dung: text, buoc });
      expect([shown.status, shown.body.includes('mẫu thư/upcoming/subject.txt:1:')]).toEqual([422, true]);
    }
    expect(await site.read('templates/upcoming/subject.txt')).toBe(before);
  });

  it.each(['../templates/upcoming/subject.txt', '../schedules/calendar/2019.yaml', 'upcoming/', 'x.txt'])(
    'knows no template %j',
    async (name) => {
      const url = site.at(`/cau-hinh/mau?mau=${encodeURIComponent(name)}`);
      expect((await browser.get(url)).status).toBe(404);
    },
  );
});

describe('a unit', () => {
  const UNIT = '/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-tu-phap';

  it('gets another mailbox, and its letters move there', async () => {
    browser = await site.browserOf(OFFICER);
    const before = await site.read('schedules/kon-tum-2019/units.yaml');
    const { url, shown } = await preview(UNIT, { office: 'vt@stp.kontum.example' });
    expect([shown.status, shown.body.includes('vt@stp.kontum.example</td>')]).toEqual([200, true]);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read('schedules/kon-tum-2019/units.yaml')).toBe(
      before.replace('vanthu@sotuphap.kontum.example', 'vt@stp.kontum.example'),
    );
    const moved = await record.db
      .selectFrom('letter')
      .where('mailbox', '=', 'vt@stp.kontum.example')
      .where('status', '=', 'planned')
      .select('id')
      .execute();
    expect(moved.length).toBeGreaterThan(0);
  });

  it.each([
    ['office', 'không phải thư'],
    ['head', 'a@b.example\r\nBcc: c@d.example'],
    ['name', ''],
  ])('is refused with %s %j, at that field', async (name, value) => {
    const before = await site.read('schedules/kon-tum-2019/units.yaml');
    const { shown } = await preview(UNIT, { [name]: value });
    expect([shown.status, shown.body.includes(`id="p-${name}"`)]).toEqual([422, true]);
    expect(await site.read('schedules/kon-tum-2019/units.yaml')).toBe(before);
  });

  it('is added', async () => {
    const typed = { id: 'so-moi', name: 'Sở Mới', office: 'vt@somoi.kontum.example' };
    const { url, shown } = await preview('/cau-hinh/don-vi?thu-muc=kon-tum-2019', typed);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(site.schedule.folders.find(({ id }) => id === 'kon-tum-2019')?.units.get('so-moi')).toMatchObject(
      typed,
    );
  });
});

describe('who may', () => {
  it.each([
    ['/cau-hinh', 403, 200],
    ['/cau-hinh/90-ngay', 403, 200],
    ['/cau-hinh/nhiem-vu?ke-hoach=mau-2026', 403, 403],
    ['/cau-hinh/don-vi?thu-muc=mau-2026&id=so-noi-vu', 403, 403],
    ['/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-noi-vu', 403, 200],
    ['/cau-hinh/tep', 403, 403],
    [CALENDAR, 403, 403],
    ['/cau-hinh/mau', 403, 403],
    [TEMPLATE, 403, 403],
    ['/cau-hinh/doc?ke-hoach=kon-tum-2019&cum-tu=x', 403, 200],
  ])('%s: a viewer %i, an officer %i', async (path, viewer, officer) => {
    const statuses: number[] = [];
    for (const visitor of [{ role: 'viewer' } as const, OFFICER])
      statuses.push((await (await site.browserOf(visitor)).get(site.at(path))).status);
    expect(statuses).toEqual([viewer, officer]);
  });

  it.each([CALENDAR, TEMPLATE])('an officer changes nothing at %s', async (path) => {
    browser = await site.browserOf(OFFICER);
    const sent = await browser.post(site.at(path), { noi_dung: 'x', buoc: 'ap-dung' }, site.at('/mat-khau'));
    expect([sent.status, sent.body.includes('Không thuộc quyền')]).toEqual([403, true]);
  });
});

describe('the next 90 days', () => {
  it('counts as many letters as the plan has, an officer only its own folder', async () => {
    const shown = await browser.get(site.at('/cau-hinh/90-ngay'));
    expect(shown.status).toBe(200);
    const total = Number(/<strong>(\d+) thư<\/strong>/.exec(shown.body)?.[1]);
    const cells = [...shown.body.matchAll(/<td>(\d+)<\/td>/g)].map(([, count]) => Number(count));
    const body = shown.body.slice(0, shown.body.indexOf('<tfoot>'));
    const rows = [...body.matchAll(/<td>(\d+)<\/td>/g)].map(([, count]) => Number(count));
    expect(rows.reduce((all, count) => all + count, 0)).toBe(total);
    expect(cells.reduce((all, count) => all + count, 0)).toBe(2 * total);
    expect(total).toBeGreaterThan(50);
    expect(shown.body).not.toContain('tinhmau.example');
  });
});
