import { beforeEach, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { isRefusalDoubted } from '../../src/record/doubted-refusal.ts';
import { retryLetter } from '../../src/record/retry-letter.ts';
import { settleLetter, type Ending } from '../../src/record/settle-letter.ts';
import { applyAt, claimAt, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const DAY = '2019-10-09';
const SCHEDULE = scheduleOf({
  duties: ['a', 'b', 'c', 'd'].map((unit) => duty(`A-${unit}`, 'trước ngày 15/10/2019', `so-${unit}`)),
  ladder: { '-3': 'office' },
});
const response = '550 no';
const REFUSED: Ending = { status: 'refused', response };
const DOUBTED: Ending = {
  ...{ status: 'retrying', response, nextAttempt: instantAt(DAY, '07:31'), refused: true },
};
const LATER: Ending = { status: 'retrying', response: '451 later', nextAttempt: instantAt(DAY, '07:31') };

onEachRecord((record) => {
  let a: Letter;
  let b: Letter;
  let c: Letter;
  let d: Letter;
  beforeEach(async () => {
    await applyAt(record().db, SCHEDULE, '2019-10-08');
    const letters = await record()
      .db.selectFrom('letter')
      .where('day', '=', DAY)
      .orderBy('mailbox')
      .select(['id', 'mailbox'])
      .execute();
    [a, b, c, d] = letters as [Letter, Letter, Letter, Letter];
  });
  const ends = async ({ id }: Letter, ending: Ending) => {
    await claimAt(record().db, id, DAY, '07:31');
    await settleLetter(record().db, id, 'test', instantAt(DAY, '07:31'), ending);
  };
  const arrives = (letter: Letter) => {
    const said = { messageId: `<${letter.id}@dondoc.example>`, subject: 'x', text: '', html: '' };
    return ends(letter, { status: 'sent', response: '250 ok', said });
  };
  const isDoubted = (letter: Letter) => isRefusalDoubted(record().db, letter);

  it('doubts the first refusal, whatever came before it', async () => {
    await arrives(b);
    await ends(c, REFUSED);
    await ends(a, LATER);
    expect(await isDoubted(a)).toBe(true);
  });

  it('believes the second one when nobody else was written to in between', async () => {
    await ends(a, DOUBTED);
    expect(await isDoubted(a)).toBe(false);
  });

  it.each<[string, Ending]>([
    ['doubted', DOUBTED],
    ['believed', REFUSED],
  ])('doubts the second one when those of two others were %s in between', async (_, ending) => {
    await ends(a, DOUBTED);
    await ends(b, ending);
    expect(await isDoubted(a)).toBe(false);
    await ends(c, ending);
    expect(await isDoubted(a)).toBe(true);
  });

  it('believes it when the mail server took a letter in between, whomever else it refused', async () => {
    await ends(a, DOUBTED);
    await ends(b, DOUBTED);
    await ends(c, DOUBTED);
    await arrives(d);
    expect(await isDoubted(a)).toBe(false);
    expect(await isDoubted(c)).toBe(false);
  });

  it('believes it when others only had to wait in between', async () => {
    await ends(a, DOUBTED);
    await ends(b, LATER);
    await ends(c, LATER);
    expect(await isDoubted(a)).toBe(false);
  });

  it('learns nothing from other letters to the same mailbox that were refused', async () => {
    const same = record().db.updateTable('letter').set({ mailbox: a.mailbox });
    await same.where('id', 'in', [b.id, c.id]).execute();
    for (const letter of [a, b, c]) await ends(letter, DOUBTED);
    expect(await isDoubted(a)).toBe(false);
  });

  it('begins anew when somebody begins the tries anew', async () => {
    await ends(a, DOUBTED);
    await ends(a, REFUSED);
    const deed = { now: instantAt(DAY, '08:00'), by: 'quan.tri', why: 'thử', at: instantAt(DAY, '08:00') };
    expect(await retryLetter(record().db, a.id, deed)).toBe(true);
    expect(await isDoubted(a)).toBe(true);
  });
});

interface Letter {
  id: string;
  mailbox: string;
}
