import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenRecord } from '../../src/record/open-record.ts';
import type { Browser, Shown } from '../support/console-site.ts';
import { formFields, inFilesSite, unescaped, type FilesSite } from '../support/files-site.ts';
import { SLOW } from '../support/record.ts';

const PLAN = 'schedules/kon-tum-2019/plan.yaml';
const FORM = '/cau-hinh/nhiem-vu?ke-hoach=kon-tum-2019';
const OFFICER = { role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' } as const;

let record: OpenRecord;
let site: FilesSite;
let browser: Browser;

inFilesSite((opened) => ({ record, site } = opened));
beforeEach(async () => {
  browser = await site.browserOf(OFFICER);
});

/** Sends the form of a page again, with some fields typed anew; `null` takes a field's values away. */
async function submit(
  page: Shown,
  url: string,
  typed: Record<string, string | string[] | null>,
): Promise<Shown> {
  const kept = formFields(page.body).filter(([name]) => !(name in typed));
  const fresh = Object.entries(typed).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return browser.send(url, [...kept, ...fresh]);
}

async function change(id: string, typed: Record<string, string | string[] | null>, step = 'xem') {
  const url = site.at(`${FORM}&id=${id}`);
  return { url, shown: await submit(await browser.get(url), url, { ...typed, buoc: step }) };
}

const events = () =>
  record.db.selectFrom('event').where('what', '=', 'schedule-edited').selectAll().execute();

describe('the form', () => {
  it(
    'sent back as it came changes nothing, for every obligation of the plan',
    async () => {
      const { obligations } = parse(await site.read(PLAN)) as { obligations: { id: string }[] };
      expect(obligations.length).toBeGreaterThan(40);
      for (const { id } of obligations) {
        const { shown } = await change(id, {});
        expect([id, shown.status, shown.body.includes('không có gì thay đổi')]).toEqual([id, 422, true]);
      }
    },
    SLOW,
  );

  it.each(['from', 'to'])('asks for a real day in %s, as the form writes days', async (field) => {
    const before = await site.read(PLAN);
    const { shown } = await change('A04', { [field]: '31/02/2020' }, 'ap-dung');
    expect(shown.status).toBe(422);
    expect(unescaped(shown.body)).toContain('“31/02/2020” không phải một ngày có thật; viết dạng 30/04/2019');
    expect(shown.body).toContain(`id="p-${field}"`);
    expect(shown.body).not.toContain('năm-tháng-ngày');
    expect(await site.read(PLAN)).toBe(before);
  });

  it('shows what the change would do before anything is written, and does exactly that', async () => {
    const before = await site.read(PLAN);
    const { url, shown } = await change('A04', { phrase: 'trước ngày 22/10/2019' });
    expect(shown.status).toBe(200);
    expect(await site.read(PLAN)).toBe(before);
    expect(await events()).toEqual([]);
    expect(unescaped(shown.body)).toContain('+     phrase: trước ngày 22/10/2019');
    expect(unescaped(shown.body)).toContain('-     phrase: trước ngày 15/10/2019');
    const told = rowsOf(shown.body);
    expect(told.filter(([sign]) => sign === '+').length).toBeGreaterThan(0);
    expect(told.filter(([sign]) => sign === '−').length).toBeGreaterThan(0);

    const planned = await letters();
    const applied = await submit(shown, url, { buoc: 'ap-dung', ly_do: 'Công văn số 12/SNV' });
    expect(applied.status).toBe(303);
    expect(await site.read(PLAN)).toBe(
      before.replace('phrase: trước ngày 15/10/2019', 'phrase: trước ngày 22/10/2019'),
    );
    const now = await letters();
    const minus = (a: string[], b: string[]) => a.filter((one) => !b.includes(one));
    const done = [
      ...minus(now, planned).map((letter) => `+ ${letter}`),
      ...minus(planned, now).map((letter) => `− ${letter}`),
    ];
    expect(told.map((row) => row.join(' ')).sort()).toEqual(done.sort());
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      who: 'can.bo',
      why: 'Sửa nhiệm vụ A04 (tệp kon-tum-2019/plan.yaml): Công văn số 12/SNV.',
    });
    expect(event?.detail.diff).toContain('+     phrase: trước ngày 22/10/2019');
  });

  it('adds an obligation', async () => {
    const url = site.at(FORM);
    const typed = {
      ...{
        id: 'A90',
        clause: 'mục 9',
        title: `Báo cáo "quý": 'x' # {y}`,
        lead: ['so-tu-phap', 'so-tai-chinh'],
      },
      ...{ recipient: 'Ủy ban nhân dân tỉnh', phrase: 'trước ngày 25/10/2019' },
    };
    const shown = await submit(await browser.get(url), url, { ...typed, buoc: 'xem' });
    expect(shown.status).toBe(200);
    const before = await site.read(PLAN);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    const after = await site.read(PLAN);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    const { obligations } = parse(after) as { obligations: unknown[] };
    expect(obligations.at(-1)).toEqual({ ...typed, recipient: 'ubnd-tinh' });
    const again = await submit(await browser.get(url), url, { ...typed, buoc: 'xem' });
    expect([again.status, again.body.includes('đã có nhiệm vụ mã')]).toEqual([422, true]);
  });

  it.each([
    ['phrase', 'khoảng giữa tháng 10', 'phrase'],
    ['phrase', 'trước 31/02/2020', 'phrase'],
    ['title', 'hai\u0007dòng', 'title'],
    ['title', '', 'title'],
    ['lead', 'so-khong-co', 'lead'],
    ['ladder', 'thang-khac', 'ladder'],
  ])(
    'keeps what was typed when %s is %j, says why at the field, and writes nothing',
    async (name, value, field) => {
      const before = await site.read(PLAN);
      for (const step of ['xem', 'ap-dung']) {
        const { shown } = await change('A04', { [name]: value }, step);
        expect(shown.status).toBe(422);
        expect(shown.body).toContain(`id="p-${field}"`);
        expect(formFields(shown.body)).toContainEqual([name, value]);
        expect(await site.read(PLAN)).toBe(before);
      }
      expect(await events()).toEqual([]);
    },
  );

  it('suggests a phrase for one that is refused', async () => {
    const { shown } = await change('A04', { phrase: 'trước 31/02/2020' });
    expect(unescaped(shown.body)).toContain('có phải ý bạn là “trước ngày 29/02/2020”?');
  });

  it('refuses to write over a file that has changed, and keeps what was typed', async () => {
    const { url, shown } = await change('A04', { title: 'Tên mới' });
    const elsewhere = (await site.read(PLAN)).replace('place: Kon Tum', 'place: Kon  Tum');
    await site.write(PLAN, elsewhere);
    const conflict = await submit(shown, url, { buoc: 'ap-dung' });
    expect(conflict.status).toBe(409);
    expect(await site.read(PLAN)).toBe(elsewhere);
    expect(formFields(conflict.body)).toContainEqual(['title', 'Tên mới']);
    expect(await events()).toEqual([]);
    const anew = await submit(conflict, url, { buoc: 'xem' });
    expect([anew.status, (await submit(anew, url, { buoc: 'ap-dung' })).status]).toEqual([200, 303]);
    expect(await site.read(PLAN)).toContain('place: Kon  Tum');
  });

  it('lets one of two that apply at once through', async () => {
    const [one, other] = [await change('A04', { title: 'Một' }), await change('A05', { title: 'Hai' })];
    const answers = await Promise.all(
      [one, other].map(({ url, shown }) => submit(shown, url, { buoc: 'ap-dung' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await events()).toHaveLength(1);
  });

  it('leaves nothing else behind in the folder', async () => {
    const { url, shown } = await change('A04', { title: 'Một' });
    await submit(shown, url, { buoc: 'ap-dung' });
    expect((await readdir(join(site.root, 'schedules/kon-tum-2019'))).sort()).toEqual(
      (await readdir('schedules/kon-tum-2019')).sort(),
    );
  });
});

describe('a target', () => {
  const MEASURE = 'số đơn vị cấp xã của huyện, thành phố đã công bố Hệ thống quản lý chất lượng';
  const typedTarget = {
    ...{ 'target.atLeast': '54,5', 'target.unit': 'điểm', 'target.measure': 'điểm của cả tỉnh' },
    ...{ 'target.baseline': 'so với năm 2018', 'target.baselineValue': '1.200', 'target.direction': 'tăng' },
  };

  it('is shown as officials write figures', async () => {
    const page = await browser.get(site.at(`${FORM}&id=A06`));
    expect(formFields(page.body)).toContainEqual(['target.atLeast', '80']);
    expect(formFields(page.body)).toContainEqual(['target.measure', MEASURE]);
  });

  it('is changed in its own lines', async () => {
    const before = await site.read(PLAN);
    const units = 'Ủy ban nhân dân huyện Đăk Hà: 11\r\nUBND-HUYEN-KHAC';
    const wrong = await change('A06', { 'target.totals': units });
    expect(wrong.shown.status).toBe(422);
    expect(unescaped(wrong.shown.body)).toContain('phải viết dạng “tên cơ quan: tổng số”');

    const name = 'ubnd huyện Ia H’Drai';
    const { url, shown } = await change('A06', {
      ...{ 'target.atLeast': '60', 'target.totals': `${name}: 3` },
    });
    expect([shown.status, unescaped(shown.body).includes('+       atLeast: 60')]).toEqual([200, true]);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read(PLAN)).toBe(
      before
        .replace('atLeast: 80\n', 'atLeast: 60\n')
        .replace('counts: xã\n', 'counts: xã\n      totals:\n        ubnd-huyen-ia-h-drai: 3\n'),
    );
    const { shown: same } = await change('A06', {});
    expect(same.body).toContain('không có gì thay đổi');
  });

  it('is added, and taken away by emptying its fields', async () => {
    const before = await site.read(PLAN);
    const { url, shown } = await change('A04', typedTarget);
    expect((await submit(shown, url, { buoc: 'ap-dung' })).status).toBe(303);
    const { obligations } = parse(await site.read(PLAN)) as {
      obligations: { id: string; target?: object }[];
    };
    expect(obligations.find(({ id }) => id === 'A04')?.target).toEqual({
      ...{ atLeast: 54.5, unit: 'điểm', measure: 'điểm của cả tỉnh' },
      ...{ baseline: 'so với năm 2018', baselineValue: 1200, direction: 'tăng' },
    });
    const empty = Object.fromEntries(Object.keys(typedTarget).map((field) => [field, '']));
    const away = await change('A04', empty);
    expect((await submit(away.shown, away.url, { buoc: 'ap-dung' })).status).toBe(303);
    expect(await site.read(PLAN)).toBe(before);
  });

  it.each([
    ['target.atLeast', 'tám mươi', 'không phải một số; viết dạng 80 hoặc 54,5'],
    ['target.atLeast', '', 'Cần ghi mức tối thiểu hoặc mức tối đa'],
    ['target.atLeast', '101', 'không thể quá 100%'],
    ['target.unit', '', 'Cần ghi đơn vị đo'],
    ['target.unit', 'bậc', 'phải có đơn vị là %'],
    ['target.total', '10,5', ''],
    ['target.totals', 'Sở Tư pháp: 4', 'không chủ trì nhiệm vụ này'],
    ['target.totals', 'Sở Không Có: 4', 'hông có cơ quan nào tên là “Sở Không Có”'],
    ['target.direction', 'giảm', 'không dùng “direction”'],
  ])('asks at the field when %s is %j', async (field, value, words) => {
    const { shown } = await change('A06', { [field]: value });
    expect(shown.status).toBe(422);
    expect(shown.body).toContain(`id="p-${field}"`);
    expect(unescaped(shown.body)).toContain(words);
    expect(unescaped(shown.body)).toContain(value);
  });
});

describe('who may', () => {
  it.each([
    [{ role: 'viewer' } as const, 403],
    [{ role: 'officer', folder: 'kon-tum-2019', unit: 'so-tu-phap' } as const, 403],
    [{ role: 'officer', folder: 'mau-2026', unit: 'so-noi-vu' } as const, 403],
    [{ role: 'admin' } as const, 200],
  ])('%j: %i', async (visitor, status) => {
    browser = await site.browserOf({ role: 'admin' });
    const { url, shown } = await change('A04', { title: 'Khác' });
    await record.db.deleteFrom('session').execute();
    await record.db.deleteFrom('account').execute();
    browser = await site.browserOf(visitor);
    expect((await browser.get(url)).status).toBe(status);
    const before = await site.read(PLAN);
    const token = formFields((await browser.get(site.at('/mat-khau'))).body).filter(
      ([name]) => name === 'form_token',
    );
    const typed = formFields(shown.body).filter(([name]) => !['buoc', 'form_token'].includes(name));
    const sent = await browser.send(url, [...token, ...typed, ['buoc', 'ap-dung']]);
    if (status === 403) expect(sent.body).toContain('Không thuộc quyền của tài khoản');
    expect(sent.status).toBe(status === 200 ? 303 : 403);
    expect((await site.read(PLAN)) === before).toBe(status !== 200);
  });

  it('lists to an officer its own plans only', async () => {
    const own = await browser.get(site.at('/cau-hinh'));
    expect([own.status, own.body.includes('kon-tum-2019'), own.body.includes('mau-2026')]).toEqual([
      200,
      true,
      false,
    ]);
  });
});

describe('the reading of a phrase', () => {
  const read = async (phrase: string, plan = 'kon-tum-2019') =>
    browser.get(site.at(`/cau-hinh/doc?ke-hoach=${plan}&cum-tu=${encodeURIComponent(phrase)}`));

  it('tells the day and how far it is', async () => {
    const answer = JSON.parse((await read('trước ngày 15/10/2019')).body) as { ok: boolean; words: string };
    expect(answer).toMatchObject({ ok: true });
    expect(answer.words).toContain('ngày cuối còn trong hạn là thứ Hai, 14/10/2019');
    expect(answer.words).toContain('còn 05 ngày làm việc');
  });

  it('suggests what would be understood', async () => {
    const answer = JSON.parse((await read('trước 31/02/2020')).body) as { ok: boolean; suggestion: string };
    expect(answer.ok).toBe(false);
    expect(JSON.parse((await read(answer.suggestion)).body)).toMatchObject({ ok: true });
  });

  it('knows no plan of others', async () => {
    expect((await read('trong quý I', 'mau-2026')).status).toBe(404);
  });
});

async function letters(): Promise<string[]> {
  const rows = await record.db
    .selectFrom('letter')
    .where('status', '=', 'planned')
    .select(['id', 'day', 'mailbox'])
    .execute();
  return rows.map(({ id, day, mailbox }) => `${day.split('-').reverse().join('/')} ${mailbox} ${id}`);
}

/** The rows of the letters' table: sign, day, mailbox, and the letter's id. */
function rowsOf(body: string): string[][] {
  return [...body.matchAll(/<tr data-letter="([^"]+)">([\s\S]*?)<\/tr>/g)].map(([, id = '', row = '']) => [
    row.includes('class="added"') ? '+' : '−',
    /(\d\d\/\d\d\/\d{4})<\/span>/.exec(row)?.[1] ?? '',
    /data-name="Hộp thư">([^<]+)</.exec(row)?.[1]?.trim() ?? '',
    id,
  ]);
}
