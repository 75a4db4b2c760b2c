import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import type { ConsoleParts } from '../../src/console/console.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { openReportDesk } from '../../src/report/report-desk.ts';
import { live } from '../report/live-record.ts';
import { ConsoleSite, type Browser } from '../support/console-site.ts';
import { empty, openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const HOSTILE = `=HYPERLINK("x") <script>alert(1)</script> & Đề án`;

/** Two provinces, so that what one unit follows up is not all there is. */
const OWN = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'huyen-a'], { title: 'Báo cáo năm' }),
    duty('A07', 'trước ngày 18/11/2019', 'huyen-a', { title: HOSTILE }),
  ],
  units: [unit('so-tu-phap', { name: 'Sở Tư pháp' }), unit('huyen-a', { name: 'Huyện <i>A</i>' })],
});
const OTHER = scheduleOf({
  duties: [duty('B01', 'trước ngày 19/10/2019', 'so-y-te', { title: 'Việc của tỉnh khác' })],
  plan: { id: 'KH-KHAC' },
  folder: 'tinh-khac',
});
const SCHEDULE = { ...OWN, folders: [...OWN.folders, ...OTHER.folders] };
const DONE = { kind: 'done', document: '12/BC-STP', on: '2019-10-11' } as const;

let record: OpenRecord;
let site: ConsoleSite;
let viewer: Browser;
let officer: Browser;

beforeAll(async () => {
  record = await openTestRecord();
  const parts: Partial<ConsoleParts> = {};
  site = new ConsoleSite(record.db, SCHEDULE, parts);
  const place = { db: record.db, now: () => site.now() };
  parts.board = openBoardDesk({ ...place, schedule: () => SCHEDULE });
  parts.reports = openReportDesk({
    ...place,
    instructions: () => ({ schedule: SCHEDULE, fingerprint: 'one' }),
  });
  await site.open();
  await empty(record.db);
  await live(record.db, SCHEDULE, '2019-10-01', '2019-10-16', {
    answers: [{ on: '2019-10-11', deadline: 'KH/A04/so-tu-phap/2019-10-14', answer: DONE }],
  });
  site.today = '2019-10-16';
  viewer = await site.browserOf({ role: 'viewer' });
  officer = await site.browserOf({ role: 'officer', folder: 'tinh-thu', unit: followUp });
}, SLOW);
afterAll(async () => {
  await site.close();
  await record.close();
});

const followUp = OWN.folders[0]!.plans[0]!.followUp;

/** The rows of a page's tables, cell by cell, without the heads that phones show. */
function rowsOf(body: string): string[][] {
  return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell
        .replace(/<span class="of"[\s\S]*?<\/span>/, '')
        .replace(/<[^>]*>/g, '')
        .trim(),
    ),
  );
}

const report = async (query = '', browser = viewer) => browser.get(site.at(`/bao-cao${query}`));
const proof = async (query = '', browser = viewer) => browser.get(site.at(`/bao-cao/nhac-viec${query}`));

describe('the report', () => {
  it('counts this year by unit, and lists every deadline with its result', async () => {
    const { status, body } = await report();
    expect(status).toBe(200);
    expect(body).toContain('Kết quả thực hiện các nhiệm vụ có thời hạn trong năm 2019');
    const rows = rowsOf(body);
    expect(rows).toContainEqual(['Sở Tư pháp', '1', '1', '0', '0', '0', '1', '']);
    expect(rows).toContainEqual(['Huyện &lt;i&gt;A&lt;/i&gt;', '2', '0', '0', '2', '1', '0', '2,0']);
    expect(rows).toContainEqual(['Cộng', '4', '1', '0', '3', '1', '1', '2,0']);
    const done = rows.find(([task, name]) => task === 'Báo cáo năm' && name === 'Sở Tư pháp');
    expect(done?.slice(3)).toEqual([
      '14/10/2019',
      '',
      '11/10/2019',
      '12/BC-STP',
      'Đúng hạn, chờ xác nhận',
      '',
    ]);
    expect(body).not.toContain('<script>alert');
    expect(site.logged).toEqual([]);
  });

  it.each([
    ['?ky=2019-10', ['A04/so-tu-phap', 'A04/huyen-a', 'B01/so-y-te']],
    ['?ky=2019-11', ['A07/huyen-a']],
    ['?ky=2019-Q4&don-vi=huyen-a', ['A04/huyen-a', 'A07/huyen-a']],
    ['?ky=2019&ke-hoach=KH-KHAC', ['B01/so-y-te']],
    ['?ky=2019-10-15..2019-10-31', ['B01/so-y-te']],
    // Days that were typed, while the period stayed as it was.
    ['?ky=2019&truoc=2019&tu=15/10/2019&den=31.10.2019', ['B01/so-y-te']],
    ['?ky=&truoc=&tu=15/10/2019&den=31-10-2019', ['B01/so-y-te']],
    // Another period chosen while the days of the one before still stand there.
    ['?ky=2019-11&truoc=&tu=15/10/2019&den=31/10/2019', ['A07/huyen-a']],
    // What cannot be read is this year.
    ['?ky=2019-Q7', ['A04/so-tu-phap', 'A04/huyen-a', 'B01/so-y-te', 'A07/huyen-a']],
    ['?ky=0000', ['A04/so-tu-phap', 'A04/huyen-a', 'B01/so-y-te', 'A07/huyen-a']],
    ['?ky=2018', []],
  ])('shows for %s only what is asked for', async (query, ids) => {
    const { status, body } = await report(query);
    const listed = [...body.matchAll(/\/quan-ly\/thoi-han\?id=([^"]+)"/g)].map(([, id = '']) =>
      decodeURIComponent(id).split('/').slice(1, 3).join('/'),
    );
    expect([status, listed.toSorted()]).toEqual([200, ids.toSorted()]);
    if (ids.length === 0) expect(body).toContain('Không có thời hạn nào trong kỳ này.');
  });

  it.each([
    ['?tu=31/02/2019&den=1/3/2019', '“31/02/2019” không phải là một ngày có thật; viết như 01/6/2019.'],
    ['?tu=1/1/0000&den=1/3/2019', '“1/1/0000” không phải là một ngày có thật'],
    ['?tu=1/3/2019', 'Cần cả ngày đầu và ngày cuối, ví dụ 01/6/2019.'],
    ['?tu=2/3/2019&den=1/3/2019', 'Ngày đầu ở sau ngày cuối.'],
    ['?tu=<b>&den=1/3/2019', '“&lt;b&gt;” không phải là một ngày có thật'],
  ])('says of %s why it cannot be shown, and keeps what was typed', async (query, words) => {
    const { status, body } = await report(query);
    expect(status).toBe(422);
    expect(body).toContain(words);
    expect(body).toContain('value="1/3/2019"');
  });

  it('names in its form the period that is shown, and its days when it is no part of a year', async () => {
    expect((await report('?ky=2019-Q4')).body).toMatch(/<option value="2019-Q4" selected>/);
    const { body } = await report('?ky=2019-10-15..2019-10-31');
    expect(body).toContain('value="15/10/2019"');
    expect(body).toContain('value="31/10/2019"');
    expect(body).not.toMatch(/<option value="2019[^"]*" selected>/);
  });

  it('leads to the same report as files', async () => {
    const { body } = await report('?ky=2019-10&don-vi=huyen-a');
    const links = [...body.matchAll(/href="([^"]+)" download/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(3);
    const files = await Promise.all(links.map((link) => viewer.get(site.web.url + link)));
    expect(files.map(({ headers }) => headers.get('content-disposition'))).toEqual([
      'attachment; filename="bao-cao-2019-10.xlsx"',
      'attachment; filename="theo-co-quan-2019-10.csv"',
      'attachment; filename="tung-thoi-han-2019-10.csv"',
    ]);
    expect(files[0]?.body.slice(0, 2)).toBe('PK');
    expect(files[1]?.body.split('\r\n').slice(1, 3)).toEqual([
      'Huyện <i>A</i>,1,0,0,1,1,0,"2,0"',
      'Cộng,1,0,0,1,1,0,"2,0"',
    ]);
    expect(files[2]?.body).toContain('KH/A04/huyen-a/2019-10-14');
    expect(files[2]?.body).not.toContain('so-tu-phap');
  });

  it('makes no formula of a title in a file', async () => {
    const { body } = await viewer.get(site.at('/bao-cao/tung-thoi-han.csv?ky=2019-11'));
    expect(body).toContain(`"'=HYPERLINK`);
    expect(body).not.toMatch(/(^|[\n,"])=HYPERLINK/);
  });

  it('has no other file', async () => {
    expect((await viewer.get(site.at('/bao-cao/..%2f..%2fpackage.json'))).status).toBe(404);
    expect((await viewer.get(site.at('/bao-cao/bao-cao.xlsx?tu=x&den=y'))).status).toBe(404);
  });

  it('tells an officer only of the plans that its unit follows up, on the page and in files', async () => {
    const page = (await report('?ky=2019', officer)).body;
    const file = (await officer.get(site.at('/bao-cao/tung-thoi-han.csv?ky=2019&ke-hoach=KH-KHAC'))).body;
    expect(page).toContain('Sở Tư pháp');
    for (const body of [page, file]) expect(body).not.toMatch(/so-y-te|Việc của tỉnh khác/);
  });
});

describe('the proof of a day', () => {
  it('is of the last finished working day when none is named', async () => {
    const { status, body } = await proof();
    expect(status).toBe(200);
    expect(body).toContain('Kết quả nhắc việc ngày thứ Ba, 15/10/2019');
    expect(body).toMatch(/ngay=2019-10-14"[\s\S]*ngay=2019-10-16"/);
  });

  it('names each duty with its unit and what became of it', async () => {
    const { body } = await proof('?ngay=14/10/2019');
    expect(body).toContain('Không sót điều nào');
    const row = rowsOf(body).find(([task, name]) => task === 'Báo cáo năm' && name?.startsWith('Huyện'));
    expect(row?.[2]).toMatch(/^Đã nhắc lúc 07:31 thứ Hai, 14\/10\/2019, thư thu-/);
  });

  it('says that something was missed when the record has lost it', async () => {
    const id = 'KH/A04/huyen-a/2019-10-14';
    const lost = await record.db.selectFrom('notice').where('deadline', '=', id).selectAll().execute();
    await record.db.deleteFrom('notice').where('deadline', '=', id).execute();
    try {
      const { body } = await proof('?ngay=14/10/2019');
      expect(body).toContain('Có điều bị sót, chưa rõ vì sao');
      expect(body).toMatch(/<h3>Sót \(\d\d\)<\/h3>/);
    } finally {
      await record.db.insertInto('notice').values(lost).execute();
    }
  });

  it.each([
    ['?ngay=31/02/2019', '“31/02/2019” không phải là một ngày có thật'],
    ['?ngay=1/1/1990', 'Ngày này nằm ngoài các năm có lịch làm việc.'],
    ['?ngay=<b>', '“&lt;b&gt;” không phải là một ngày có thật'],
  ])('says of %s why it cannot be shown', async (query, words) => {
    const { status, body } = await proof(query);
    expect(status).toBe(422);
    expect(body).toContain(words);
  });

  it('tells an officer nothing of plans that its unit does not follow up', async () => {
    expect((await proof('?ngay=18/10/2019')).body).toContain('Việc của tỉnh khác');
    expect((await proof('?ngay=18/10/2019', officer)).body).not.toMatch(/Việc của tỉnh khác|so-y-te|KH-KHAC/);
  });
});
