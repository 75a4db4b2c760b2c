import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { Trial } from './trial.ts';

const DAY = '2019-10-09';
const DEAD = 'vanthu@so-2.example';
const trial = Trial.ofThisFile();

/** Three units, a letter to each on the day. */
async function begin(): Promise<void> {
  const duties = [1, 2, 3].map((at) => duty(`A${at}`, 'trước ngày 31/10/2019', `so-${at}`));
  trial.instructions = {
    ...trial.instructions,
    schedule: scheduleOf({ duties, ladder: { '-15': 'office' } }),
  };
  await trial.startOn(DAY, '07:30');
}

/** Every letter that has come due is tried once. */
async function tryAll(time: string): Promise<void> {
  trial.clock.moveTo(instantAt(DAY, time));
  for (const { id } of await waitingLetters(trial.record.db, trial.clock.now())) await trial.send(id);
}

const statuses = async () =>
  (await trial.record.db.selectFrom('letter').where('day', '=', DAY).select('status').execute())
    .map(({ status }) => status)
    .sort();

it('a mail server that refuses everybody for good costs no letter once it takes them again', async () => {
  await begin();
  trial.sink.trouble = (stage) => (stage === 'rcpt' ? 554 : undefined);
  for (const time of ['07:30', '07:31', '07:33', '07:37', '09:00', '14:00']) await tryAll(time);
  expect(await statuses()).toEqual(['retrying', 'retrying', 'retrying']);
  trial.sink.trouble = () => undefined;
  await trial.liveThrough(DAY);
  expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
});

it('a mailbox that is refused while others are taken is refused for good a minute later', async () => {
  await begin();
  trial.sink.trouble = (stage, to) => (stage === 'rcpt' && to === DEAD ? 550 : undefined);
  await tryAll('07:30');
  expect(await statuses()).toEqual(['retrying', 'sent', 'sent']);
  await tryAll('07:31');
  expect(await statuses()).toEqual(['refused', 'sent', 'sent']);
});

it('what is refused with everybody until its days are over ends as refused', async () => {
  await begin();
  trial.sink.trouble = (stage) => (stage === 'rcpt' ? 554 : undefined);
  await trial.liveThrough('2019-10-14');
  expect(await statuses()).toEqual(['refused', 'refused', 'refused']);
});
