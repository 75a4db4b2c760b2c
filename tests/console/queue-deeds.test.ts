import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { takeBounce } from '../../src/record/take-bounce.ts';
import { coverageReply } from '../../src/worker/coverage-request.ts';
import { sendLetter } from '../../src/worker/send-letter.ts';
import type { Browser, Shown } from '../support/console-site.ts';
import { withKonTum } from '../worker/instructions.ts';
import { onEachRow, QueueSite, until } from './queue-site.ts';

const HEAD = 'lanhdao@sotuphap.kontum.example';
const OFFICE = 'vanthu@sotuphap.kontum.example';
const NEW_OFFICE = 'vanphong@sotuphap.kontum.example';
const REASON = 'Đã trao đổi với văn thư Sở Tư pháp';

onEachRow((places) => {
  const site = new QueueSite();
  let admin: Browser;
  beforeAll(async () => {
    await site.open(places());
    await site.work();
  });
  afterAll(() => site.close());
  const begin = async (...when: Parameters<QueueSite['begin']>) => {
    await site.begin(...when);
    admin = await site.site.browserOf({ role: 'admin' });
  };

  const letterTo = async (mailbox: string, day: string) => {
    const { id } = await site.record.db
      .selectFrom('letter')
      .where('mailbox', '=', mailbox)
      .where('day', '=', day)
      .where('status', '!=', 'dropped')
      .select('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  const notices = (letter: string) =>
    site.record.db
      .selectFrom('notice')
      .where('letter', '=', letter)
      .select(['id', 'status', 'reason'])
      .execute();
  const show = async (path: string) => (await admin.get(site.site.at(path))).body;
  const deed = (id: string, way: string, reason = REASON): Promise<Shown> =>
    admin.post(site.site.at(`/hang-doi/${id}/${way}`), { reason }, site.site.at(`/hang-doi/${id}`));
  const statusOf = async (id: string) => (await site.row(id)).status;
  /** A refusal counts when the mail server, asked again a minute later, says the same. */
  const untilRefused = async (id: string) => {
    await until(async () => expect(await statusOf(id)).toBe('retrying'));
    await until(async () => expect((await site.queue.counts()).active).toBe(0));
    site.later(1);
    await site.queue.hasten(id);
    await until(async () => expect(await statusOf(id)).toBe('refused'));
  };
  const refusedLetter = async () => {
    site.sink.trouble = (stage, to) => (stage === 'data' && to === OFFICE ? 550 : undefined);
    await begin('2019-10-09', '07:30');
    const id = await letterTo(OFFICE, '2019-10-09');
    await untilRefused(id);
    await until(() => expect(site.recipients()).toEqual([HEAD]));
    return id;
  };
  beforeEach(async () => {
    site.sink.trouble = () => undefined;
    // What a test before this one left in hand ends before the record is emptied.
    await until(async () => expect((await site.queue.counts()).active).toBe(0));
  });

  describe('a mailbox to which letters come back', () => {
    const comeBack = async () => {
      await begin('2019-10-09', '07:30');
      const id = await letterTo(OFFICE, '2019-10-09');
      await until(async () => expect(await statusOf(id)).toBe('sent'));
      const failures = [
        { recipients: [OFFICE], verdict: 'hard' as const, code: '5.1.1', words: '550 5.1.1 <b>no box</b>' },
      ];
      const messageIds = [`<${id}@dondoc.example>`];
      const report = { report: '<1@relay.example>', messageIds, failures };
      await takeBounce(site.record.db, 'test', site.now(), report, 'dondoc.example');
      const [{ id: number } = { id: 0 }] = await site.record.db
        .selectFrom('dead_mailbox')
        .select('id')
        .execute();
      return { letter: id, form: `/hang-doi/hop-thu/${number}/dung-duoc` };
    };
    const page = '/hang-doi/khong-gui-duoc';

    it('is shown with the letter, which is sent but returned wherever it stands', async () => {
      const { letter, form } = await comeBack();
      const list = await show(page);
      expect(list).toContain('Hộp thư không nhận được thư');
      expect(list).toContain('550 5.1.1 &lt;b&gt;no box&lt;/b&gt;');
      expect(list).toContain(`action="/quan-ly${form}"`);
      expect(list).toContain('Thư đã gửi nhưng bị trả lại');
      expect(list).toContain(HEAD);
      const queued = await show(`/hang-doi/${letter}`);
      expect(queued).toContain('Đã gửi, bị trả lại');
      expect(queued).not.toContain('✓');
    });

    it('is declared well again with a reason, under the account’s name, and only once', async () => {
      const { form } = await comeBack();
      const say = (reason: string) => admin.post(site.site.at(form), { reason }, site.site.at(page));
      expect((await say(' ')).body).toContain('Đề nghị ghi lý do.');
      const { status, headers } = await say(REASON);
      expect([status, headers.get('location')]).toEqual([303, `/quan-ly${page}?dung-duoc=1`]);
      const list = await show(`${page}?dung-duoc=1`);
      expect(list).toContain('Đã ghi nhận: hộp thư dùng được trở lại.');
      expect(list).not.toContain('Hộp thư không nhận được thư');
      const { status: late, body } = await say(REASON);
      expect(late).toBe(422);
      expect(body).toContain('không còn trong danh sách');
      const told = await site.record.db
        .selectFrom('event')
        .where('what', '=', 'mailbox-alive')
        .select(['who', 'why'])
        .execute();
      expect(told).toHaveLength(1);
      expect(told[0]?.why).toContain(REASON);
    });

    it('that nobody can read is told on the page of the system', async () => {
      await begin('2019-10-09', '07:30');
      expect(await show('/he-thong')).not.toContain('Hộp thư nhận thư trả lại');
      site.bounces = { lastRead: null, trouble: 'ECONNREFUSED' };
      expect(await show('/he-thong')).toContain('không đọc được: ECONNREFUSED; chưa đọc lần nào');
      site.bounces = { lastRead: site.now(), trouble: undefined };
      expect(await show('/he-thong')).toContain('đọc gần nhất');
      site.bounces = undefined;
    });
  });

  describe('retrying', () => {
    it('delivers a refused letter under its own Message-ID, once, when the mailbox is there again', async () => {
      const id = await refusedLetter();
      const list = await show('/hang-doi/khong-gui-duoc');
      expect(list).toContain(OFFICE);
      expect(list).toContain('550 as told at data');
      expect(list).toContain('Bị từ chối');
      site.sink.trouble = () => undefined;
      const { status, headers } = await deed(id, 'gui-lai');
      expect([status, headers.get('location')]).toEqual([303, `/quan-ly/hang-doi/${id}?xong=gui-lai`]);
      await until(async () => expect(await statusOf(id)).toBe('sent'));
      expect(site.recipients()).toEqual([HEAD, OFFICE]);
      expect(site.sink.letters[1]?.messageId).toBe(`<${id}@dondoc.example>`);
      expect((await notices(id)).map((notice) => notice.status)).toEqual(['said']);
      expect(await site.events('letter-retried')).toEqual([
        `letter-retried (quan.tri): Cho gửi lại: ${REASON}`,
      ]);
      expect(await show('/hang-doi/khong-gui-duoc')).not.toContain(OFFICE);
      const page = await show(`/hang-doi/${id}`);
      expect(page).toContain(`(quan.tri): Cho gửi lại: ${REASON}`);
      expect(page).not.toContain('<form method="post" action="/quan-ly/hang-doi/');
    });

    it('never sends again what was sent', async () => {
      await begin('2019-10-09', '07:30');
      const id = await letterTo(OFFICE, '2019-10-09');
      await until(async () => expect(await statusOf(id)).toBe('sent'));
      const { status, body } = await deed(id, 'gui-lai');
      expect(status).toBe(422);
      expect(body).toContain('Chỉ thư bị từ chối hoặc gửi không được mới gửi lại được');
      await site.plan();
      await pause(500);
      expect(site.recipients().filter((to) => to === OFFICE)).toHaveLength(1);
    });

    it('is refused again when the server refuses again, and gives a temporary failure its three days anew', async () => {
      const id = await refusedLetter();
      await deed(id, 'gui-lai');
      await untilRefused(id);
      expect((await site.events('letter-refused')).length).toBe(2);
      await until(async () => expect((await site.queue.counts()).active).toBe(0));
      site.sink.trouble = (stage) => (stage === 'rcpt' ? 451 : undefined);
      await site.record.db
        .updateTable('letter')
        .set({ slot: instantAt('2019-09-30', '07:30') })
        .where('id', '=', id)
        .execute();
      await deed(id, 'gui-lai');
      await until(async () => expect((await site.events('letter-retrying')).length).toBe(3));
      expect(await site.row(id)).toMatchObject({
        attempts: 1,
        next_attempt: instantAt('2019-10-09', '07:33'),
      });
    });

    it('plans what the letter said anew when the files name another mailbox, and sends it there once', async () => {
      const id = await refusedLetter();
      site.onDisk = withKonTum(site.instructions, (folder) => {
        const units = new Map(folder.units);
        const unit = units.get('so-tu-phap');
        if (unit !== undefined) units.set('so-tu-phap', { ...unit, office: NEW_OFFICE });
        return { ...folder, units };
      });
      const { status, headers } = await deed(id, 'gui-lai');
      expect([status, headers.get('location')]).toEqual([303, `/quan-ly/hang-doi/${id}?xong=chuyen`]);
      const fresh = await letterTo(NEW_OFFICE, '2019-10-09');
      await until(async () => expect(await statusOf(fresh)).toBe('sent'));
      expect(await statusOf(id)).toBe('dropped');
      expect((await notices(fresh)).map((notice) => [notice.id, notice.status])).toEqual([
        ['kon-tum-2019/A04/so-tu-phap/2019-10-14#T-3@office', 'said'],
      ]);
      expect(await site.events('letter-readdressed')).toEqual([
        `letter-readdressed (quan.tri): Lập lại tới hộp thư khác: ${REASON}`,
      ]);
      expect(await show(`/hang-doi/${id}`)).toContain(`href="/quan-ly/hang-doi/${fresh}"`);
      expect((await deed(id, 'gui-lai')).status).toBe(422);
      await site.plan();
      await pause(500);
      expect(site.recipients()).toEqual([HEAD, NEW_OFFICE]);
    });

    it('says why, in the record, when what the letter said is no longer to be said at the new mailbox', async () => {
      const id = await refusedLetter();
      site.onDisk = withKonTum(site.instructions, (folder) => {
        const units = new Map(folder.units);
        const unit = units.get('so-tu-phap');
        if (unit !== undefined) units.set('so-tu-phap', { ...unit, office: NEW_OFFICE });
        return { ...folder, units };
      });
      await site.record.db.updateTable('deadline').set({ status: 'done' }).execute();
      expect((await deed(id, 'gui-lai')).status).toBe(303);
      expect(await notices(id)).toEqual([
        {
          id: 'kon-tum-2019/A04/so-tu-phap/2019-10-14#T-3@office',
          status: 'skipped',
          reason: 'Không còn trong lịch nhắc khi địa chỉ được sửa; không lập thư mới.',
        },
      ]);
      expect(site.recipients()).toEqual([HEAD]);
    });
  });

  describe('retrying all letters of a mailbox', () => {
    const retryAll = (mailbox: string, reason = REASON): Promise<Shown> =>
      admin.post(
        site.site.at(`/hang-doi/khong-gui-duoc/gui-lai?hop-thu=${encodeURIComponent(mailbox)}`),
        { reason },
        site.site.at('/hang-doi'),
      );
    /** Letters of other days that the mail server refused, beside the one of `refusedLetter`. */
    const refusedBefore = async (like: string, count: number) => {
      const letter = await site.row(like);
      const more = Array.from({ length: count }, (_, at) => ({
        ...{ ...letter, id: `thu-refused-${at}`, kind: 'weekly' as const, day: '2019-09-30' as const },
      }));
      await site.record.db.insertInto('letter').values(more).execute();
    };

    it('tries each again, keeps those that cannot be, and says how many', async () => {
      const id = await refusedLetter();
      await refusedBefore(id, 2);
      expect(await show('/hang-doi/khong-gui-duoc')).toContain('Gửi lại cả 03 thư của hộp thư này');
      site.sink.trouble = () => undefined;
      const { status, headers } = await retryAll(OFFICE);
      const address = headers.get('location') ?? '';
      expect([status, address]).toEqual([
        303,
        '/quan-ly/hang-doi/khong-gui-duoc?gui-lai=1&chuyen=0&con-lai=2',
      ]);
      await until(async () => expect(await statusOf(id)).toBe('sent'));
      expect(site.recipients()).toEqual([HEAD, OFFICE]);
      expect(await statusOf('thu-refused-0')).toBe('refused');
      expect(await show(address.slice('/quan-ly'.length))).toContain(
        'Đã cho gửi lại 01 thư; giữ nguyên 02 thư, mở từng thư để biết lý do.',
      );
      expect(await site.events('letter-retried')).toEqual([
        `letter-retried (quan.tri): Cho gửi lại: ${REASON}`,
      ]);
    });

    it('wants a reason, and a mailbox that has such letters', async () => {
      const id = await refusedLetter();
      await refusedBefore(id, 1);
      const { status, body } = await retryAll(OFFICE, ' ');
      expect(status).toBe(422);
      expect(body).toMatch(/<details class="answer" open[\s\S]*Đề nghị ghi lý do\./);
      expect(await statusOf(id)).toBe('refused');
      const nobody = await retryAll('vanthu@khong-co.example');
      expect([nobody.status, nobody.body.includes('Không còn thư nào gửi tới hộp thư này')]).toEqual([
        422,
        true,
      ]);
    });

    it('shows a mailbox with many letters over several pages', async () => {
      await refusedBefore(await refusedLetter(), 60);
      const first = await show('/hang-doi/khong-gui-duoc');
      const rows = (body: string) => body.match(/<td class="kind">/g)?.length;
      expect([rows(first), first.includes('(61 thư)')]).toEqual([40, true]);
      expect(first).toContain('rel="next" href="/quan-ly/hang-doi/khong-gui-duoc?trang=2"');
      const second = await show('/hang-doi/khong-gui-duoc?trang=2');
      expect([rows(second), second.includes('(61 thư)')]).toEqual([21, true]);
      expect(rows(await show('/hang-doi/khong-gui-duoc?trang=99'))).toBe(21);
      const action = /action="([^"]*gui-lai\?[^"]*)"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const url = new URL(action, site.site.web.url).href;
      const returned = await admin.post(url, { reason: '' }, site.site.at('/hang-doi'));
      expect([returned.status, rows(returned.body)]).toEqual([422, 21]);
      expect(returned.body).toMatch(/<details class="answer" open[\s\S]*Đề nghị ghi lý do\./);
    });
  });

  describe('sending now', () => {
    it('lets a waiting letter leave before its hour', async () => {
      await begin('2019-10-10', '09:00');
      await until(() => expect(site.recipients().toSorted()).toEqual([HEAD, OFFICE]));
      const id = await letterTo(OFFICE, '2019-10-11');
      expect((await deed(id, 'gui-ngay')).status).toBe(303);
      await until(async () => expect(await statusOf(id)).toBe('sent'));
      expect(site.recipients().slice(2)).toEqual([OFFICE]);
      expect(await site.events('letter-hastened')).toEqual([
        `letter-hastened (quan.tri): Cho gửi ngay: ${REASON}`,
      ]);
      expect((await site.row(id)).sent_at).toEqual(instantAt('2019-10-10', '09:00'));
    });

    it('waits for the sending hours of the next working day', async () => {
      await begin('2019-10-04', '18:00');
      const id = await letterTo(OFFICE, '2019-10-09');
      expect((await deed(id, 'gui-ngay')).status).toBe(303);
      expect(await site.row(id)).toMatchObject({
        status: 'planned',
        next_attempt: instantAt('2019-10-07', '07:30'),
      });
      await site.plan();
      expect((await site.row(id)).next_attempt).toEqual(instantAt('2019-10-07', '07:30'));
    });

    it('does not say today what is only true on its day', async () => {
      await begin('2019-10-10', '09:00');
      const id = await letterTo(OFFICE, '2019-10-14');
      const { status, body } = await deed(id, 'gui-ngay');
      expect(status).toBe(422);
      expect(body).toContain(
        'Thư soạn cho ngày 14/10/2019; gửi ngày 10/10/2019 thì nội dung không còn đúng.',
      );
      expect(body).toContain(`value="${REASON}"`);
      expect(await statusOf(id)).toBe('planned');
    });

    it('wants a reason', async () => {
      await begin('2019-10-10', '09:00');
      const id = await letterTo(OFFICE, '2019-10-11');
      const { status, body } = await deed(id, 'gui-ngay', '  ');
      expect(status).toBe(422);
      expect(body).toContain('Đề nghị ghi lý do.');
      expect(await statusOf(id)).toBe('planned');
    });
  });

  describe('not sending', () => {
    it('skips what the letter would have said, with the reason, for good', async () => {
      await begin('2019-10-09', '06:00');
      const id = await letterTo(OFFICE, '2019-10-09');
      expect((await deed(id, 'khong-gui')).status).toBe(303);
      expect(await statusOf(id)).toBe('dropped');
      expect(await notices(id)).toMatchObject([{ status: 'skipped', reason: REASON }]);
      expect((await site.queue.jobs()).map((job) => job.id)).not.toContain(id);
      await site.at('2019-10-09', '07:30');
      for (const letter of await site.waiting()) await site.queue.hasten(letter);
      await until(() => expect(site.recipients()).toEqual([HEAD]));
      const told = await site.events('letter-cancelled', 'notice-skipped');
      expect(told.filter((line) => line.includes('quan.tri'))).toEqual([
        `letter-cancelled (quan.tri): Không gửi thư này: ${REASON}`,
        `notice-skipped (quan.tri): ${REASON}`,
      ]);
      expect((await deed(id, 'khong-gui')).status).toBe(422);
    });
  });

  describe('pausing', () => {
    const pauseOr = (way: 'tam-dung' | 'gui-tiep', reason: string) =>
      admin.post(site.site.at(`/hang-doi/${way}`), { reason }, site.site.at('/hang-doi'));

    it('holds every letter back from every worker, and says late things once after it', async () => {
      await begin('2019-10-09', '06:00');
      expect((await pauseOr('tam-dung', 'Bảo trì máy chủ thư')).status).toBe(303);
      expect((await pauseOr('tam-dung', 'Bảo trì')).status).toBe(422);
      await site.at('2019-10-09', '07:30');
      const due = (await site.waiting()).slice(0, 2);
      for (const id of due) await site.queue.hasten(id);
      const asked = await Promise.all([...due, ...due].map((id) => sendLetter(id, site.sending())));
      expect(asked).toEqual(asked.map(() => ({ retryAt: instantAt('2019-10-09', '07:35') })));
      await pause(500);
      expect(site.recipients()).toEqual([]);
      for (const id of due) expect(await site.row(id)).toMatchObject({ status: 'planned', attempts: 0 });
      for (const path of ['/hang-doi', '/he-thong', '/mat-khau'])
        expect(await show(path)).toContain('Đang tạm dừng gửi thư');

      site.later(11 * 60);
      const { lines } = await coverageReply(
        { day: '2019-10-09' },
        { db: site.record.db, instructions: site.instructions, now: site.now() },
      );
      expect(lines[0]).toContain('sót 00');
      expect(lines.join('\n')).toContain(
        'chờ vì đang tạm dừng gửi thư từ 06:00 thứ Tư, 09/10/2019 (quan.tri): Bảo trì máy chủ thư.',
      );
      await site.at('2019-10-11', '08:00');
      await pause(300);
      expect(site.recipients()).toEqual([]);
      // The session of two days ago has run out.
      admin = await site.site.browserOf({ role: 'admin' });
      expect((await pauseOr('gui-tiep', 'Bảo trì xong')).headers.get('location')).toBe('/quan-ly/hang-doi');
      await until(() => expect(site.recipients().toSorted()).toEqual([HEAD, OFFICE]));
      await site.plan();
      await pause(500);
      expect(site.recipients()).toHaveLength(2);
      expect(await site.events('sending-paused', 'sending-resumed')).toEqual([
        'sending-paused (quan.tri): Tạm dừng gửi thư: Bảo trì máy chủ thư',
        'sending-resumed (quan.tri): Gửi thư trở lại: Bảo trì xong',
      ]);
      const said = await site.record.db
        .selectFrom('notice')
        .where('status', '!=', 'planned')
        .select(['rung', 'addressee', 'status'])
        .orderBy('id')
        .execute();
      expect(
        said
          .filter(({ rung }) => ['T-3', 'T-1'].includes(rung))
          .map((one) => Object.values(one).join(' '))
          .toSorted(),
      ).toEqual(['T-1 office said', 'T-3 head said', 'T-3 office skipped']);
      expect(await show('/hang-doi')).not.toContain('Đang tạm dừng gửi thư');
      expect((await pauseOr('gui-tiep', 'Nữa')).status).toBe(422);
    });
  });
});
