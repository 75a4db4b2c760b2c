import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { tabTo } from '../support/accessibility.ts';
import { expectToRead, readPage } from '../support/read-page.ts';
import { ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';

const SLOW = 180_000;
const NOTICE = 'Thông báo 4465/TB-LĐTBXH';
/** Those of the ten districts and of Sở Nội vụ, whose duties end on 30/11/2019. */
const HEADS = 11;

/** Two stories told in order: each `it` goes on from where the one before has left the page. */
describe.skipIf(serverMissing('chromium'))('the plan is configured from 16/10/2019 on', () => {
  let site: ReplayedConsole;
  let officer: Page;
  let admin: Page;
  const fileOf = (name: string) => readFile(join(site.folder, 'schedules', name), 'utf8');

  beforeAll(async () => {
    site = await ReplayedConsole.open('2019-10-14', '2019-10-16');
    // In October 2019 nobody had written a later year yet.
    for (let year = 2020; year <= 2026; year++)
      await rm(join(site.folder, `schedules/calendar/${year}.yaml`), { force: true });
    await site.worker.beat();
    officer = await (await site.signedIn('officer')).newPage();
    admin = await (await site.signedIn('admin')).newPage();
    for (const page of [officer, admin]) page.setDefaultTimeout(15_000);
  }, SLOW);

  afterAll(() => site.close(), SLOW);

  describe('an admin makes the calendar of the next year, of which an officer only reads', () => {
    it('finds it prefilled by the rule', async () => {
      await officer.goto(`${site.web.url}/quan-ly/cau-hinh/lich?nam=2020`);
      await expectToRead(officer, ['Lịch dùng chung cho mọi kế hoạch nên chỉ người quản trị sửa.']);
      await admin.goto(`${site.web.url}/quan-ly/cau-hinh/lich`);
      await admin.getByRole('link', { name: 'Lập lịch năm 2020' }).click();
      await expectToRead(admin, ['Lập lịch làm việc năm 2020', '252 ngày làm việc.']);
      const days = admin.getByRole('group', { name: /^Ngày nghỉ, dòng/ });
      expect(await days.count()).toBe(10);
      expect(await days.first().getByLabel('Ngày', { exact: true }).inputValue()).toBe('01/01/2020');
      expect(await days.first().getByLabel('Tên ngày nghỉ').inputValue()).toBe('Tết Dương lịch');
    });

    it('is refused it as official without its notice, and what was typed stays', async () => {
      await admin.getByRole('button', { name: 'Thêm ngày hoán đổi' }).press('Enter');
      const swap = admin.getByRole('group', { name: 'Hoán đổi ngày làm việc, dòng 1' });
      await swap.getByLabel('Nghỉ ngày').fill('31/08/2020');
      await swap.getByLabel('Đi làm bù ngày').fill('22/08/2020');
      await admin.getByRole('button', { name: 'Xem trước' }).click();
      await expectToRead(admin, [
        'Chưa ghi gì: nội dung có điểm cần sửa tại các ô bên dưới.',
        'Cần ghi số, ký hiệu của thông báo nghỉ lễ, tết; chưa có thông báo thì chọn tình trạng “Tạm tính”',
      ]);
      expect(await swap.getByLabel('Nghỉ ngày').inputValue()).toBe('31/08/2020');
      await expect(fileOf('calendar/2020.yaml')).rejects.toThrow('ENOENT');
    });

    it('names the notice with the keyboard, sees the year and saves it', async () => {
      const source = admin.getByRole('group', { name: 'Căn cứ, dòng 2' });
      await source.getByLabel('Số, ký hiệu, tên văn bản').focus();
      await admin.keyboard.type(NOTICE);
      await tabTo(admin, 'Ngày văn bản');
      await admin.keyboard.type('18/10/2019');
      await admin.keyboard.press('Enter');
      await expectToRead(admin, [
        'Xem trước: Lập lịch năm 2020',
        `+ - ref: ${NOTICE}`,
        'Năm 2020 sau khi áp dụng 252 ngày làm việc.',
      ]);
      await expect(fileOf('calendar/2020.yaml')).rejects.toThrow('ENOENT');
      await admin.getByLabel('Căn cứ, lý do sửa').fill('Đã có thông báo');
      await admin.getByRole('button', { name: 'Áp dụng' }).press('Enter');
      await expectToRead(admin, ['Đã áp dụng thay đổi: lịch năm 2020.']);
      expect(await fileOf('calendar/2020.yaml')).toContain(NOTICE);
    });

    it('and the year is official, with its swap, for everybody', async () => {
      await officer.goto(`${site.web.url}/quan-ly/cau-hinh/lich?nam=2020`);
      await expectToRead(officer, [
        'Tình trạng: lịch chính thức.',
        `${NOTICE}, ngày 18/10/2019`,
        '31/08/2020: nghỉ, đi làm bù ngày 22/08/2020',
      ]);
    });
  });

  describe('an officer changes the ladder', () => {
    it('reads its rungs aloud and takes one out', async () => {
      await officer.goto(`${site.web.url}/quan-ly/cau-hinh`);
      await officer.getByText('Thang nhắc việc (2)').click();
      await officer.getByRole('link', { name: 'Sửa Thang nhắc việc mặc định' }).click();
      await expectToRead(officer, [
        'Trước hạn 15 ngày làm việc: nhắc văn thư cơ quan chủ trì.',
        'Quá hạn 10 ngày làm việc: báo cáo cấp có thẩm quyền, sau đó lặp lại mỗi 05 ngày làm việc, tối đa 08 lần.',
      ]);
      await officer.getByRole('button', { name: 'Bỏ bậc 1' }).click();
      await officer.getByRole('group', { name: 'Bậc 8' }).waitFor({ state: 'detached' });
      expect(await readPage(officer)).not.toContain('Trước hạn 15 ngày làm việc');
    });

    it('adds a rung with the keyboard alone, and is told while it cannot be read', async () => {
      await officer.getByRole('button', { name: 'Bỏ bậc 7' }).focus();
      await tabTo(officer, 'Thêm bậc');
      await officer.keyboard.press('Enter');
      const rung = officer.getByRole('group', { name: 'Bậc 8' });
      await rung.getByText('Chưa đọc được bậc này.').waitFor();
      await rung.getByLabel('Lúc gửi').focus();
      await tabTo(officer, 'Số ngày làm việc');
      await officer.keyboard.type('20');
      await tabTo(officer, 'Thủ trưởng cơ quan chủ trì');
      await officer.keyboard.press('Space');
      await tabTo(officer, 'Đọc lại các bậc');
      await officer.keyboard.press('Enter');
      await expectToRead(officer, [
        'Trước hạn 20 ngày làm việc: nhắc văn thư và thủ trưởng cơ quan chủ trì.',
      ]);
    });

    it('moves it to the top, one press for each rung it passes', async () => {
      for (let rung = 8; rung > 1; rung--) {
        const up = officer.getByRole('button', { name: `Đưa lên bậc ${rung}` });
        await up.press('Enter');
        await officer
          .getByRole('group', { name: `Bậc ${rung - 1}` })
          .getByText('Trước hạn 20 ngày làm việc')
          .waitFor();
      }
      expect(await officer.getByRole('group', { name: 'Bậc 1' }).innerText()).toContain('20 ngày làm việc');
    });

    it('sees beforehand which letters come and go, and applies it', async () => {
      const before = await fileOf('kon-tum-2019/ladders.yaml');
      await officer.getByRole('button', { name: 'Xem trước' }).click();
      await expectToRead(officer, [
        'Xem trước: Sửa thang nhắc việc mac-dinh',
        '- - when: trước hạn 15 ngày làm việc',
        '+ - when: trước hạn 20 ngày làm việc',
        '+ thêm 01/11/2019 lanhdao@dakha.kontum.example Sắp đến hạn',
        'thêm 22 thư, bỏ 11 thư',
        '− bỏ 08/11/2019 vanthu@dakha.kontum.example Sắp đến hạn',
        'Trước hạn 20 ngày làm việc: nhắc văn thư và thủ trưởng cơ quan chủ trì. Trước hạn 07 ngày làm việc',
      ]);
      expect(await fileOf('kon-tum-2019/ladders.yaml')).toBe(before);
      await officer.getByLabel('Căn cứ, lý do sửa').fill('Lãnh đạo các huyện cần biết sớm');
      await officer.getByRole('button', { name: 'Áp dụng' }).press('Enter');
      await expectToRead(officer, ['Đã áp dụng thay đổi: mac-dinh.']);
      const after = await fileOf('kon-tum-2019/ladders.yaml');
      expect(after).toContain('# Dùng chung cho cả Kế hoạch');
      expect(after.indexOf('trước hạn 20 ngày làm việc')).toBeLessThan(after.indexOf('trước hạn 07'));
    });

    it('and the heads of the units really get the letter that it brings', async () => {
      site.clock.moveTo(instantAt('2019-11-01', '09:30'));
      await site.worker.beat();
      const early = async () =>
        (await site.worker.mailbox!.list()).filter(
          ({ to, subject }) => /lanhdao@/.test(to.join()) && subject.includes('còn 20 ngày làm việc'),
        ).length;
      await expect.poll(early, { timeout: 20_000 }).toBe(HEADS);
    });
  });
});
