import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { readDistress } from '../../src/record/distress.ts';
import { keepIlls, type Ill } from '../../src/record/ills.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { claimAt, onEachRecord } from '../support/record.ts';

const QUEUE: Ill = {
  ...{ id: 'queue-away', once: false, sentence: 'Hàng đợi không trả lời.', details: [] },
  ...{ deed: 'Kiểm tra Redis.', page: '/quan-ly/hang-doi' },
};
const ADMINS = ['quan-tri@dondoc.example', 'truc@dondoc.example'];
const DAY = '2019-10-08';
const at = (time: string) => instantAt(DAY, time);

onEachRecord((record) => {
  const unheard = async () => (await readDistress(record().db, at('09:00'))).unheard;
  const told = async () => {
    const look = { now: at('08:00'), who: 'test', admins: ADMINS };
    return (await keepIlls(record().db, [QUEUE], look)).letters.map(({ id }) => id);
  };
  const refuse = async (id: string) => {
    await claimAt(record().db, id, DAY, '08:01');
    const ending = { status: 'refused', response: '554 relay access denied' } as const;
    await settleLetter(record().db, id, 'test', at('08:01'), ending);
  };

  it('is an ill whose letters were refused by all, until it is over', async () => {
    const [first = '', second = ''] = await told();
    expect(await unheard()).toEqual([]);
    await refuse(first);
    expect(await unheard()).toEqual([]);
    await refuse(second);
    expect(await unheard()).toEqual(['queue-away']);
    await keepIlls(record().db, [], { now: at('08:20'), who: 'test', admins: ADMINS });
    expect(await unheard()).toEqual([]);
  });

  it('is heard of as soon as one letter arrives, unless it comes back', async () => {
    const [first = '', second = ''] = await told();
    await refuse(first);
    await claimAt(record().db, second, DAY, '08:01');
    const said = { messageId: `<${second}@dondoc.example>`, subject: 'x', text: '', html: '' };
    const taken = { status: 'sent', response: '250 ok', said } as const;
    await settleLetter(record().db, second, 'test', at('08:01'), taken);
    expect(await unheard()).toEqual([]);
    const returned = { returned_at: at('08:30'), returned: '5.1.1' };
    await record().db.updateTable('letter').set(returned).where('id', '=', second).execute();
    expect(await unheard()).toEqual(['queue-away']);
  });
});
