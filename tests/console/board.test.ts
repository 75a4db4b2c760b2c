import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import type { ConsoleParts } from '../../src/console/console.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { ConsoleSite, type Browser } from '../support/console-site.ts';
import { claimOnly, openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const HOSTILE = `<script>alert(1)</script> "onload='x' & Đề án`;

/** Two provinces, so that what one unit follows up is not all there is. */
const OWN = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap', { clause: 'điểm b, mục 2.1 (II.2.1.b)' }),
    duty('A07', 'trước ngày 18/11/2019', ['huyen-a', 'huyen-b'], { title: HOSTILE, clause: '<b>mục</b>' }),
  ],
  units: [unit('so-tu-phap', { name: 'Sở Tư pháp' }), unit('huyen-a', { name: 'Huyện <i>A</i>' })],
});
const OTHER = scheduleOf({
  duties: [duty('B01', 'trước ngày 19/10/2019', 'so-y-te')],
  plan: { id: 'KH-KHAC' },
  folder: 'tinh-khac',
});
const SCHEDULE = { ...OWN, folders: [...OWN.folders, ...OTHER.folders] };
const ID = 'KH/A04/so-tu-phap/2019-10-14';

let record: OpenRecord;
let site: ConsoleSite;
let viewer: Browser;

beforeAll(async () => {
  record = await openTestRecord();
  const parts: Partial<ConsoleParts> = {};
  site = new ConsoleSite(record.db, SCHEDULE, parts);
  const schedule = () => site.schedule;
  parts.board = openBoardDesk({ db: record.db, now: () => site.now(), schedule });
  await site.open();
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
});
beforeEach(async () => {
  await site.begin('2019-10-01');
  site.today = '2019-10-15';
  viewer = await site.browserOf({ role: 'viewer' });
});

/** The deadlines on a page, in their order, by the ids in their links. */
function listed(body: string): string[] {
  const ids = [...body.matchAll(/\/quan-ly\/thoi-han\?id=([^"]+)"/g)].map(([, id = '']) => id);
  return ids.map((id) => decodeURIComponent(id).split('/').slice(1, 3).join('/'));
}

/** How many the board counts in a state, by the words of its link. */
function counted(body: string, words: string): number {
  const links = [...body.matchAll(/<a[^>]*>\s*<b>([\d.]+)<\/b>([\s\S]*?)<\/a/g)];
  const link = links.find(([, , label = '']) => label.replace(/<[^>]+>/g, '').includes(words));
  return Number(link?.[1]);
}

const board = async (query = '') => (await viewer.get(site.at(query))).body;

describe('the board', () => {
  it('lists every deadline, worst first, with its day in words', async () => {
    const { status, body } = await viewer.get(site.at(''));
    expect(status).toBe(200);
    expect(listed(body)).toEqual(['A04/so-tu-phap', 'B01/so-y-te', 'A07/huyen-a', 'A07/huyen-b']);
    expect(body).toContain('Quá hạn 01 ngày làm việc');
    expect(body).toContain('thứ Hai, 14/10/2019');
    expect(body).toContain('<b>4</b>');
    expect(body).not.toMatch(/>[^<]*2019-\d\d-\d\d[^<]*</);
    expect(site.logged).toEqual([]);
  });

  it.each([
    ['?don-vi=huyen-a', ['A07/huyen-a']],
    ['?ke-hoach=KH-KHAC', ['B01/so-y-te']],
    ['?muc=II.2.1.b', ['A04/so-tu-phap']],
    ['?thang=2019-11', ['A07/huyen-a', 'A07/huyen-b']],
    ['?ngay=2019-11-15', ['A07/huyen-a', 'A07/huyen-b']],
    ['?trang-thai=qua-han', ['A04/so-tu-phap']],
    ['?tim=so+tu+phap', ['A04/so-tu-phap']],
    ['?tim=%C4%91%E1%BB%81+an&don-vi=huyen-b', ['A07/huyen-b']],
    [
      '?thang=nonsense&trang-thai=&ngay=32&trang=0',
      ['A04/so-tu-phap', 'B01/so-y-te', 'A07/huyen-a', 'A07/huyen-b'],
    ],
  ])('shows for %s only what is asked for', async (query, ids) => {
    expect(listed(await board(query))).toEqual(ids);
  });

  it('counts within the filter, and every count leads to as many rows', async () => {
    const body = await board('?don-vi=huyen-a');
    expect([counted(body, 'Tất cả'), counted(body, 'Còn hạn'), counted(body, 'Quá hạn')]).toEqual([1, 1, 0]);
    const all = await board();
    for (const [words, slug] of [
      ['Quá hạn', 'qua-han'],
      ['Chờ xác nhận', 'cho'],
      ['Sắp đến hạn', 'sap-den-han'],
      ['Còn hạn', 'con-han'],
    ] as const)
      expect([words, counted(all, words)]).toEqual([
        words,
        listed(await board(`?trang-thai=${slug}`)).length,
      ]);
  });

  it('says what it is narrowed by, keeps it in the form, and offers to take it away', async () => {
    const body = await board('?don-vi=so-tu-phap&tim=nhi%E1%BB%87m');
    expect(body).toMatch(/Đang lọc:[\s\S]*có chữ “nhiệm”[\s\S]*Sở Tư pháp[\s\S]*Bỏ lọc/);
    expect(body).toMatch(/<option value="so-tu-phap" selected>/);
    expect(body).toContain('name="tim"');
    expect(body).toContain('value="nhiệm"');
    expect(await board()).not.toContain('Đang lọc');
  });

  it('says why it is empty', async () => {
    expect(await board('?tim=khongthay')).toContain('Không có thời hạn nào khớp với điều kiện lọc');
    await site.begin('2018-03-01');
    await record.db.deleteFrom('event').execute();
    await record.db.deleteFrom('notice').execute();
    await record.db.deleteFrom('deadline').execute();
    viewer = await site.browserOf({ role: 'viewer' });
    expect(await board()).toContain('Chưa có thời hạn nào');
  });

  it('escapes what schedules and addresses bring', async () => {
    const body = await board('?tim=%3Cscript%3Ealert(2)');
    expect(body).not.toContain('<script>alert');
    const all = await board();
    expect(all).not.toContain('<script>alert');
    expect(all).not.toContain('<i>A</i>');
    expect(all).not.toContain('<b>mục</b>');
    expect(all).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(all).not.toContain('style="');
  });

  it('tells the last letter, and an answer that came after it', async () => {
    expect(await board('?don-vi=so-tu-phap')).toContain('Chưa có thư, trả lời');
    const letter = await claimOnly(record.db, '2019-10-09');
    const sent = {
      response: '250',
      said: { messageId: '<a@b.example>', subject: 's', text: 't', html: 'h' },
    };
    await settleLetter(record.db, letter.id, 'test', instantAt('2019-10-09', '07:31'), {
      status: 'sent',
      ...sent,
    });
    expect(await board('?don-vi=so-tu-phap')).toMatch(/09\/10\/2019<\/span\s*>\s*Thư “Sắp đến hạn”/);
    const answer = { kind: 'received' } as const;
    const now = instantAt('2019-10-10', '10:00');
    await takeAnswer(record.db, now, SCHEDULE, { deadline: ID, by: 'Sở Tư pháp', answer });
    const body = await board('?don-vi=so-tu-phap');
    expect(body).toMatch(/10\/10\/2019<\/span\s*>\s*Cơ quan báo đã nhận nhiệm vụ/);
    expect(body.match(/letter-tick/g)).toHaveLength(1);
  });

  it('draws the year of what is shown, with the same in words', async () => {
    const body = await board();
    expect(body.match(/class="aim /g)).toHaveLength(3);
    expect(body.match(/class="nominal /g)).toHaveLength(1);
    expect(body).toMatch(/Tháng 10<\/a>: 02 thời hạn, trong đó 01 quá hạn/);
    expect((await board('?don-vi=so-tu-phap')).match(/class="aim /g)).toHaveLength(1);
    expect(await board('?tim=khongthay')).not.toContain('<svg');
  });
});

describe('who sees what', () => {
  it('an officer sees the plans that its unit follows up, and nothing of others', async () => {
    const officer = { role: 'officer', folder: 'tinh-khac', unit: 'so-noi-vu' } as const;
    const other = await site.browserOf(officer);
    const { body } = await other.get(site.at(''));
    expect(listed(body)).toEqual(['B01/so-y-te']);
    expect(body).not.toContain('so-tu-phap');
    expect(listed((await other.get(site.at('?don-vi=so-tu-phap'))).body)).toEqual([]);
    expect(listed((await other.get(site.at('/thang?thang=2019-10'))).body)).toEqual(['B01/so-y-te']);
  });

  it('an officer of a unit that follows up nothing sees an empty board', async () => {
    const nobody = await site.browserOf({ role: 'officer', folder: 'tinh-thu', unit: 'so-tu-phap' });
    const { status, body } = await nobody.get(site.at(''));
    expect([status, listed(body)]).toEqual([200, []]);
  });

  it('nobody sees it without signing in', async () => {
    for (const path of ['', '/thang']) {
      const { status, headers } = await fetch(site.at(path), { redirect: 'manual' });
      expect([status, headers.get('location')]).toEqual([
        303,
        expect.stringContaining('/dang-nhap') as string,
      ]);
    }
  });
});

describe('the month', () => {
  it('shows each duty on its last working day, and again on a nominal day that is off', async () => {
    const { status, body } = await viewer.get(site.at('/thang?thang=2019-11'));
    expect(status).toBe(200);
    expect(body).toContain('Lịch tháng 11 năm 2019');
    const cells = body.split('<td').slice(1);
    const on = (day: string) => cells.find((cell) => cell.includes(`datetime="${day}"`)) ?? '';
    expect(on('2019-11-15')).toContain('02 cơ quan');
    expect(on('2019-11-15')).toContain('ngay=2019-11-15');
    expect(on('2019-11-17')).toContain('Ngày hạn: ');
    expect(on('2019-11-14')).not.toContain('<li');
    expect(body).toContain('href="/quan-ly/thang?thang=2019-10"');
    expect(body).toContain('href="/quan-ly/thang?thang=2019-12"');
    expect(body).not.toContain('<script>alert');
  });

  it('is the current month when none that exists is asked for, and links to single deadlines', async () => {
    for (const query of ['', '?thang=2019-99', '?thang=<b>']) {
      const { body } = await viewer.get(site.at(`/thang${query}`));
      expect(body).toContain('Lịch tháng 10 năm 2019');
      expect(listed(body)).toEqual(['A04/so-tu-phap', 'B01/so-y-te']);
      expect(body).toMatch(/aria-current="date">\s*<p class="date">[\s\S]{0,120}datetime="2019-10-15"/);
    }
  });

  it('shades days off and names holidays', async () => {
    const { body } = await viewer.get(site.at('/thang?thang=2019-09'));
    expect(body).toMatch(/<td class="off"[\s\S]{0,200}datetime="2019-09-02"[\s\S]{0,200}Quốc khánh/);
    expect((await viewer.get(site.at('/thang?thang=1950-01'))).status).toBe(200);
  });
});
