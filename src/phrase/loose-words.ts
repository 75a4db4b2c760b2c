import { unclear, type Entry } from './entry.ts';

const LUNAR = 'Ngày tháng âm lịch chưa được hỗ trợ; đề nghị ghi ngày dương lịch.';

/** Why words about time are too loose to give a day, and those words. */
const LOOSE: [fault: string, ...patterns: string[]][] = [
  ['Cụm từ nêu nhiều khả năng; mỗi cụm từ chỉ được nêu một thời hạn.', 'hoặc', 'hay'],
  [LUNAR, 'tháng giêng', 'tháng chạp', 'âm lịch', 'ngày? rằm'],
  [
    'Thời gian tính từ lúc viết (tháng này, năm sau, ngày mai) không xác định được ngày.',
    'ngày|tuần|tháng|quý|năm này|nay|sau|tới|trước',
    'hôm nay|qua',
    'ngày? mai|kia',
    'thời gian tới',
  ],
  ['Chỉ nêu mốc bắt đầu (“sau”), không nêu mốc kết thúc.', 'sau ngày|khi'],
  ['Thời hạn phỏng chừng không xác định được ngày.', 'khoảng', 'dự kiến'],
];

export const LOOSE_WORDS: Entry[] = [
  ...LOOSE.flatMap(([fault, ...patterns]) => patterns.map((text): Entry => [text, () => unclear(fault)])),
  [
    'ngày? mùng|mồng {day} tháng {month}',
    ({ day = 0, month = 0 }) => [{ kind: 'day', day, month }, unclear(LUNAR)],
  ],
];
