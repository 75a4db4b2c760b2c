import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, lastDayOfMonth } from '../../src/calendar/dates.ts';
import { occurrences } from '../../src/phrase/occurrences.ts';
import { readPhrase, type Reading } from '../../src/phrase/read-phrase.ts';
import { fold } from '../../src/phrase/tokens.ts';
import { writePhrase } from '../../src/phrase/write-phrase.ts';
import { REFUSED } from './refused.ts';
import { ALL } from './understood.ts';
import { weekdayCalendar } from './weekday-calendar.ts';

const years = fc.integer({ min: 1990, max: 2060 });
const dates = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, day]) => isoDate(year, month, day) !== undefined);
const phrases = fc.constantFrom(...ALL.map(([phrase]) => phrase), ...REFUSED.map(([phrase]) => phrase));

/** Words of the grammar, and some that are not, to be thrown together. */
const words = fc.constantFrom(
  ...'trước trong chậm nhất là ngày ngày làm việc tháng quý năm tuần hằng hàng định kỳ đến hết từ sau cuối giữa đầu'.split(
    ' ',
  ),
  ...'6 tháng đầu năm|6 tháng|hằng năm|hằng quý|hằng tháng|hằng tuần|tháng cuối kỳ|tháng cuối quý|ngày cuối cùng của'.split(
    '|',
  ),
  ...'kể từ ngày|ký quyết định|05 ngày làm việc|sớm nhất|ít nhất|để tổng hợp|ngay sau khi|buổi chiều|một lần|9 tháng|tuần đầu|đầu tiên của|trở đi|mùng|Sở Y tế|gửi|16 giờ 30 phút|thứ Sáu|Chủ nhật|thường xuyên|báo cáo|hoàn thành|hoặc|và'.split(
    '|',
  ),
  ...'15/10/2019 15/10 6/2019 2019 2019-Q3 III IV 31/02/2019 5 15 31 2018-2019 10% , - / . abc sáu sau tư năm'.split(
    ' ',
  ),
);

function nominal(phrase: string): string {
  const reading = readPhrase(phrase);
  if (!reading.ok) throw new Error(`${phrase}: ${reading.error}`);
  const [first] = occurrences(reading.rule, { from: '1990-01-01', calendar: weekdayCalendar });
  return first?.nominal ?? 'none';
}

/** What has to be the same however a phrase is typed; the words of an event are kept as typed. */
function meaning(reading: Reading): unknown {
  if (!reading.ok) return 'refused';
  return reading.rule.kind === 'after-event' ? { ...reading.rule, trigger: '' } : reading.rule;
}

describe('one day, written many ways', () => {
  it('is the same nominal day in every spelling', () => {
    fc.assert(
      fc.property(dates, ([year, month, day]) => {
        const expected = isoDate(year, month, day);
        const [dd, mm] = [day, month].map((number) => String(number).padStart(2, '0'));
        for (const spelled of [
          `${day}/${month}/${year}`,
          `${dd}/${mm}/${year}`,
          `${dd}-${mm}-${year}`,
          `${day}.${month}.${year}`,
          `${year}-${mm}-${dd}`,
          `ngày ${dd}/${month}/${year}`,
          `ngày ${day} tháng ${month} năm ${year}`,
          `NGÀY ${dd} THÁNG ${mm} NĂM ${year}`,
          `ngay ${day} thang ${month} nam ${year}`,
        ]) {
          expect(nominal(spelled)).toBe(expected);
          expect(nominal(`chậm nhất là ${spelled}`)).toBe(expected);
          expect(nominal(`đến hết ${spelled}`)).toBe(expected);
          expect(nominal(`trước 16 giờ 30 phút ${spelled}`)).toBe(expected);
          expect(nominal(`trước ${spelled}`)).toBe(addDays(expected ?? '', -1));
        }
      }),
    );
  });

  it('ends a month on its last day in every spelling', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), (year, month) => {
        const mm = String(month).padStart(2, '0');
        for (const spelled of [
          `tháng ${month}/${year}`,
          `tháng ${mm} năm ${year}`,
          `${mm}/${year}`,
          `${year}-${mm}`,
        ]) {
          expect(nominal(`trong ${spelled}`)).toBe(lastDayOfMonth(year, month));
          expect(nominal(`hết ${spelled}`)).toBe(lastDayOfMonth(year, month));
          expect(nominal(`trước ${spelled}`)).toBe(addDays(`${year}-${mm}-01`, -1));
        }
      }),
    );
  });

  it('ends a quarter on the last day of its third month in every spelling', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 4 }), (year, quarter) => {
        const roman = ['I', 'II', 'III', 'IV'][quarter - 1];
        for (const spelled of [
          `Quý ${roman} năm ${year}`,
          `quý ${quarter}/${year}`,
          `Q${quarter}/${year}`,
          `${year}-Q${quarter}`,
        ]) {
          expect(nominal(`trong ${spelled}`)).toBe(lastDayOfMonth(year, quarter * 3));
        }
      }),
    );
  });
});

describe('how a phrase is typed', () => {
  it.each([
    ['decomposed marks', (phrase: string) => phrase.normalize('NFD')],
    ['capital letters', (phrase: string) => phrase.toUpperCase()],
    ['small letters', (phrase: string) => phrase.toLowerCase()],
    ['wide blanks', (phrase: string) => ` ${phrase.replaceAll(' ', ' \u00a0  ')} `],
    ['quotes', (phrase: string) => `“${phrase}”`],
    ['asterisks', (phrase: string) => `**${phrase}**`],
    ['a final stop', (phrase: string) => `${phrase}.`],
    ['a final semicolon', (phrase: string) => `${phrase};`],
    ['a long dash', (phrase: string) => phrase.replaceAll('-', '–')],
  ])('does not change its meaning: %s', (_, retype) => {
    for (const [phrase] of [...ALL, ...REFUSED]) {
      expect(meaning(readPhrase(retype(phrase))), phrase).toEqual(meaning(readPhrase(phrase)));
    }
  });

  it('may leave out every mark, unless a bare word would mean something else', () => {
    for (const [phrase] of ALL) {
      if (fold(phrase).includes('thang sau') || fold(phrase).includes('sau thang')) continue;
      expect(meaning(readPhrase(fold(phrase))), phrase).toEqual(meaning(readPhrase(phrase)));
    }
  });
});

describe('whatever is typed', () => {
  const sound = (phrase: string) => {
    const reading = readPhrase(phrase);
    const read = reading.ok ? writePhrase(reading.rule) : reading.suggestion;
    const again = readPhrase(read);
    expect(again.ok, `${phrase} → ${read}`).toBe(true);
    if (reading.ok) expect(meaning(again)).toEqual(meaning(reading));
  };

  it('is answered, with words that are understood, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 320 }), sound));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), sound));
  });

  it('is answered, with words that are understood, for any words of the grammar', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => sound(list.join(' '))),
      { numRuns: 1000 },
    );
  });

  it('is answered, with words that are understood, for a phrase with a slip in it', () => {
    fc.assert(
      fc.property(phrases, fc.nat(40), fc.constantFrom('', 'x', ' ', '1', '/'), (phrase, at, slip) =>
        sound(phrase.slice(0, at) + slip + phrase.slice(at + 1)),
      ),
      { numRuns: 1000 },
    );
  });

  it('is read the same every time', () => {
    fc.assert(
      fc.property(phrases, (phrase) => {
        expect(readPhrase(phrase)).toEqual(readPhrase(phrase));
      }),
    );
  });
});
