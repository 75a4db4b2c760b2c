import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import type { Browser } from '../support/console-site.ts';
import { onEachRow, QueueSite } from './queue-site.ts';

const HEAD = 'lanhdao@sotuphap.kontum.example';
const OFFICE = 'vanthu@sotuphap.kontum.example';

onEachRow((places) => {
  const site = new QueueSite();
  let admin: Browser;
  beforeAll(() => site.open(places()));
  beforeEach(async () => {
    site.sink.trouble = () => undefined;
    await site.begin('2019-10-08', '09:00');
    admin = await site.site.browserOf({ role: 'admin' });
  });
  afterAll(() => site.close());

  const show = async (path: string) => {
    const { status, body } = await admin.get(site.site.at(path));
    expect(status).toBe(200);
    return body;
  };
  const rows = (body: string) =>
    [...body.matchAll(/<td class="subject">[\s\S]*?<\/tr>/g)].map(([row]) => row);

  describe('the list', () => {
    it('shows the jobs, and beside them what the record knows of their letters', async () => {
      const body = await show('/hang-doi?trang-thai=hen-gio');
      expect(rows(body)).toHaveLength(2);
      expect(
        rows(body)
          .map((row) => /<a[^>]*>([^<]+)<\/a>/.exec(row)?.[1])
          .toSorted(),
      ).toEqual([HEAD, OFFICE]);
      for (const row of rows(body)) {
        expect(row).toContain('Sắp đến hạn');
        expect(row).toContain('thứ Tư, 09/10/2019');
        expect(row).toContain('<b>Sở Tư pháp</b>, hạn 14/10/2019 (còn 04 ngày làm việc)');
        expect(row).toContain('Hẹn giờ');
        expect(row).toContain('Chờ gửi');
        expect(row).toContain('07:30 thứ Tư, 09/10/2019');
      }
    });

    it('tells letters that are too far off for a job from those that should have one', async () => {
      const [first = ''] = await site.waiting();
      const jobs = (await site.queue.jobs()).length;
      await site.queue.forget(first);
      const all = await show('/hang-doi');
      expect(rows(all).filter((row) => row.includes('Thư chưa có tác vụ'))).toHaveLength(1);
      const later = rows(all).filter((row) => row.includes('Chưa đến lúc xếp hàng'));
      expect(later).toHaveLength((await site.waiting()).length - jobs);
      expect(rows(await show('/hang-doi?trang-thai=thieu-tac-vu'))[0]).toContain(first);
      await site.plan();
      expect(await show('/hang-doi')).not.toContain('Thư chưa có tác vụ');
    });

    it('shows jobs for which the record has no waiting letter', async () => {
      await site.queue.schedule([{ id: 'thu-nobody', at: systemClock.now() }]);
      const [ended = ''] = await site.waiting();
      await site.record.db.updateTable('letter').set({ status: 'sent' }).where('id', '=', ended).execute();
      const orphans = rows(await show('/hang-doi?trang-thai=khong-co-thu'));
      expect(orphans).toHaveLength(2);
      expect(orphans.find((row) => row.includes('thu-nobody'))).toContain('Sổ không có thư mang mã này.');
      expect(orphans.find((row) => row.includes(ended))).toContain('Đã gửi');
    });

    it('turns its pages, and keeps the filter in their addresses', async () => {
      const ids = Array.from({ length: 45 }, (_, index) => `thu-page${index}`);
      await site.queue.schedule(ids.map((id) => ({ id, at: new Date(site.now().getTime() + 3_600_000) })));
      const first = await show('/hang-doi?trang-thai=khong-co-thu');
      expect(rows(first)).toHaveLength(40);
      expect(first).toContain('Mục 1 đến 40 trong 45 mục');
      const next = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '';
      expect(next).toBe('/quan-ly/hang-doi?trang-thai=khong-co-thu&amp;trang=2');
      const second = await show('/hang-doi?trang-thai=khong-co-thu&trang=2');
      expect(rows(second)).toHaveLength(5);
      const shown = ids.filter((id) => first.includes(`>${id}<`) || second.includes(`>${id}<`));
      expect(shown).toEqual(ids);
    });

    it('says what will be here when nothing is', async () => {
      await site.queue.empty();
      await site.record.db.deleteFrom('notice').execute();
      await site.record.db.deleteFrom('letter').execute();
      expect(await show('/hang-doi')).toContain('Không có thư nào chờ gửi.');
      expect(await show('/hang-doi/khong-gui-duoc')).toContain('Không có thư nào bị từ chối');
    });

    it('reloads itself only when it is asked to', async () => {
      expect(await show('/hang-doi')).not.toContain('http-equiv="refresh"');
      expect(await show('/hang-doi?live=1')).toContain('<meta http-equiv="refresh" content="15" />');
      expect(await show('/he-thong?live=1')).toContain('<meta http-equiv="refresh" content="15" />');
    });

    it('knows nothing of a letter that the record does not have', async () => {
      expect((await admin.get(site.site.at('/hang-doi/thu-nobody'))).status).toBe(404);
    });
  });

  describe('who may come in', () => {
    const PAGES = ['/hang-doi', '/hang-doi/khong-gui-duoc', '/he-thong'];

    it.each([
      { role: 'viewer' as const },
      { role: 'officer' as const, folder: 'kon-tum-2019', unit: 'so-noi-vu' },
    ])('neither sees nor does anything here: %o', async (visitor) => {
      const [id = ''] = await site.waiting();
      const browser = await site.site.browserOf(visitor);
      for (const page of [...PAGES, `/hang-doi/${id}`])
        expect((await browser.get(site.site.at(page))).status).toBe(403);
      for (const deed of [
        'tam-dung',
        'gui-tiep',
        ...['gui-lai', 'gui-ngay', 'khong-gui'].map((way) => `${id}/${way}`),
      ]) {
        const { status } = await browser.post(
          site.site.at(`/hang-doi/${deed}`),
          { reason: 'Thử' },
          site.site.at('/mat-khau'),
        );
        expect(status).toBe(403);
      }
      expect(await site.desk.pause()).toBeUndefined();
      expect((await site.row(id)).status).toBe('planned');
      expect(await site.events('sending-paused', 'letter-hastened', 'letter-cancelled')).toEqual([]);
    });

    it('does nothing for an admin’s form without its token', async () => {
      const url = site.site.at('/hang-doi/tam-dung');
      expect(
        (await admin.post(url, { reason: 'Thử', form_token: 'wrong' }, site.site.at('/hang-doi'))).status,
      ).toBe(403);
      expect(await site.desk.pause()).toBeUndefined();
    });
  });

  describe('how the system is', () => {
    it('says that everything answers, and counts', async () => {
      const body = await show('/he-thong');
      expect(body.match(/trả lời tốt/g)).toHaveLength(3);
      expect(body).toContain('✓</span> 09:00 thứ Ba, 08/10/2019');
      expect(body).toContain('hợp lệ, đang dùng');
      expect(body).toContain('Kết quả nhắc việc ngày thứ Hai, 07/10/2019');
      expect(body).toContain('Ngày thứ Hai, 07/10/2019');
      expect(body).toMatch(/Tác vụ hẹn giờ<\/th>\s*<td>2</);
    });

    it('says what the mail server says when it does not let us in', async () => {
      site.sink.trouble = (stage) => (stage === 'greeting' ? 554 : undefined);
      const body = await show('/he-thong');
      expect(body).toMatch(/Máy chủ thư<\/th>[\s\S]{0,120}●<\/span> 554 as told at greeting/);
      expect(body.match(/trả lời tốt/g)).toHaveLength(2);
    });

    it('is ready while beats come, and no longer when they do not', async () => {
      expect(await site.desk.readiness()).toEqual({ ready: true, words: 'ready' });
      site.later(14);
      expect((await site.desk.readiness()).ready).toBe(true);
      site.later(1);
      expect(await site.desk.readiness()).toEqual({ ready: false, words: 'the last beat is too old' });
      expect(await show('/he-thong')).toContain('09:00 thứ Ba, 08/10/2019; đã quá 15 phút');
    });

    it('is not ready after the clock was set back an hour: the last beat lies ahead', async () => {
      site.later(-60);
      expect(await site.desk.readiness()).toEqual({ ready: false, words: 'the last beat is too old' });
    });
  });
});
