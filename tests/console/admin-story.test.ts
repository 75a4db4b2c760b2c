import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectToRead } from '../support/read-page.ts';
import { ReplayedConsole } from '../support/replayed-console.ts';
import { serverMissing } from '../support/servers.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

const SLOW = 180_000;
const OLD = 'vanthu@ubndtinh.kontum.example';
const NEW = 'vanphong@ubndtinh.kontum.example';

/** One story told in order: each `it` goes on from where the one before has left the page. */
describe.skipIf(serverMissing('chromium'))(
  'an admin whose mail server refuses a letter on 18/10/2019',
  () => {
    let sink: SmtpSink;
    let site: ReplayedConsole;
    let page: Page;
    const receivedBy = (mailbox: string) => sink.letters.filter(({ to }) => to.includes(mailbox));
    const reportsTo = (mailbox: string) =>
      receivedBy(mailbox).filter(({ raw }) => /^X-Dondoc-Kind: report\r?$/m.test(raw.toString('latin1')));

    beforeAll(async () => {
      sink = await startSmtpSink();
      sink.trouble = (stage, to) => (stage === 'data' && to === OLD ? 550 : undefined);
      site = await ReplayedConsole.open('2019-10-01', '2019-10-18', { smtpUrl: sink.url });
      // A refusal counts when the mail server, asked again a minute later, says the same.
      await vi.waitFor(
        async () => {
          site.clock.moveTo(new Date(site.clock.now().getTime() + 20_000));
          await site.worker.beat();
          expect(JSON.stringify(await site.worker.upkeep.undelivered(1))).toContain(OLD);
        },
        { timeout: 60_000, interval: 500 },
      );
      page = await (await site.signedIn('admin')).newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${site.web.url}/quan-ly`);
    }, SLOW);

    afterAll(async () => {
      await site.close();
      await sink.close();
    }, SLOW);

    it('finds the letter among the undelivered ones, with the mail server’s words', async () => {
      await page.getByRole('link', { name: 'Hàng đợi' }).click();
      await page.getByRole('link', { name: 'Không gửi được' }).click();
      await expectToRead(page, [`${OLD} (01 thư)`], { again: true });
      await expectToRead(page, [
        'Tệp lịch vẫn nêu hộp thư này. Nếu địa chỉ sai: sửa tệp lịch trước, rồi mở thư và gửi lại.',
        '▲ Báo cáo cấp trên thứ Sáu, 18/10/2019',
        '● Bị từ chối đã thử 02 lần',
        '550',
      ]);
      expect(receivedBy(OLD)).toEqual([]);
    });

    it('mends the address in the form of the unit, and sees beforehand what that changes', async () => {
      await page.getByRole('link', { name: 'Cấu hình' }).click();
      await page.getByText('Cơ quan (38)').click();
      await page.getByRole('link', { name: 'Sửa Ủy ban nhân dân tỉnh', exact: true }).click();
      expect(await page.getByLabel('Hộp thư văn thư').inputValue()).toBe(OLD);
      await page.getByLabel('Hộp thư văn thư').fill(NEW);
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await expectToRead(page, [
        'Xem trước: Sửa cơ quan ubnd-tinh',
        `- office: ${OLD}`,
        `+ office: ${NEW}`,
        `+ thêm 18/10/2019 ${NEW} Tổng hợp tháng`,
      ]);
      await page.getByLabel('Căn cứ, lý do sửa').fill('Hộp thư cũ đã đóng');
      await page.getByRole('button', { name: 'Áp dụng' }).click();
      await expectToRead(page, ['Đã áp dụng thay đổi: ubnd-tinh.']);
    });

    it('sends the letter again from its page', async () => {
      await page.getByRole('link', { name: 'Hàng đợi' }).click();
      await page.getByRole('link', { name: 'Không gửi được' }).click();
      await expectToRead(page, [
        `Tệp lịch hiện nêu ${NEW}: gửi lại thì nội dung được lập thành thư mới tới hộp thư tệp lịch nêu.`,
      ]);
      await page.getByRole('link', { name: 'Mở thư ngày thứ Sáu, 18/10/2019' }).click();
      const form = page.getByRole('group').filter({ hasText: 'Tệp lịch được đọc lại trước khi gửi.' });
      await form.getByText('Gửi lại', { exact: true }).first().click();
      await form.getByLabel('Lý do').fill('Đã sửa địa chỉ');
      await form.getByRole('button', { name: 'Gửi lại' }).click();
      await expectToRead(page, [
        'Đã ghi nhận: nội dung được lập thành thư mới tới hộp thư mà tệp lịch nêu.',
        '(quan.tri): Lập lại tới hộp thư khác: Đã sửa địa chỉ',
      ]);
    });

    it('and sees it delivered to the new mailbox, once', async () => {
      await expect.poll(() => reportsTo(NEW).length, { timeout: 20_000 }).toBe(1);
      await page.getByRole('link', { name: 'Thư nay mang nội dung này' }).click();
      await expectToRead(page, [`Thư gửi ${NEW}`, '✓ Đã gửi'], { again: true });
      await site.worker.beat();
      await pause(1000);
      expect(reportsTo(NEW)).toHaveLength(1);
      expect(receivedBy(OLD)).toEqual([]);
      await page.getByRole('link', { name: 'Về hàng đợi' }).click();
      await page.getByRole('link', { name: 'Không gửi được' }).click();
      await expectToRead(page, ['Không có thư nào bị từ chối hoặc gửi không được.']);
    });
  },
);
