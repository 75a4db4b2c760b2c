import { describe, expect, it } from 'vitest';
import { DICTIONARY } from '../../src/english/dictionary.ts';
import { englishPage } from '../../src/english/english-page.ts';
import { legible } from '../../src/english/marks.ts';
import { looksVietnamese, sentencesOf } from '../../src/english/sentences.ts';
import { sourceTexts, type SourceText } from './source-texts.ts';

/** What programs read, and not people: it stays Vietnamese. */
const FOR_PROGRAMS =
  /^(?:[\w-]*api[\w-]*|feed-route|control|language|leave-to-newer|phrase-words|zero-byte)\.ts$/;
/** Strings that no page shows as they are, though they stand beside what pages show. */
const NOT_SHOWN: readonly string[] = [
  // Folds accents for the search.
  'đ',
  // For the record, which is kept in Vietnamese.
  '{1} (tệp {2}){3}.',
  // For the terminal, and for files.
  ...['Trễ bình quân', 'Mã thời hạn'],
  'Không mở được trang web tại {1}: {2}',
  'cổng này đang được một chương trình khác sử dụng.',
  // Readings of due phrases, which are Vietnamese as the phrases are; for the program that asks while one types.
  '{1} Có thể viết: “{2}”.',
  'Không có kế hoạch này.',
  // The schedule files' own words for when a rung speaks, which the form writes.
  '{1} {2} ngày làm việc',
  'mỗi {1} ngày làm việc{2}',
  ', tối đa {1} lần',
  // The law that a new year's file names as its basis; lines of the calendar as the file has them.
  'Bộ luật Lao động 2019, Điều 111 và Điều 112',
  ', ngày',
  '{1}: nghỉ, đi làm bù ngày {2}',
  // Words that the entries of whole sentences hold, or that stand in what the record says.
  ...['giảm', 'và', 'sót', 'sau đó lặp lại mỗi {1}, tối đa {2} lần', 'Đang {1}: {2}'],
  // Items below an alert, which are names from the plan and sentences of the record.
  ...['Và {1} điều khác.', 'chờ soạn lại'],
  // Accounts are made, and deadlines found by some of their words, at the command line.
  'Tên tài khoản gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối.',
  'Tài khoản cán bộ theo dõi (officer) và tài khoản cơ quan (unit) phải thuộc một cơ quan; các vai trò khác thì không.',
  'Đã có tài khoản “{1}”.',
  'Không có thời hạn nào ứng với “{1}”.',
  '“{1}” ứng với {2} thời hạn, hãy chọn một:',
  // What `dondoc check` says of a file is said in the files' own language.
  '{1} — có phải ý bạn là “{2}”?',
];
/** Texts that are put together from several of the source's. */
const ASSEMBLED: readonly string[] = [
  // src/mail/next-step.ts
  ...['gửi thư nhắc tới {1 vi}', 'báo cáo {1 vi}', 'gửi thư nhắc tới {1 vi}, báo cáo {2 vi}'],
  // src/report/period.ts
  ...['06 tháng đầu năm {1}', '06 tháng cuối năm {1}'],
  // src/report/coverage-lines.ts
  ...[
    'đã nhắc {1}',
    'đã nhắc {1} (muộn {2})',
    'không đến nơi nhận {1}',
    'không nhắc {1} (có lý do)',
    'chờ nhắc {1}',
    'sót {1}',
  ],
  // src/cli/status-lines.ts
  ...['{1} đã lập, chờ gửi', '{1} đang gửi', '{1} chờ gửi lại', '{1} đã gửi', '{1} bị từ chối'],
  ...['{1} gửi không được', '{1} đã bỏ', '{1} đang theo dõi', '{1} đã hoàn thành', '{1} đã rút'],
  // src/plan/ladder-words.ts
  ...[
    '{1}, kèm dự thảo công văn đôn đốc',
    '{1}, sau đó lặp lại mỗi {2}, tối đa {3} lần',
    'báo cáo {1} và {2}',
  ],
  // src/watch/coverage-ills.ts
  ...['{1} sót', '{1} không gửi được', '{1} còn chờ gửi'],
  // src/web/deadline-state.ts
  ...['trễ hạn {1}', 'Đã báo hoàn thành {1}, chờ cơ quan theo dõi xác nhận'],
  // src/console/deadline-letters.ts
  'Đã gửi {1}',
  // src/console/queue-letter-page.ts, notices-cell.ts
  'có tác vụ từ {1}, đã chạy {2} lần, chạy gần nhất lúc {3}',
  '{1}, hạn {2} ({3}) và {4} nội dung khác',
  // src/console/deadline-reading.ts: a day off that has a name.
  'ngày hạn là {1 vi}, không làm việc, nên lấy ngày làm việc cuối cùng trước đó',
];
/** Errors whose message is shown on a page. */
const SHOWN = [
  'AnswerRefused',
  'AnswerOutdated',
  'AccountRefused',
  'UpkeepRefused',
  'CannotEdit',
  'FormNotShown',
];
/** Files whose every text is shown. */
const HANDED: readonly string[] = [
  ...[
    'board-state.ts',
    'distance-words.ts',
    'due-light.ts',
    'figures-problem.ts',
    'kind-words.ts',
    'ladder-words.ts',
  ],
  ...['pause.ts', 'punctuality.ts', 'coverage-ills.ts', 'find-ills.ts', 'columns.ts', 'heading.ts'],
];
/** Rooms that throw them. */
const ROOMS = [
  'src/answer',
  'src/account',
  'src/upkeep',
  'src/files',
  'src/schedule',
  'src/plan',
  'src/board',
  'src/mail',
];
const OTHER_ROOMS = [
  'src/calendar',
  'src/report',
  'src/cli',
  'src/record',
  'src/phrase',
  'src/watch',
  'src/bounce',
];

describe('the dictionary', () => {
  const used = new Set<string>();
  const sentences = sentencesOf(DICTIONARY, (entry) => used.add(entry));

  /** The texts without an English, as they would stand in the dictionary, each with where it is. */
  function missingOf(texts: SourceText[]): string[] {
    const missing = new Map<string, string>();
    for (const { place, as, text } of texts) {
      if (as === 'page') {
        // A piece of a tag.
        if (/^\s*[\w-]+(?:="[^"]*"|$)/.test(text)) continue;
        englishPage(text, sentences, (words) => missing.set(words, place));
      } else if (sentences.translate(text) === undefined && looksVietnamese(text))
        missing.set(legible(text), place);
    }
    return [...missing]
      .filter(([words]) => !NOT_SHOWN.includes(words))
      .map(([words, place]) => `'${words}': '', // ${place}`);
  }

  const pages = ['src/web', 'src/console'].flatMap((room) =>
    sourceTexts(room, (file) => !FOR_PROGRAMS.test(file) && !file.startsWith('assets')),
  );

  it('has every text of the pages', () => {
    expect(pages.length).toBeGreaterThan(500);
    expect(missingOf(pages)).toEqual([]);
  });

  it('has the words for how things stand that pages are handed', () => {
    const handed = ['src/board', 'src/plan', 'src/watch', 'src/report'].flatMap((room) =>
      sourceTexts(room, (file) => HANDED.includes(file)),
    );
    expect(missingOf(handed)).toEqual([]);
  });

  it('has every refusal that a page shows', () => {
    const refusals = ROOMS.flatMap((room) => sourceTexts(room)).filter(({ thrown }) =>
      SHOWN.includes(thrown ?? ''),
    );
    expect(refusals.length).toBeGreaterThan(30);
    expect(missingOf(refusals)).toEqual([]);
  });

  it('has no entry that no text of the source needs', () => {
    const rest = [...ROOMS, ...OTHER_ROOMS].flatMap((room) => sourceTexts(room));
    missingOf([...rest, ...rest.map(withoutEndings), ...pages.map(withoutEndings)]);
    expect(Object.keys(DICTIONARY).filter((entry) => !used.has(entry) && !ASSEMBLED.includes(entry))).toEqual(
      [],
    );
  });
});

/** A text whose optional values are empty: those at its end, those right after a word, and sentences among others. */
function withoutEndings(text: SourceText): SourceText {
  const value = '(?:[\\uFDD0-\\uFDED]|<s></s>)';
  const optional = new RegExp(`(?<=[\\p{L}\\d)”}.>\\uFDD0-\\uFDED])${value}+|(?<=\\.)\\s+${value}`, 'gu');
  return { ...text, text: text.text.replace(optional, '') };
}
