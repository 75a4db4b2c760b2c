import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { expectToRead, readPage } from '../support/read-page.ts';
import { ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

const SLOW = 180_000;
const REPORT = 'Báo cáo năm về tình hình theo dõi thi hành pháp luật';
const NEW_DUTY = 'Báo cáo rà soát thủ tục hành chính';
const OLD_WORDS = 'hoàn thành đúng hạn và gửi kết quả (số, ngày văn bản) về đầu mối theo dõi. Nếu xét';
const NEW_WORDS = 'hoàn thành trước hạn và gửi kết quả (số, ngày văn bản) về đầu mối theo dõi. Nếu xét';

/** One story told in order: each `it` goes on from where the one before has left the page. */
describe.skipIf(serverMissing('chromium'))('a new officer, over the plan as it stood on 16/10/2019', () => {
  let site: ReplayedConsole;
  let page: Page;
  let admin: Page;

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-01', '2019-10-16');
  }, SLOW);

  afterAll(() => site.close(), SLOW);

  it('signs in and sees what there is', async () => {
    page = await (await site.signedIn('officer')).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${site.web.url}/quan-ly`);
    await expectToRead(page, ['Hôm nay, thứ Tư, 16/10/2019', '48 Tất cả', '5 ● Quá hạn']);
  });

  it('finds what is overdue by the count, and only that', async () => {
    await page.getByRole('link', { name: '5 Quá hạn' }).click();
    await expectToRead(page, ['Đang lọc: Quá hạn', 'Thời hạn 1 đến 5 trong 5 thời hạn']);
    expect(await readPage(page)).toContain(`● Quá hạn 02 ngày làm việc ${REPORT}`);
    expect(await readPage(page)).not.toContain('○ Còn hạn, còn');
  });

  it('opens a deadline and reads how it came to be', async () => {
    await page.getByRole('link', { name: `Mở ${REPORT}, Sở Tư pháp` }).click();
    await expectToRead(page, [
      'Thời hạn thứ Hai, 14/10/2019, quá hạn 02 ngày làm việc',
      'ngày cuối còn trong hạn là thứ Hai, 14/10/2019 (trước ngày 15/10/2019, không tính ngày đó)',
    ]);
    expect(await nextSteps(page)).toContain('thứ Hai, 21/10/2019 sau 03 ngày làm việc Sở Nội vụ');
  });

  it('opens a letter sent for it and reads its text', async () => {
    const letters = page.getByRole('table', { name: 'Thư đã gửi về nhiệm vụ này' });
    await letters.getByRole('row', { name: 'Quá hạn 01 ngày làm việc' }).getByRole('link').last().click();
    await expectToRead(page, [
      'Thư gửi vanthu@sotuphap.kontum.example',
      'Gửi lúc 07:30 thứ Ba, 15/10/2019',
      'Kính gửi: Sở Tư pháp,',
      'Tính đến thứ Ba, 15/10/2019, hệ thống chưa ghi nhận kết quả (quá hạn 01 ngày làm việc).',
    ]);
    await page.getByRole('link', { name: REPORT }).click();
  });

  it('grants an extension: the deadline moves and its steps begin anew', async () => {
    const acts = page.getByRole('complementary', { name: 'Việc có thể làm' });
    const form = acts.getByRole('group').filter({ hasText: 'Hạn đang có là 14/10/2019' });
    await form.getByText('Gia hạn', { exact: true }).first().click();
    await form.getByLabel('Hạn mới').fill('31/10/2019');
    await form.getByLabel('Lý do').fill('Bộ Tư pháp lùi ngày nhận báo cáo');
    await form.getByRole('button', { name: 'Gia hạn' }).click();
    await expectToRead(page, [
      'Sở Nội vụ (can.bo)): Gia hạn từ 14/10/2019 đến thứ Năm, 31/10/2019: Bộ Tư pháp lùi ngày nhận báo cáo',
      'Thời hạn thứ Năm, 31/10/2019, còn 11 ngày làm việc Đã gia hạn; hạn ban đầu 14/10/2019',
    ]);
    const steps = await nextSteps(page);
    expect(steps).toContain('thứ Ba, 22/10/2019 sau 04 ngày làm việc Sở Tư pháp');
    expect(steps).toContain('G1.T-7 ◔ Sắp đến hạn');
    expect(steps).not.toMatch(/(?<!G1\.)T\+\d+ ▲/);
  });

  it('is refused a phrase without its year, and reads what could be meant', async () => {
    await page.getByRole('link', { name: 'Cấu hình' }).click();
    await page.getByRole('link', { name: 'Thêm nhiệm vụ' }).click();
    await page.getByLabel('Mã nhiệm vụ').fill('B01');
    await page.getByLabel('Điều, khoản, mục trong văn bản').fill('khoản 2, mục III (III.2)');
    await page.getByLabel('Tên ngắn của nhiệm vụ').fill(NEW_DUTY);
    const lead = page.getByRole('group', { name: 'Cơ quan chủ trì' });
    await lead.getByRole('checkbox', { name: 'Sở Tư pháp', exact: true }).check();
    await page.getByLabel('Cụm từ chỉ thời hạn').fill('trước ngày 20/11');
    await expectToRead(page, [
      'Chưa nêu năm: đề nghị ghi thêm năm nếu chỉ một lần, hoặc “hằng năm” nếu lặp lại.',
      'Có thể viết: “trước ngày 20/11 hằng năm”.',
    ]);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await expectToRead(page, ['Chưa ghi gì: nội dung có điểm cần sửa tại các ô bên dưới.']);
  });

  it('mends the phrase, and sees beforehand which letters it brings', async () => {
    await page.getByLabel('Cụm từ chỉ thời hạn').fill('trước ngày 20/11/2019');
    await expectToRead(page, ['Hạn: thứ Ba, 19/11/2019 (còn 24 ngày làm việc).']);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await expectToRead(page, [
      'Chưa ghi gì. Các thay đổi dưới đây chỉ có hiệu lực sau khi bấm “Áp dụng”.',
      `${NEW_DUTY} (Sở Tư pháp, ngày 19/11/2019)`,
      'thêm 04 thư, bỏ 00 thư',
      `+ thêm 29/10/2019 vanthu@sotuphap.kontum.example Sắp đến hạn ${NEW_DUTY}`,
    ]);
  });

  it('applies it and finds the new deadline on the board', async () => {
    await page.getByLabel('Căn cứ, lý do sửa').fill('Kế hoạch bổ sung');
    await page.getByRole('button', { name: 'Áp dụng' }).click();
    await expectToRead(page, ['Đã áp dụng thay đổi: B01.']);
    await page.getByRole('link', { name: 'Thời hạn', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Tìm' }).fill('rà soát thủ tục');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await expectToRead(page, [
      `○ Còn hạn, còn 24 ngày làm việc ${NEW_DUTY} III.2, …/KH-UBND Sở Tư pháp thứ Ba, 19/11/2019`,
    ]);
  });

  it('an admin changes a sentence of the letters, sees a real letter with it, and applies it', async () => {
    admin = await (await site.signedIn('admin')).newPage();
    admin.setDefaultTimeout(15_000);
    await admin.goto(`${site.web.url}/quan-ly/cau-hinh`);
    await admin.getByRole('link', { name: 'Mẫu thư' }).click();
    const upcoming = admin.getByRole('row', { name: 'Sắp đến hạn' });
    await upcoming.getByRole('link', { name: 'đề nghị' }).click();
    const box = admin.getByLabel('Nội dung tệp');
    const text = await box.inputValue();
    expect(text).toContain(OLD_WORDS);
    await box.fill('{{ nhầm');
    await admin.getByRole('alert').getByText('upcoming/request.txt:1:').waitFor();
    await box.fill(text.replace(OLD_WORDS, NEW_WORDS));
    // Nothing has been sent: the letter below is the one that is being typed.
    await admin.locator('pre').getByText(NEW_WORDS).waitFor();
    const phone = admin.frameLocator('iframe[title="Thư trên điện thoại"]').locator('body');
    await phone.getByText(NEW_WORDS).waitFor();
    await admin.getByRole('button', { name: 'Xem trước' }).click();
    await expectToRead(admin, [
      'Thư sắp gửi thứ Ba, 22/10/2019 tới vanthu@sotuphap.kontum.example.',
      `Đề nghị Sở Tư pháp ${NEW_WORDS}`,
    ]);
    await admin.getByRole('button', { name: 'Áp dụng' }).press('Enter');
    await expectToRead(admin, ['Đã áp dụng thay đổi: mẫu thư/upcoming/request.txt.']);
  });

  it('and the next real letter carries it, about the extended deadline', async () => {
    site.clock.moveTo(instantAt('2019-10-22', '09:30'));
    await site.worker.beat();
    await admin.goto(`${site.web.url}/mailbox?q=sotuphap`);
    await expectToRead(admin, [`${REPORT} - hạn 31/10/2019 (còn 07 ngày làm việc)`], { again: true });
    await admin.getByRole('link', { name: `${REPORT} - hạn 31/10/2019 (còn 07 ngày làm việc)` }).click();
    const letter = admin.frameLocator('iframe').first().locator('body');
    const words = (await letter.innerText()).replace(/\s+/g, ' ');
    expect(words).toContain(`Đề nghị Sở Tư pháp ${NEW_WORDS}`);
    expect(words).not.toContain('hoàn thành đúng hạn và gửi kết quả');
  });
});

/** What the deadline's page says will be sent next. */
async function nextSteps(page: Page): Promise<string> {
  const table = page.getByRole('table', { name: 'Thư sẽ gửi nếu không có gì thay đổi' });
  return (await table.innerText()).replace(/\s+/g, ' ');
}
