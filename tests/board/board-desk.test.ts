import { expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { openBoardDesk } from '../../src/board/board-desk.ts';
import { instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { readBoardDeadlines } from '../../src/record/board-deadlines.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { applyAt, claimOnly, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
const ID = 'KH/A04/so-tu-phap/2019-10-14';

const deskOn = (db: RecordDb, day: IsoDate) =>
  openBoardDesk({ db, now: () => instantAt(day, '09:00'), schedule: () => SCHEDULE });

async function send(db: RecordDb, day: IsoDate): Promise<void> {
  const letter = await claimOnly(db, day);
  const said = { messageId: `<${day}@dondoc.example>`, subject: 's', text: 't', html: 'h' };
  const ending = { status: 'sent', response: '250', said } as const;
  await settleLetter(db, letter.id, 'test', instantAt(day, '07:31'), ending);
}

async function say(db: RecordDb, day: IsoDate, note: string): Promise<void> {
  const answer = { kind: 'progress', note } as const;
  await takeAnswer(db, instantAt(day, '10:00'), SCHEDULE, { deadline: ID, by: 'Sở Tư pháp', answer });
}

onEachRecord((record) => {
  it('reads days as text and what is absent as null', async () => {
    await applyAt(record().db, SCHEDULE, '2019-10-01');
    expect(await readBoardDeadlines(record().db, { folders: ['tinh-thu'] })).toEqual([
      {
        ...{ id: ID, folder: 'tinh-thu', plan: 'KH', obligation: 'A04', unit: 'so-tu-phap', about: null },
        ...{ paused: false, pausedUntil: null, takenOff: false },
        ...{ nominal: '2019-10-14', aim: '2019-10-14', status: 'open', original: null, accepted: false },
        ...{ handedBack: false, askedUntil: null, document: null, doneOn: null },
      },
    ]);
    expect(await readBoardDeadlines(record().db, { folders: ['khac'] })).toEqual([]);
    expect(await readBoardDeadlines(record().db, { folders: ['tinh-thu'], plans: [] })).toEqual([]);
  });

  it('tells the last that was said, letter or answer, and the days of letters', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const desk = deskOn(db, '2019-10-14');
    const rows = await desk.rows('all');
    const last = async () => (await desk.lastSaid(rows)).get(ID);
    expect(await last()).toBeUndefined();

    await send(db, '2019-10-09');
    expect(await last()).toEqual({
      ...{ as: 'letter', kind: 'upcoming', at: instantAt('2019-10-09', '07:31'), returned: false },
    });
    await record()
      .db.updateTable('letter')
      .set({ returned_at: instantAt('2019-10-09', '08:00') })
      .where('sent_at', 'is not', null)
      .execute();
    expect(await last()).toMatchObject({ as: 'letter', returned: true });

    await say(db, '2019-10-10', 'Đang thu thập số liệu');
    await say(db, '2019-10-11', 'Đã có số liệu của 09 huyện');
    const sentence = 'Cơ quan báo tiến độ: Đã có số liệu của 09 huyện';
    const at = instantAt('2019-10-11', '10:00');
    expect(await last()).toEqual({ as: 'answer', by: 'Sở Tư pháp', sentence, at });

    await send(db, '2019-10-14');
    expect(await last()).toMatchObject({ as: 'letter', kind: 'today' });
    expect(await desk.letterDays(rows, 2019)).toEqual(['2019-10-09', '2019-10-14']);
    expect(await desk.letterDays(rows, 2020)).toEqual([]);
    expect(await desk.letterDays([], 2019)).toEqual([]);
  });
});
