import { describe, expect, it } from 'vitest';
import { AREAS, DICTIONARY } from '../../src/english/dictionary.ts';
import { englishPage } from '../../src/english/english-page.ts';
import { sentencesOf } from '../../src/english/sentences.ts';

const WORDS = {
  'Đề nghị liên hệ {1}.': 'Please contact {1}.',
  'Mở {1 vi}': 'Open {1}',
  'quá hạn {1}': '{1} overdue',
  '{1} ngày làm việc': '{1} working {1|day|days}',
  'Quá hạn': 'Overdue',
  '{1} của {2}': '{2}’s {1}',
  hạn: 'deadline',
  'Trang sau ›': 'Next page ›',
};

describe('a sentence', () => {
  const { translate } = sentencesOf(WORDS);

  it.each([
    ['Quá hạn', 'Overdue'],
    ['quá hạn', 'overdue'],
    [', quá hạn 03 ngày làm việc', ', 3 working days overdue'],
    ['quá hạn 01 ngày làm việc', '1 working day overdue'],
    [
      'quá hạn 05 ngày làm việc: hạn; quá hạn 07 ngày làm việc.',
      '5 working days overdue: deadline; 7 working days overdue.',
    ],
    ['Quá hạn; hạn: thứ Hai, 14/10/2019', 'Overdue; deadline: Monday 14/10/2019'],
    ['07:30 Chủ nhật, 13/10/2019', '07:30 Sunday 13/10/2019'],
    ['thứ Tư, 09/10/2019 07:30', 'Wednesday 09/10/2019 07:30'],
    ['tháng 02 năm 2020', 'February 2020'],
    ['Tháng 12', 'December'],
    ['1.387', '1,387'],
    ['54,5', '54.5'],
    ['Trang sau ›', 'Next page ›'],
  ])('%s: %s', (vietnamese, english) => expect(translate(vietnamese)).toBe(english));

  it.each(['Sở Tư pháp', 'hạn của Sở Tư pháp', 'tháng 13 năm 2019', 'quá hạn từ lâu'])(
    '%s has none: nothing is made up',
    (vietnamese) => expect(translate(vietnamese)).toBeUndefined(),
  );
});

describe('a page', () => {
  const sentences = sentencesOf(WORDS);
  const english = (page: string) => englishPage(page, sentences);

  it('has its elements where the English sentence wants them, and what is marked as it was', () => {
    expect(
      english(
        '<p>\n  <b>hạn</b> của <a href="/x?a=1&amp;b=2" lang="vi" title="Quá hạn">Sở Tư pháp</a>\n</p>',
      ),
    ).toBe('<p> <a href="/x?a=1&amp;b=2" lang="vi" title="Quá hạn">Sở Tư pháp</a>’s <b>deadline</b> </p>');
  });

  it('marks words inside a sentence that stay Vietnamese, and has attributes in English', () => {
    expect(english('<p>Mở Sở Tư pháp</p>')).toBe('<p>Open <span lang="vi">Sở Tư pháp</span></p>');
    expect(english('<a aria-label="Mở Sở Tư pháp">x</a>')).toBe('<a aria-label="Open Sở Tư pháp">x</a>');
    expect(english('<html lang="vi"><option>Mở Sở Tư pháp</option></html>')).toBe(
      '<html lang="en"><option>Open Sở Tư pháp</option></html>',
    );
  });

  it('lets nothing become markup that was text, nor text become an element', () => {
    const text = '&lt;script&gt;"\uFDD0\uFDEE\uFDEF &amp;lt;';
    expect(english(`<p title="&lt;i&gt;&quot;">${text} <b>1</b></p>`)).toBe(
      '<p title="<i>&quot;">&lt;script&gt;"\uFFFD\uFFFD\uFFFD &amp;lt; <b>1</b></p>'.replace(
        /\uFFFD/g,
        '\uFFFD',
      ),
    );
    expect(english('<p>Mở &lt;img src=x onerror=a&gt; Đ</p>')).toBe(
      '<p>Open <span lang="vi">&lt;img src=x onerror=a&gt; Đ</span></p>',
    );
  });

  it('keeps pictures, hidden line ends and empty values as they were', () => {
    const page =
      '<svg viewBox="0 0 8 8"><path d="M0 0"/></svg><textarea lang="vi">\n\n  a\n</textarea><option value="">';
    expect(english(page)).toBe(`${page}</option>`);
  });
});

describe('the dictionary', () => {
  it('has each text once', () => {
    const all = AREAS.flatMap((area) => Object.keys(area));
    expect(all.filter((entry, at) => all.indexOf(entry) !== at)).toEqual([]);
  });

  it('loses no place of a sentence and has no Vietnamese in its English', () => {
    const places = (text: string) =>
      [...new Set([...text.matchAll(/\{(\d)/g)].map(([, number]) => number))].sort();
    for (const [vietnamese, english] of Object.entries(DICTIONARY)) {
      expect(places(english), vietnamese).toEqual(places(vietnamese));
      expect(english.replace('Đôn Đốc', ''), vietnamese).not.toMatch(
        /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1EF9]/u,
      );
    }
  });
});
