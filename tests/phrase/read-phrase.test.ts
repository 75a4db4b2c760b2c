import { describe, expect, it } from 'vitest';
import { occurrences } from '../../src/phrase/occurrences.ts';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import { writePhrase } from '../../src/phrase/write-phrase.ts';
import { ALL, DAYS, EVENTS, PERIODS, PLAN, RECURRING, STANDING } from './understood.ts';
import { weekdayCalendar } from './weekday-calendar.ts';

describe.each([
  ['the plan', PLAN],
  ['standing duties', STANDING],
  ['days', DAYS],
  ['periods', PERIODS],
  ['recurring duties', RECURRING],
  ['events', EVENTS],
])('phrases of %s', (_, phrases) => {
  it.each(phrases)('reads "%s" as %s', (phrase, kind, days = '') => {
    const reading = readPhrase(phrase);
    if (!reading.ok) throw new Error(reading.error);
    const expected = days === '' ? [] : days.split(' ');
    const query = { from: '2019-06-01', event: '2019-06-14', calendar: weekdayCalendar };
    const found = occurrences(reading.rule, { ...query, count: Math.max(expected.length, 1) });
    expect(reading.rule.kind).toBe(kind);
    expect(found.map(({ period, nominal }) => `${period}=${nominal}`)).toEqual(expected);
  });
});

describe('the rule of a phrase', () => {
  it('is plain JSON data', () => {
    for (const [phrase] of ALL) {
      const reading = readPhrase(phrase);
      if (reading.ok) expect(JSON.parse(JSON.stringify(reading.rule))).toEqual(reading.rule);
    }
  });

  it('is written back in official words that read to the same rule', () => {
    for (const [phrase] of ALL) {
      const reading = readPhrase(phrase);
      if (!reading.ok) throw new Error(`${phrase}: ${reading.error}`);
      const again = readPhrase(writePhrase(reading.rule));
      expect(again, phrase).toMatchObject({ ok: true, rule: reading.rule });
    }
  });

  it.each([
    ['trước 16 giờ 30 phút ngày 15/10/2019', '16:30'],
    ['17 giờ 00 ngày 15/10/2019', '17:00'],
    ['trước 8h ngày 15/10/2019', '08:00'],
    ['24 giờ ngày 15/10/2019', undefined],
    ['trước 8 giờ sáng ngày 15/10/2019', '08:00'],
    ['trước 5 giờ chiều ngày 15/10/2019', '17:00'],
    ['trước 5 giờ 30 phút chiều ngày 15/10/2019', '17:30'],
    ['17:30 chiều ngày 15/10/2019', '17:30'],
    ['trước 12 giờ trưa ngày 15/10/2019', '12:00'],
    ['trước 1 giờ trưa ngày 15/10/2019', '13:00'],
    ['trước 8 giờ tối ngày 15/10/2019', '20:00'],
    ['chiều ngày 15/10/2019', undefined],
  ])('keeps the time of day of "%s"', (phrase, time) => {
    const reading = readPhrase(phrase);
    expect(reading.ok && reading.rule.kind === 'once' ? reading.rule.time : 'refused').toBe(time);
  });

  it.each([
    ['chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố', 'có quyết định công bố'],
    ['chậm nhất là 02 ngày làm việc kể từ ngày ký quyết định công bố', 'ký quyết định công bố'],
    ['03 ngày kể từ ngày nhận đủ hồ sơ, tài liệu hợp lệ.', 'nhận đủ hồ sơ, tài liệu hợp lệ'],
    ['03 ngày kể từ ngày Hội đồng thông qua', 'Hội đồng thông qua'],
    ['kể từ ngày nhận đủ hồ sơ, tài liệu, trong vòng 03 ngày', 'nhận đủ hồ sơ, tài liệu'],
  ])('keeps the words of the event in "%s"', (phrase, trigger) => {
    expect(readPhrase(phrase)).toMatchObject({ ok: true, rule: { trigger } });
  });

  it.each([
    ['hằng quý, 6 tháng, hằng năm', 'unstated'],
    ['hằng năm', 'unstated'],
    ['cuối quý', 'last'],
    ['ngày cuối cùng của tháng', 'last'],
    ['ngày làm việc cuối cùng của tháng', 'last-working'],
    ['ngày 15 hằng tháng', 15],
    ['ngày làm việc đầu tiên của tháng', 'first-working'],
    ['tháng 6 và tháng 12 hằng năm', 'last'],
    ['ngày 15/6 và 15/12 hằng năm', 15],
  ])('tells whether "%s" names a day', (phrase, day) => {
    expect(readPhrase(phrase)).toMatchObject({ ok: true, rule: { day } });
  });
});

describe('the explanation of a phrase', () => {
  it.each([
    [
      'trước ngày 15/10/2019',
      'hiểu là: một lần; ngày cuối còn trong hạn là thứ Hai, 14/10/2019 (trước ngày 15/10/2019, không tính ngày đó)',
    ],
    [
      'đến hết ngày 30 tháng 11 năm 2019',
      'hiểu là: một lần; ngày cuối còn trong hạn là thứ Bảy, 30/11/2019 (tính cả ngày đó)',
    ],
    [
      'trong tháng 6 năm 2019',
      'hiểu là: một lần; ngày cuối còn trong hạn là Chủ nhật, 30/06/2019 (ngày cuối của tháng 6 năm 2019)',
    ],
    [
      'giữa tháng 6 năm 2019',
      'hiểu là: một lần; ngày cuối còn trong hạn là thứ Bảy, 15/06/2019 (giữa tháng 6 năm 2019, theo Điều 146 Bộ luật Dân sự 2015)',
    ],
    ['trước 16h30 ngày 15/10/2019', 'hiểu là: một lần; hạn là trước 16 giờ 30 phút thứ Ba, 15/10/2019'],
    [
      'ngày làm việc cuối cùng của tháng 6/2019',
      'hiểu là: một lần; hạn là ngày làm việc cuối cùng của tháng 6 năm 2019',
    ],
    [
      'trước 31/12 hằng năm',
      'hiểu là: hằng năm; hạn là ngày liền trước ngày 31/12 (“trước” không tính ngày đó)',
    ],
    ['trong tháng 11 hằng năm', 'hiểu là: hằng năm; hạn là ngày cuối cùng của tháng 11'],
    ['trong quý I hằng năm', 'hiểu là: hằng năm; hạn là ngày cuối cùng của Quý I'],
    ['cuối năm hằng năm', 'hiểu là: hằng năm; hạn là ngày cuối cùng của năm'],
    ['hằng năm', 'hiểu là: hằng năm; kế hoạch không nêu ngày nên lấy ngày cuối kỳ (31/12)'],
    [
      'hằng quý, 6 tháng, hằng năm',
      'hiểu là: hằng quý, 6 tháng, hằng năm, mỗi năm 04 kỳ; kế hoạch không nêu ngày nên lấy ngày cuối kỳ',
    ],
    [
      'ngày 20 của tháng cuối kỳ, 6 tháng, hằng năm',
      'hiểu là: 6 tháng, hằng năm, mỗi năm 02 kỳ; hạn là ngày 20 của tháng cuối kỳ (tính cả ngày đó)',
    ],
    [
      'ngày làm việc đầu tiên của tháng',
      'hiểu là: hằng tháng, mỗi năm 12 kỳ; hạn là ngày làm việc đầu tiên của kỳ',
    ],
    ['thứ Sáu hằng tuần', 'hiểu là: hằng tuần; hạn là thứ Sáu (tính cả ngày đó)'],
    [
      'chậm nhất là 05 ngày làm việc kể từ ngày ký',
      'hiểu là: 05 ngày làm việc kể từ ngày ký; ngày xảy ra sự kiện không tính, đếm từ ngày liền sau',
    ],
    [
      '05 ngày làm việc kể từ ngày 14/6/2019',
      'hiểu là: một lần; 05 ngày làm việc kể từ ngày 14/06/2019; ngày đó không tính, đếm từ ngày liền sau',
    ],
    ['thường xuyên', 'hiểu là: nhiệm vụ thường xuyên, không có thời hạn cụ thể nên không nhắc hạn'],
  ])('of "%s" is Vietnamese an officer can check', (phrase, explanation) => {
    expect(readPhrase(phrase)).toMatchObject({ ok: true, explanation });
  });
});
