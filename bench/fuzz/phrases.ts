import { isDeepStrictEqual } from 'node:util';
import { instantAt, localDate } from '../../src/calendar/dates.ts';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { answerPhrase } from '../../src/phrase/phrase-answer.ts';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import { writePhrase } from '../../src/phrase/write-phrase.ts';
import { loadCalendar, loadSchedules } from '../../src/schedule/load-schedules.ts';
import { REFUSED } from '../../tests/phrase/refused.ts';
import { ALL } from '../../tests/phrase/understood.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeWords } from './judge-words.ts';
import { processorTime } from './processor-time.ts';
import type { Random } from './random.ts';
import { spoilPhrase } from './spoil-phrase.ts';

const YEARS = Array.from({ length: 9 }, (_, index) => 2019 + index);
/** How many due days of each year are asked for: more than any rule but the weekly one has in a year. */
const COUNT = 14;
/** An explanation holds the plan's own words for an event, which may be as long as a phrase. */
const LONGEST = 700;

/** The due phrases of the shipped plans and of the tests, spoilt and spliced, read as `dondoc due` and every schedule file read them. */
export const phrases: Family = {
  name: 'phrases',
  full: 100_000,
  short: 400,
  limit: 30_000,
  async open() {
    const [calendar, known] = await Promise.all([shippedCalendar(), shippedPhrases()]);
    const sound = [...known, ...ALL.map(([phrase]) => phrase), ...REFUSED.map(([phrase]) => phrase)];
    for (const phrase of sound) runOnce(phrase, calendar);
    const times = sound.map((phrase) => runOnce(phrase, calendar)).sort((a, b) => a - b);
    const usual = times[times.length >> 1] ?? 0;
    return {
      run: (random) => runCase(random, sound, calendar, usual),
      close: async () => undefined,
    };
  },
};

async function shippedCalendar(): Promise<Calendar> {
  const loaded = await loadCalendar('schedules');
  if (!loaded.ok) throw new Error('The shipped calendar has problems');
  return loaded.calendar;
}

async function shippedPhrases(): Promise<string[]> {
  const loaded = await loadSchedules('schedules');
  if (!loaded.ok) throw new Error('The shipped schedules have problems');
  const obligations = loaded.schedule.folders.flatMap(({ plans }) =>
    plans.flatMap((plan) => plan.obligations),
  );
  return obligations.flatMap(({ phrase, due }) => [phrase, due].filter((one) => one !== undefined));
}

async function runCase(
  random: Random,
  sound: readonly string[],
  calendar: Calendar,
  usual: number,
): Promise<CaseEnd> {
  const original = random.pick(sound);
  const spoilt = spoilPhrase(original, sound, random);
  return judging(spoilt, () => {
    const begun = processorTime();
    const outcome = judgePhrase(spoilt, calendar);
    return { outcome, took: { spoilt: processorTime() - begun, sound: usual } };
  });
}

function runOnce(phrase: string, calendar: Calendar): number {
  const begun = processorTime();
  judgePhrase(phrase, calendar);
  return processorTime() - begun;
}

/** How the phrase is read, after its reading was judged. @throws BadCase */
function judgePhrase(phrase: string, calendar: Calendar): string {
  const reading = readPhrase(phrase);
  if (!reading.ok) {
    judgeRefusal(phrase, reading);
    return 'refused';
  }
  judgeWords(reading.explanation, phrase, LONGEST);
  const written = writePhrase(reading.rule);
  const again = readPhrase(written);
  if (!again.ok || !isDeepStrictEqual(again.rule, reading.rule))
    throw new BadCase(`The official words read otherwise: ${written}`, phrase);
  const answers = YEARS.map((year) => judgeDays(phrase, `${year}-01-01`, calendar));
  return answers.includes('read') ? `read, ${reading.rule.kind}` : 'read, out of the calendar';
}

function judgeDays(phrase: string, from: string, calendar: Calendar): 'read' | 'refused' {
  const answer = answerPhrase(phrase, { from, count: COUNT, event: from }, calendar);
  if (!answer.ok) {
    judgeRefusal(phrase, answer);
    return 'refused';
  }
  const days = answer.dates.flatMap(({ nominal, aim }) => [aim, nominal]);
  const isReal = (day: string) => localDate(instantAt(day, '12:00')) === day;
  if (!days.every(isReal)) throw new BadCase(`A day that is none: ${days.join(' ')}`, phrase);
  if (answer.dates.some(({ nominal, aim }) => aim > nominal || !calendar.isWorkingDay(aim)))
    throw new BadCase(`An aim after its day or on a day off: ${days.join(' ')}`, phrase);
  const nominals = answer.dates.map(({ nominal }) => nominal);
  if (nominals.some((day, index) => day <= (nominals[index - 1] ?? '')))
    throw new BadCase(`Days not in order: ${nominals.join(' ')}`, phrase);
  for (const note of answer.notes) judgeWords(note, phrase, LONGEST);
  return 'read';
}

/** A refusal says why, and offers words that are read. */
function judgeRefusal(phrase: string, { error, suggestion }: { error: string; suggestion: string }): void {
  judgeWords(error, phrase, LONGEST);
  judgeWords(suggestion, phrase, LONGEST);
  if (!readPhrase(suggestion).ok) throw new BadCase(`The suggestion is refused: ${suggestion}`, phrase);
}
