import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { illsToldAt, keepIlls, openIlls, type Ill } from '../../src/record/ills.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { applyAt, eventsOf, onEachRecord } from '../support/record.ts';

const QUEUE: Ill = {
  ...{
    id: 'queue-away',
    once: false,
    sentence: 'Hàng đợi không trả lời.',
    details: [],
    deed: 'Kiểm tra Redis.',
  },
  page: '/quan-ly/hang-doi',
};
const DAY: Ill = { ...QUEUE, id: 'coverage:2019-10-07/kon-tum-2019', once: true, sentence: 'Ngày chưa đủ.' };
const ADMINS = ['quan-tri@dondoc.example', 'truc@dondoc.example'];
const at = (time: string) => instantAt('2019-10-08', time);

onEachRecord((record) => {
  const look = (found: Ill[], time: string, admins = ADMINS) =>
    keepIlls(record().db, found, { now: at(time), who: 'test', admins });

  it('tells each admin once, however often and by however many it is found', async () => {
    await Promise.all([look([QUEUE], '08:00'), look([QUEUE], '08:00'), look([QUEUE], '08:00')]);
    expect((await look([QUEUE], '08:05')).letters).toEqual([]);
    expect(await waitingLetters(record().db, at('09:00'))).toHaveLength(2);
    expect((await illsToldAt(record().db, at('08:00'))).begun).toMatchObject([{ id: 'queue-away' }]);
  });

  it('ends what was not found for three beats, and tells that too', async () => {
    await look([QUEUE], '08:00');
    expect((await look([], '08:10')).ended).toEqual([]);
    const { ended, letters } = await look([], '08:15');
    expect(ended).toMatchObject([{ id: 'queue-away', endedAt: at('08:15') }]);
    expect(letters).toHaveLength(2);
    expect((await illsToldAt(record().db, at('08:15'))).over).toHaveLength(1);
    expect(await openIlls(record().db)).toEqual([]);
    expect((await eventsOf(record().db, 'ill-begun', 'ill-ended')).map(({ what }) => what)).toEqual([
      'ill-begun',
      'ill-ended',
    ]);
    expect((await look([QUEUE], '09:00')).letters).toHaveLength(2);
  });

  it('tells of a day once for ever, and nothing of its end', async () => {
    await look([DAY], '08:00');
    expect((await look([], '08:30')).letters).toEqual([]);
    expect(await look([DAY], '09:00')).toEqual({ begun: [], ended: [], letters: [] });
  });

  it('keeps what nobody could be told until somebody can', async () => {
    expect((await look([QUEUE], '08:00', [])).letters).toEqual([]);
    expect((await look([QUEUE], '08:05')).letters).toHaveLength(2);
  });

  it('is not taken back by planning', async () => {
    await look([QUEUE], '08:00');
    const schedule = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
    expect((await applyAt(record().db, schedule, '2019-10-08', { time: '08:01' })).lettersDropped).toBe(0);
    expect(await waitingLetters(record().db, at('09:00'))).toHaveLength(2);
  });
});
