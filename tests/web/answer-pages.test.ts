import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { addLinkKey, endLinkKey } from '../../src/record/link-keys.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { AnswerSite, open, send } from '../support/answer-site.ts';
import { openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf, unit, type TestDuty } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const A04 = duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh'], {
  title: 'Báo cáo <năm> về theo dõi thi hành pháp luật',
});
const DONE = { document: '12/BC-STP', on: '11/10/2019' };

function scheduleWith(duties: TestDuty[], units = [unit('so-tu-phap', { name: 'Sở Tư pháp' })]) {
  return scheduleOf({
    duties,
    units: [unit('so-noi-vu', { name: 'Sở Nội vụ' }), ...units],
    ladder: { '-3': 'office', '0': 'office', '1': 'office followUp', '5': 'followUp', '10': 'authority' },
  });
}

let record: OpenRecord;
let site: AnswerSite;
let link: string;

beforeAll(async () => {
  record = await openTestRecord();
  site = new AnswerSite(record.db, scheduleWith([A04]));
  await site.open();
}, SLOW);
beforeEach(async () => {
  site.schedule = scheduleWith([A04]);
  await site.begin('2019-10-09');
  link = site.answerLink(ID);
});
afterAll(async () => {
  await site.close();
  await record.close();
  expect(site.logged).toEqual([]);
});

describe('the page of a deadline', () => {
  it('tells the deadline, its distance, what comes next, whom to ask, and escapes what files say', async () => {
    const { status, body, headers } = await open(link);
    expect(status).toBe(200);
    expect(body).toContain('Báo cáo &lt;năm&gt; về theo dõi thi hành pháp luật');
    expect(body).toMatch(/<strong>thứ Hai, 14\/10\/2019<\/strong>, còn 03 ngày làm việc/);
    expect(body).toContain('“trước ngày 15/10/2019”');
    expect(body).toContain('Nếu đến hết ngày 14/10/2019 chưa ghi nhận kết quả, ngày 15/10/2019 hệ thống sẽ');
    expect(body).toContain('mailto:vanthu@so-noi-vu.example');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(body).not.toContain('<script');
  });

  it('says when it is due today, and how late it is', async () => {
    await site.moveTo('2019-10-14');
    expect((await open(link)).body).toContain('Đến hạn hôm nay');
    await site.moveTo('2019-10-21');
    expect((await open(link)).body).toContain('Quá hạn 05 ngày làm việc');
  });
});

describe('answers', () => {
  it('received is written down with the mailbox whose link was used, and its form is gone', async () => {
    const { status, headers } = await send(link, 'received');
    expect(status).toBe(303);
    expect(headers.get('location')).toBe(`${new URL(link).pathname}#ghi-nhan`);
    expect(await site.answers()).toEqual([
      { kind: 'received', by: 'Sở Tư pháp', mailbox: 'vanthu@so-tu-phap.example' },
    ]);
    const { body } = await open(link);
    expect(body).toContain('Hệ thống đã ghi nhận</strong> (09:30 thứ Tư, 09/10/2019, Sở Tư pháp):');
    expect(body).not.toContain('value="received"');
    expect(body).toContain('value="done"');
  });

  it('received is planned at once: the reminder before the eve is taken back', async () => {
    const planned = () =>
      record.db
        .selectFrom('notice')
        .where('deadline', '=', ID)
        .where('status', '=', 'planned')
        .select('rung')
        .execute();
    await site.begin('2019-10-07');
    expect((await planned()).map(({ rung }) => rung)).toContain('T-3');
    await send(site.answerLink(ID), 'received');
    expect((await planned()).map(({ rung }) => rung)).not.toContain('T-3');
  });

  it('done closes the deadline; the page tells the document and shows no form', async () => {
    await site.moveTo('2019-10-11');
    await send(link, 'done', { ...DONE, link: 'https://tuphap.example/bc12', note: 'đã gửi' });
    expect(await site.deadline(ID)).toMatchObject({
      status: 'done',
      done_document: '12/BC-STP',
      done_on: '2019-10-11',
    });
    const { body } = await open(link);
    expect(body).toContain('Hoàn thành trước hạn: văn bản 12/BC-STP ngày 11/10/2019');
    expect(body).toContain('Đã báo hoàn thành đúng hạn, chờ Sở Nội vụ xác nhận');
    expect(body).not.toContain('<form');
  });

  it.each(['11/10/2019', '2019-10-11', '11-10-2019', '11.10.2019'])('reads the day %s', async (on) => {
    await site.moveTo('2019-10-11');
    expect((await send(link, 'done', { ...DONE, on })).status).toBe(303);
    expect((await site.deadline(ID)).done_on).toBe('2019-10-11');
  });

  it('a done page takes answers again when the result is returned', async () => {
    await site.moveTo('2019-10-11');
    await send(link, 'done', DONE);
    await takeAnswer(record.db, site.now(), site.schedule, {
      deadline: ID,
      by: 'Sở Nội vụ',
      answer: { kind: 'returned', why: 'thiếu phụ lục' },
    });
    const { body } = await open(link);
    expect(body).toContain('Kết quả được trả lại, tiếp tục đôn đốc: thiếu phụ lục');
    expect(body).toContain('value="done"');
  });

  it('progress, an extension and a duty handed back wait for the decision, and the page says so', async () => {
    await send(link, 'progress', { note: 'đã có dự thảo' });
    await send(link, 'asked', { to: '31/10/2019', why: 'chờ số liệu' });
    await send(link, 'not-ours', { why: 'thuộc Thanh tra tỉnh' });
    expect((await site.answers()).map(({ kind }) => kind)).toEqual(['progress', 'asked', 'not-ours']);
    const { body } = await open(link);
    expect(body).toContain('Đề nghị gia hạn đến thứ Năm, 31/10/2019 đang chờ Sở Nội vụ quyết định');
    expect(body).toContain('đang chờ Sở Nội vụ quyết định.');
    expect(body).not.toContain('value="not-ours"');
  });

  it('what is wrong is said beside its field, and nothing typed is lost', async () => {
    const typed = { document: 'BC 12', on: '31/02/2019', note: 'ghi <chú> "dài"', link: 'ftp://x' };
    const { status, body } = await send(link, 'done', typed);
    expect(status).toBe(422);
    expect(body).toContain('id="done-document-problem">Ghi số, ký hiệu như trên văn bản');
    expect(body).toContain('id="done-on-problem">Ghi ngày có thật');
    expect(body).toContain('id="done-link-problem">Đường dẫn phải bắt đầu bằng https://');
    expect(body).toContain('value="BC 12"');
    expect(body).toContain('value="31/02/2019"');
    expect(body).toContain('ghi &lt;chú&gt; &quot;dài&quot;</textarea');
    expect(body).toContain('value="ftp://x"');
    expect(await site.answers()).toEqual([]);
  });

  it('what is missing is said', async () => {
    const { body } = await send(link, 'asked');
    expect(body).toContain('Cần ghi hạn mới.');
    expect(body).toContain('Cần ghi lý do.');
  });

  it('what the record refuses is said above the form, which can be mended and sent again', async () => {
    const { status, body } = await send(link, 'done', { ...DONE, on: '20/10/2019' });
    expect(status).toBe(422);
    expect(body).toContain('Ngày văn bản 20/10/2019 ở sau hôm nay (09/10/2019).');
    expect((await send(link, 'done', { ...DONE, on: '09/10/2019' })).status).toBe(303);
  });

  it('hidden characters and line breaks do not reach the record', async () => {
    await send(link, 'progress', { note: 'dòng một\r\ndòng\u202e hai\u0000' });
    const { said } = await record.db.selectFrom('answer').select('said').executeTakeFirstOrThrow();
    expect(said).toMatchObject({ note: 'dòng một dòng hai' });
  });
});

describe('links that have grown old', () => {
  it('a day that has moved since the letter is told, and the page still takes answers', async () => {
    await takeAnswer(record.db, site.now(), site.schedule, {
      deadline: ID,
      by: 'Sở Nội vụ',
      answer: { kind: 'extended', to: '2019-10-31', why: 'chờ số liệu' },
    });
    const { body } = await open(link);
    expect(body).toMatch(/Hạn đã chuyển từ 14\/10\/2019 sang\s+<strong>thứ Năm, 31\/10\/2019<\/strong>/);
    expect(body).toContain('hạn ban đầu 14/10/2019');
    expect((await send(link, 'received')).status).toBe(303);
  });

  it('an expired link names the unit to ask, and its form does nothing', async () => {
    const form = (await open(link)).body;
    await site.moveTo('2020-02-03');
    const { status, body } = await open(link);
    expect(status).toBe(410);
    expect(body).toContain('hết Chủ nhật, 12/01/2020');
    expect(body).toContain('Sở Nội vụ (<a href="mailto:vanthu@so-noi-vu.example"');
    expect((await send(link, 'received', {}, { hidden: hiddenOf(form) })).status).toBe(410);
    expect(await site.answers()).toEqual([]);
  });

  it('a withdrawn deadline says that nothing need be answered', async () => {
    const form = (await open(link)).body;
    site.schedule = scheduleWith([duty('A05', 'trước ngày 20/10/2019', 'so-tu-phap')]);
    await site.moveTo('2019-10-10');
    const { status, body } = await open(link);
    expect(status).toBe(200);
    expect(body).toContain('Thời hạn này không còn trong lịch theo dõi');
    expect(body).not.toContain('<form');
    expect((await send(link, 'received', {}, { hidden: hiddenOf(form) })).status).toBe(422);
    expect(await site.answers()).toEqual([]);
  });

  it('a unit that leads no longer is told who does', async () => {
    site.schedule = scheduleWith([{ ...A04, leads: ['so-tai-chinh'] }]);
    await site.moveTo('2019-10-10');
    const { body } = await open(link);
    expect(body).toContain('không còn chủ trì nhiệm vụ này');
    expect(body).toContain('hiện do Cơ quan so-tai-chinh chủ trì');
    expect(body).not.toContain('<form');
  });

  it('a unit that exists no longer is told its successor', async () => {
    site.schedule = scheduleWith(
      [{ ...A04, leads: ['so-tu-phap'] }],
      [
        unit('so-tu-phap', { name: 'Sở Tư pháp', to: '2019-10-14', successor: 'so-moi' }),
        unit('so-moi', { name: 'Sở Mới' }),
      ],
    );
    await site.moveTo('2019-10-15');
    expect((await open(link)).body).toContain('Nhiệm vụ hiện do Sở Mới chủ trì hoặc kế thừa.');
  });

  it('a link whose key was ended leads nowhere; one signed before a rotation still does', async () => {
    await addLinkKey(record.db, new Date(site.now().getTime() + 1000), 'test');
    const shown = await open(link);
    expect(shown.status).toBe(200);
    await endLinkKey(record.db, site.now(), 'test', site.key.id);
    const { status, body } = await open(link);
    expect(status).toBe(404);
    expect(body).toContain('Đường dẫn không đúng hoặc đã bị hủy');
    expect((await send(link, 'received', {}, { hidden: hiddenOf(shown.body) })).status).toBe(404);
    expect(await site.answers()).toEqual([]);
  });

  it('a link of another purpose leads nowhere', async () => {
    const decide = site.decideLink(ID, 'so-noi-vu');
    expect((await open(decide.replace('/quyet-dinh/', '/tra-loi/'))).status).toBe(404);
    expect((await open(link.replace('/tra-loi/', '/quyet-dinh/'))).status).toBe(404);
  });
});

function hiddenOf(body: string): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
  return { kind: 'received', seen: value('seen'), form: value('form') };
}
