import { expect, it } from 'vitest';
import { readEml, type ParsedLetter } from '../../src/mail/read-eml.ts';
import { readCalendar, type ReadCalendar } from '../support/read-calendar.ts';
import { Trial } from './trial.ts';

const trial = Trial.ofThisFile();

/** The calendar files of a letter as it came out of the mail server. */
function calendarsOf({ attachments }: ParsedLetter): ReadCalendar[] {
  return attachments
    .filter(({ filename }) => filename === 'han-nhiem-vu.ics')
    .map(({ content }) => readCalendar(content.toString('utf8')));
}

it('each letter to the unit brings its deadline as a calendar file, a report to a superior brings none', async () => {
  await trial.startOn('2019-10-09');
  await trial.liveThrough('2019-10-15');
  const letters = await Promise.all(trial.sink.letters.map(({ raw }) => readEml(raw)));
  const files = letters.map((letter) => [
    letter.headers.get('x-dondoc-kind'),
    calendarsOf(letter).flatMap(({ events }) => events.map(({ start, sequence }) => `${start} ${sequence}`)),
  ]);
  expect(files.toSorted()).toEqual([
    ['overdue', ['2019-10-14 0']],
    ['overdue', ['2019-10-14 0']],
    ['report', []],
    ['today', ['2019-10-14 0']],
    ['upcoming', ['2019-10-14 0']],
    ['upcoming', ['2019-10-14 0']],
    ['upcoming', ['2019-10-14 0']],
  ]);
  expect(
    new Set(letters.flatMap(calendarsOf).flatMap(({ events }) => events.map(({ uid }) => uid))).size,
  ).toBe(1);
});

it('arrives whole: its type, its method, its Vietnamese and the name that the letters thread under', async () => {
  await trial.startOn('2019-10-09');
  await trial.send(await trial.firstLetter());
  const raw = trial.sink.letters[0]?.raw ?? Buffer.alloc(0);
  expect(raw.toString('latin1')).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH;/m);
  const letter = await readEml(raw);
  const [calendar] = calendarsOf(letter);
  expect(calendar?.method).toBe('PUBLISH');
  const [event] = calendar?.events ?? [];
  expect(event).toMatchObject({ stamp: '2019-10-09T00:30:00Z', start: '2019-10-14', status: 'CONFIRMED' });
  expect(event?.summary).toBe('Hạn: Báo cáo năm về tình hình theo dõi thi hành pháp luật');
  expect(letter.references).toEqual([`<${event?.uid}>`]);
});
