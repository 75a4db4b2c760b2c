import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { readRecordFacts } from '../../src/record/record-facts.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { applyAt, claimAt, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const DAY = '2019-10-09';
const SCHEDULE = scheduleOf({
  duties: [duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-y-te', 'so-tai-chinh'])],
  ladder: { '-3': 'office' },
});

const facts = (db: RecordDb) => readRecordFacts(db, () => instantAt(DAY, '07:40'));

onEachRecord((record) => {
  it('tells letters that are tried again apart, with what the last try came to', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    expect(await facts(db)).toMatchObject({ waiting: 3, retrying: 0, lastFailure: null });
    const letters = await db.selectFrom('letter').select('id').orderBy('id').execute();
    const answers = ['451 4.7.1 Greylisted', '452 4.2.2\nMailbox full', '250 Ok'];
    for (const [at, { id }] of letters.entries()) {
      const letter = await claimAt(db, id, DAY);
      const response = answers[at] ?? '';
      const said = { messageId: '<x@dondoc.example>', subject: 'x', text: 'x', html: 'x' };
      await settleLetter(
        db,
        letter?.id ?? '',
        'test',
        instantAt(DAY, '07:31'),
        response === '250 Ok'
          ? { status: 'sent', response, said }
          : { status: 'retrying', response, nextAttempt: instantAt(DAY, '08:00') },
      );
    }
    expect(await facts(db)).toMatchObject({
      ...{ waiting: 2, retrying: 2, lastFailure: '452 4.2.2 Mailbox full' },
      oldestDue: instantAt(DAY, '07:30'),
    });
  });
});
