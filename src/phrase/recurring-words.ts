import { EVERY, QUARTER, saying, unclear, type Entry } from './entry.ts';
import type { Every, Piece } from './pieces.ts';

/** From short to long. */
const LENGTHS: [months: number, every: Every][] = [
  [1, 'month'],
  [3, 'quarter'],
  [6, 'half'],
  [12, 'year'],
];

/** No number of weeks makes a period that is known. */
const MONTHS_OF_A_WEEK = 0.23;

/** What comes back: "hằng quý", "03 tháng/lần", "mỗi năm một lần". */
export const RECURRING_WORDS: Entry[] = [
  ...recurring('tuần', 'week', MONTHS_OF_A_WEEK),
  ...recurring('tháng', 'month', 1),
  ...recurring(QUARTER, 'quarter', 3),
  ...recurring('năm', 'year', 12),
  [`${EVERY} {count} tháng`, ({ count = 0 }) => repeated(count, 1)],
  ['3|03 tháng ,? và? 6|06 tháng', () => [unit('quarter'), unit('half')]],
  ...['tháng cuối cùng? của? mỗi|hằng|hàng? quý|quí|qúy', `cuối ${EVERY}? quý|quí|qúy`].map(
    saying({ kind: 'last-month', of: 'quarter' }),
  ),
  ['tháng cuối cùng? của? kỳ|kì báo? cáo?', () => ({ kind: 'last-month', of: 'period' })],
  [
    'tháng đầu|giữa tiên? của? quý|quí|qúy sau|tới|này|kế|tiếp? tiếp|theo?',
    () => [{ kind: 'last-month', of: 'quarter' }, unclear('Báo cáo quý chỉ nhận hạn trong tháng cuối quý.')],
  ],
  [
    `${EVERY} ngày`,
    () => unclear('Không nhắc hạn hằng ngày được; nếu là việc làm liên tục, đề nghị ghi “thường xuyên”.'),
  ],
];

function recurring(words: string, every: Every, months: number): Entry[] {
  return [
    [`${EVERY} ${words}`, () => ({ kind: 'recurrence', every })],
    [words, () => unit(every)],
    [`${EVERY}? ${words} {times} lần`, ({ times = 0 }) => repeated(months, times)],
    [`{times} lần trên|trong? một|1|01|mỗi? ${words}`, ({ times = 0 }) => repeated(months, times)],
    [
      `${EVERY}? {count} ${words} {times}? lần`,
      ({ count = 0, times = 1 }) => repeated(months * count, times),
    ],
  ];
}

/** `times` in `months`; twice a year is meant as "6 tháng, hằng năm", but the days may be others. */
function repeated(months: number, times: number): Piece[] {
  const length = months / times;
  if (length === MONTHS_OF_A_WEEK && times === 1) return [{ kind: 'recurrence', every: 'week' }];
  const [exact, every = 'month'] = LENGTHS.findLast(([least]) => least <= length) ?? [];
  if (exact === length && times === 1) return [{ kind: 'recurrence', every }];
  return [
    { kind: 'recurrence', every },
    ...(every === 'half' ? [unit('year')] : []),
    unclear('Chỉ nhận kỳ một tuần, một tháng, một quý, 6 tháng hoặc một năm, mỗi kỳ một lần.'),
  ];
}

function unit(every: Every): Piece {
  return { kind: 'unit', every };
}
