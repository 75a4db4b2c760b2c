import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { readStory } from '../../src/answer/deadline-story.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { dumpOf } from '../support/answer-site.ts';
import type { ConsoleSite } from '../support/console-site.ts';
import {
  ID,
  inOfficerSite,
  MEASURED,
  OFFICER,
  OFFICES,
  OTHER,
  OWN,
  sendLettersOf,
  storyPath,
  STRANGER,
} from '../support/officer-site.ts';

const LETTER = { subject: 'Báo cáo năm: còn 03 ngày', text: 'Kính gửi', html: '<p>Kính gửi</p>' };

let record: OpenRecord;
let site: ConsoleSite;

inOfficerSite((opened) => ({ record, site } = opened));

async function said(answer: Answer, deadline = ID, by = 'Sở Tư pháp'): Promise<void> {
  await takeAnswer(record.db, site.now(), OFFICES, { deadline, by, answer });
}

/** The section under the heading `id`, as text on one line. */
function section(body: string, id: string): string {
  const part = body.split('<section ').find((one) => one.includes(`aria-labelledby="${id}"`)) ?? '';
  return part
    .split('</section>')[0]
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ') as string;
}

it('tells where the deadline stands, what the plan says, and how it was read', async () => {
  const { status, body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(ID)));
  expect(status).toBe(200);
  expect(body).toContain('Sắp đến hạn');
  expect(body).toContain('Kế hoạch thử');
  const duty = section(body, 'nhiem-vu');
  for (const fact of ['Sở Tư pháp', 'mục 2.1, phần II', 'Báo cáo của UBND tỉnh', 'Bộ Tư pháp', 'Sở Nội vụ'])
    expect(duty).toContain(fact);
  const reading = section(body, 'cach-hieu');
  expect(reading).toContain('trước ngày 15/10/2019');
  expect(reading).toContain('một lần; ngày cuối còn trong hạn là thứ Hai, 14/10/2019');
  expect(reading).toContain('Ngày nhắm tới thứ Hai, 14/10/2019, trùng ngày hạn');
  expect(reading).toContain('03 ngày làm việc tính từ sau hôm nay (thứ Tư, 09/10/2019)');
  expect(reading).toContain('trước hạn 03 ngày làm việc; đúng ngày đến hạn; quá hạn 01, 05 ngày làm việc');
  expect(body).not.toMatch(/>[^<]*\d{4}-\d{2}-\d{2}[^<]*</);
});

it('tells why the day to aim at comes before a day that is not worked', async () => {
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(OTHER)));
  expect(section(body, 'cach-hieu')).toContain(
    'Ngày nhắm tới thứ Sáu, 11/10/2019; ngày hạn là Chủ nhật, không làm việc',
  );
});

it('tells a target and how far it is', async () => {
  await said({ kind: 'progress', figures: { count: 7 } }, MEASURED, 'Sở Y tế');
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(MEASURED)));
  const duty = section(body, 'nhiem-vu');
  expect(duty).toContain('tối thiểu 80% số xã đạt chuẩn');
  expect(duty).toContain('07/10 xã');
});

it('tells the letters that were sent, each a link, and what comes next to whom', async () => {
  const [letter = ''] = await sendLettersOf(site, ID, LETTER);
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(ID)));
  expect(body).toMatch(new RegExp(`<a href="/quan-ly/thu\\?id=${letter}"\\s*>${LETTER.subject}</a`));
  expect(section(body, 'thu')).toContain('Đã gửi 07:30 thứ Tư, 09/10/2019');
  const next = section(body, 'sap-toi');
  expect(next).toContain('thứ Hai, 14/10/2019 sau 03 ngày làm việc Sở Tư pháp vanthu@so-tu-phap.example T0');
  expect(next).toContain('Giám đốc Sở Tư pháp lanhdao@so-tu-phap.example T0');
  expect(next).toContain('thứ Hai, 21/10/2019 sau 08 ngày làm việc UBND tỉnh');
  expect(next).not.toContain(' T-3 Sắp');
});

it('tells the rungs that will not be said, with the reason of each', async () => {
  await said({ kind: 'received' });
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(ID)));
  expect(section(body, 'khong-gui')).toContain('Cơ quan đã báo nhận; bỏ bậc T-3');
  expect(section(body, 'sap-toi')).not.toContain('thứ Tư, 09/10/2019');
});

it('tells answers and decisions with who gave them, and nothing ahead of what is done', async () => {
  await said({ kind: 'done', document: '12/BC-STP', on: '2019-10-09' });
  await said({ kind: 'accepted', note: 'đủ hồ sơ' }, ID, 'Sở Nội vụ');
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(ID)));
  const history = section(body, 'tra-loi');
  expect(history).toContain('văn bản 12/BC-STP ngày 09/10/2019');
  expect(history).toContain('Kết quả được xác nhận. Ghi chú: đủ hồ sơ Sở Nội vụ');
  expect(body).toMatch(/Hoàn thành trước hạn: văn bản\s+<strong>12\/BC-STP/);
  expect(section(body, 'sap-toi')).toContain('Không còn thư nào phải gửi về nhiệm vụ này.');
});

it('tells what waits for a decision, and an officer whose unit does not decide whose it is', async () => {
  await said({ kind: 'asked', to: '2019-11-29', why: 'chờ số liệu' }, OWN, 'Sở Nội vụ');
  const { body } = await (await site.browserOf(OFFICER)).get(site.at(storyPath(OWN)));
  expect(body).toMatch(/Đề nghị gia hạn đến thứ Sáu, 29\/11\/2019 đang chờ UBND tỉnh quyết định/);
  expect(body).toContain('Quyết định về nhiệm vụ này do UBND tỉnh');
  expect(section(body, 'sap-toi')).toContain('thứ Năm, 10/10/2019 sau 01 ngày làm việc UBND tỉnh');
});

it('tells the day the plan gave beside the one that an extension gave', async () => {
  await said({ kind: 'extended', to: '2019-10-31', why: 'chờ số liệu' }, ID, 'Sở Nội vụ');
  const { body } = await (await site.browserOf({ role: 'viewer' })).get(site.at(storyPath(ID)));
  const reading = section(body, 'cach-hieu');
  expect(reading).toContain('Hạn ban đầu thứ Hai, 14/10/2019');
  expect(reading).toContain('Hạn sau gia hạn thứ Năm, 31/10/2019');
});

it('a deadline that the plan no longer has says so, and takes nothing', async () => {
  const gone = {
    ...OFFICES,
    folders: OFFICES.folders.map((folder) => ({
      ...folder,
      plans: folder.plans.map((plan) => ({
        ...plan,
        obligations: plan.obligations.filter(({ id }) => id !== 'A04'),
      })),
    })),
  };
  site.schedule = gone;
  try {
    await site.moveTo('2019-10-10');
    const { body } = await (await site.browserOf({ role: 'admin' })).get(site.at(storyPath(ID)));
    expect(body).toContain('Thời hạn này không còn trong lịch theo dõi');
    expect(body).not.toContain('<details');
  } finally {
    site.schedule = OFFICES;
  }
});

it('a viewer sees every deadline and no form', async () => {
  const viewer = await site.browserOf({ role: 'viewer' });
  for (const id of [ID, OWN, OTHER]) {
    const { status, body } = await viewer.get(site.at(storyPath(id)));
    expect(status).toBe(200);
    expect(body).not.toContain('name="kind"');
  }
});

it('an officer sees the deadlines of the plan that its unit follows up, and forms only where it decides', async () => {
  const officer = await site.browserOf(OFFICER);
  expect((await officer.get(site.at(storyPath(ID)))).body).toContain('name="kind" value="extended"');
  const own = await officer.get(site.at(storyPath(OWN)));
  expect(own.status).toBe(200);
  expect(own.body).not.toContain('name="kind"');
});

it('an officer of another unit finds only what that unit follows up; the rest is as if it were not there', async () => {
  const stranger = await site.browserOf(STRANGER);
  const other = await stranger.get(site.at(storyPath(OTHER)));
  expect(other.status).toBe(200);
  const hidden = await stranger.get(site.at(storyPath(ID)));
  const missing = await stranger.get(site.at(storyPath('KH/A99/so-tu-phap/2019-10-14')));
  expect(hidden.status).toBe(404);
  expect(missing.status).toBe(404);
  expect(hidden.body).toBe(missing.body);
});

it('an officer of a unit of that name in another folder finds nothing', async () => {
  const elsewhere = await site.browserOf({ ...OFFICER, folder: 'tinh-khac' });
  expect((await elsewhere.get(site.at(storyPath(ID)))).status).toBe(404);
});

it('who is not signed in is led to sign in, and from there back', async () => {
  const { status, headers } = await fetch(site.at(storyPath(ID)), { redirect: 'manual' });
  expect(status).toBe(303);
  expect(headers.get('location')).toContain(encodeURIComponent(`/quan-ly${storyPath(ID)}`));
});

it('hostile words are shown as words', async () => {
  const why = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  await said({ kind: 'asked', to: '2019-10-31', why });
  const officer = await site.browserOf(OFFICER);
  for (const path of [storyPath(ID), `${storyPath(ID)}&da-ghi=1`, storyPath('"><script>alert(1)</script>')]) {
    const { body } = await officer.get(site.at(path));
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
  }
});

it('what it tells to come next is what is planned', async () => {
  await said({ kind: 'received' });
  await said({ kind: 'extended', to: '2019-10-24', why: 'chờ số liệu' }, OTHER, 'Sở Tài chính');
  await said({ kind: 'asked', to: '2019-11-29', why: 'chờ số liệu' }, OWN, 'Sở Nội vụ');
  await site.moveTo('2019-10-10');
  for (const id of [ID, OWN, OTHER, MEASURED]) {
    const planned = await record.db
      .selectFrom('notice')
      .where('deadline', '=', id)
      .where('status', '=', 'planned')
      .select(['id', 'day', 'mailbox', 'reason'])
      .orderBy('id')
      .execute();
    const story = await readStory(record.db, OFFICES, site.now(), id);
    const told = story?.ahead.said.map(({ id, day, mailbox, reason }) => ({ id, day, mailbox, reason }));
    expect(planned.length).toBeGreaterThan(0);
    expect(told?.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(planned);
  }
});

it('looking changes nothing', async () => {
  await said({ kind: 'asked', to: '2019-10-31', why: 'chờ số liệu' });
  const [letter = ''] = await sendLettersOf(site, ID, LETTER);
  const admin = await site.browserOf({ role: 'admin' });
  const before = await dumpOf(record.db);
  for (const path of [
    storyPath(ID),
    storyPath(OWN),
    `/thu?id=${letter}`,
    `/thu/html?id=${letter}`,
    '/su-kien',
  ])
    expect((await admin.get(site.at(path))).status).toBe(200);
  expect(await dumpOf(record.db)).toBe(before);
});
