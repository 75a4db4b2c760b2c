import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { applyAt, claimAt, claimOnly, eventsOf, LEASE, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const DAY = '2019-10-09';
const SCHEDULE = scheduleOf({
  duties: [
    duty('muon', 'trước ngày 15/10/2019', 'so-tu-phap'),
    duty('som', 'trước ngày 12/10/2019', 'so-tu-phap'),
  ],
  ladder: { '-3': 'office', '-2': 'office', '-1': 'office', '0': 'office' },
});

/** Plans, and answers the id of the letter that leaves on Wednesday 09/10/2019: T-3 of Monday's duty, T-2 of Friday's. */
async function planLetter(db: RecordDb): Promise<string> {
  await applyAt(db, SCHEDULE, '2019-10-08');
  const { id } = await db.selectFrom('letter').where('day', '=', DAY).select('id').executeTakeFirstOrThrow();
  return id;
}

const statusOf = (db: RecordDb, id: string) =>
  db
    .selectFrom('letter')
    .where('id', '=', id)
    .select(['status', 'attempts', 'claimed_until'])
    .executeTakeFirstOrThrow();

async function skippedIn(db: RecordDb): Promise<Record<string, string>> {
  const rows = await db.selectFrom('notice').where('status', '=', 'skipped').selectAll().execute();
  return Object.fromEntries(rows.map(({ id, reason }) => [id.slice(3), reason]));
}

const SOM = 'som/so-tu-phap/2019-10-11#T-2@office';
const MUON = 'muon/so-tu-phap/2019-10-14#T-3@office';

/** A deadline that follows no event, was never extended and has no figures. */
const PLAIN = { about: null, originalNominal: null, extensions: 0, progress: null, sequence: 0 };

onEachRecord((record) => {
  it('hands over the letter with its notices, the earliest deadline first', async () => {
    const { db } = record();
    const id = await planLetter(db);
    expect(await claimAt(db, id, DAY)).toEqual({
      ...{ id, folder: 'tinh-thu', mailbox: 'vanthu@so-tu-phap.example', kind: 'upcoming', attempt: 1 },
      slot: instantAt(DAY, '07:30'),
      notices: [
        {
          ...{
            id: `KH/${SOM}`,
            addressee: 'office',
            unit: 'so-tu-phap',
            planned: DAY,
            rung: 'T-2',
            order: -2,
            said: null,
            heldBack: false,
          },
          deadline: {
            ...{ id: 'KH/som/so-tu-phap/2019-10-11', plan: 'KH', obligation: 'som', unit: 'so-tu-phap' },
            ...{ period: '2019-10-11', nominal: '2019-10-11', aim: '2019-10-11', ...PLAIN },
          },
        },
        {
          ...{
            id: `KH/${MUON}`,
            addressee: 'office',
            unit: 'so-tu-phap',
            planned: DAY,
            rung: 'T-3',
            order: -3,
            said: null,
            heldBack: false,
          },
          deadline: {
            ...{ id: 'KH/muon/so-tu-phap/2019-10-14', plan: 'KH', obligation: 'muon', unit: 'so-tu-phap' },
            ...{ period: '2019-10-14', nominal: '2019-10-14', aim: '2019-10-14', ...PLAIN },
          },
        },
      ],
    });
    expect(await statusOf(db, id)).toEqual({
      status: 'sending',
      attempts: 1,
      claimed_until: new Date(instantAt(DAY, '07:30').getTime() + LEASE),
    });
  });

  it('gives a letter to one of twenty workers that claim it at once', async () => {
    const { db } = record();
    const id = await planLetter(db);
    const workers = Array.from({ length: 20 }, (_, index) => `worker-${index}`);
    const claims = await Promise.all(workers.map((who) => claimAt(db, id, DAY, '07:30', who)));
    expect(claims.filter((letter) => letter !== undefined)).toHaveLength(1);
    expect((await statusOf(db, id)).attempts).toBe(1);
  });

  it('gives nothing before the hour of the letter', async () => {
    const { db } = record();
    const id = await planLetter(db);
    expect(await claimAt(db, id, DAY, '07:29')).toBeUndefined();
    expect(await statusOf(db, id)).toMatchObject({ status: 'planned', attempts: 0 });
  });

  it('gives a letter that is to be tried again only when its next try has come', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await claimAt(db, id, DAY);
    const nextAttempt = instantAt(DAY, '08:00');
    await settleLetter(db, id, 'test', instantAt(DAY, '07:31'), {
      status: 'retrying',
      response: '451',
      nextAttempt,
    });
    expect(await claimAt(db, id, DAY, '07:59')).toBeUndefined();
    expect(await claimAt(db, id, DAY, '08:00')).toMatchObject({ attempt: 2 });
  });

  it('gives a letter of a dead worker to another once the lease has run out, and says what that may mean', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await claimAt(db, id, DAY, '07:30');
    expect(await claimAt(db, id, DAY, '07:39')).toBeUndefined();
    expect(await claimAt(db, id, DAY, '07:40')).toMatchObject({ id, attempt: 2 });
    expect(await eventsOf(db, 'letter-reclaimed')).toEqual([
      {
        what: 'letter-reclaimed',
        why: 'Tiến trình trước dừng giữa lúc gửi; thư có thể đến nơi hai lần, cùng một Message-ID.',
      },
    ]);
  });

  it('gives nothing for a letter that has ended, was dropped or never was', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await claimAt(db, id, DAY);
    await settleLetter(db, id, 'test', instantAt(DAY, '07:31'), { status: 'refused', response: '550' });
    expect(await claimAt(db, id, DAY, '12:00')).toBeUndefined();
    expect(await claimAt(db, 'thu-la', DAY, '12:00')).toBeUndefined();
    await db.updateTable('letter').set({ status: 'dropped' }).execute();
    expect(await claimAt(db, id, DAY, '12:00')).toBeUndefined();
  });

  it('leaves out what is done meanwhile, and sends the rest', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await db.updateTable('deadline').set({ status: 'done' }).where('obligation', '=', 'som').execute();
    const letter = await claimAt(db, id, DAY);
    expect(letter?.notices.map((notice) => notice.id)).toEqual([`KH/${MUON}`]);
    expect(await skippedIn(db)).toEqual({ [SOM]: 'Nhiệm vụ đã hoàn thành trước khi thư được gửi.' });
    expect(await eventsOf(db, 'notice-skipped', 'letter-dropped')).toEqual([
      { what: 'notice-skipped', why: 'Nhiệm vụ đã hoàn thành trước khi thư được gửi.' },
    ]);
  });

  it('leaves out a target that is met meanwhile, and hands the others their figures', async () => {
    const { db } = record();
    const id = await planLetter(db);
    const progress = JSON.stringify({ count: 7, total: 13 });
    await db.updateTable('deadline').set({ met: true }).where('obligation', '=', 'som').execute();
    await db.updateTable('deadline').set({ progress }).where('obligation', '=', 'muon').execute();
    const letter = await claimAt(db, id, DAY);
    expect(letter?.notices.map(({ deadline }) => deadline.progress)).toEqual([{ count: 7, total: 13 }]);
    expect(await skippedIn(db)).toEqual({ [SOM]: 'Đã đạt chỉ tiêu theo số liệu báo cáo; không nhắc nữa.' });
  });

  it('drops a letter in which nothing is true any more', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await db.updateTable('deadline').set({ status: 'withdrawn' }).execute();
    expect(await claimAt(db, id, DAY)).toBeUndefined();
    expect(await statusOf(db, id)).toMatchObject({ status: 'dropped', claimed_until: null });
    expect(Object.values(await skippedIn(db))).toEqual(
      Array<string>(2).fill('Thời hạn không còn trong lịch khi thư được gửi.'),
    );
    expect((await eventsOf(db, 'letter-dropped')).at(-1)?.why).toBe(
      'Không còn nội dung nào đúng vào lúc gửi.',
    );
  });

  it('leaves out a notice whose next rung has come, even before that one is said', async () => {
    const { db } = record();
    const id = await planLetter(db);
    const letter = await claimAt(db, id, '2019-10-10', '07:30');
    expect(letter).toBeUndefined();
    expect(await skippedIn(db)).toEqual({
      [SOM]: 'Được thay bằng lần nhắc T-1 đến sau.',
      [MUON]: 'Được thay bằng lần nhắc T-2 đến sau.',
    });
  });

  it('keeps a notice whose next rung is still to come that day', async () => {
    const { db } = record();
    const id = await planLetter(db);
    expect((await claimAt(db, id, '2019-10-10', '07:29'))?.notices).toHaveLength(2);
  });

  it('leaves out a notice that a later rung, already said, has overtaken', async () => {
    const { db } = record();
    const id = await planLetter(db);
    const { id: next } = await claimOnly(db, '2019-10-10');
    const said = { messageId: '<x@y>', subject: '', text: '', html: '' };
    await settleLetter(db, next, 'test', instantAt('2019-10-10', '07:31'), {
      status: 'sent',
      response: '250',
      said,
    });
    expect(await claimAt(db, id, '2019-10-10', '08:00')).toBeUndefined();
    expect(Object.keys(await skippedIn(db)).sort()).toEqual([MUON, SOM]);
  });

  it('leaves out a notice that speaks of another day, such as "coming" on the day itself', async () => {
    const { db } = record();
    const once = scheduleOf({
      duties: [duty('A', 'trước ngày 15/10/2019', 'so-y-te')],
      ladder: { '-1': 'office' },
    });
    await applyAt(db, once, DAY);
    const { id } = await db.selectFrom('letter').select('id').executeTakeFirstOrThrow();
    expect(await claimAt(db, id, '2019-10-14')).toBeUndefined();
    expect(Object.values(await skippedIn(db))).toEqual([
      'Thư soạn cho tình trạng khác; đến ngày 14/10/2019 thì hạn 14/10/2019 không còn như thư viết.',
    ]);
  });
});
