import type { Piece } from './pieces.ts';
import type { Entry } from './time-words.ts';

/** "trước X": X is already late (a reading of this house; no decree defines the word). */
const BEFORE = ['trước', 'before'];

/** X is still on time, until its end (Bộ luật Dân sự 2015, Art. 148(6), for the day's end). */
const BY = [
  'chậm|muộn|trễ nhất',
  'không quá',
  'không chậm|muộn|trễ hơn',
  'đến',
  'đến hết',
  'tới',
  'hết',
  'trước khi hết',
  'trước khi kết thúc',
  'kết thúc',
  'thời? hạn',
  'đến hạn',
  'hạn chót|cuối',
  'by',
];

/** As in "trong năm 2019, trước ngày 15/10". */
const WITHIN = ['trong', 'trong vòng', 'trong thời hạn|gian', 'vào', 'lúc'];

const FROM = ['kể? từ'];

/** A duty that goes on: the plan gives it no date. */
const STANDING = [
  'thường xuyên',
  'liên tục',
  'kịp thời',
  'tiếp tục',
  'tăng cường',
  'đẩy mạnh',
  'từng bước',
  'chủ động',
  'tích cực',
  'khẩn trương',
  'lâu dài',
  'đột xuất',
  'sớm',
  'sớm nhất',
  'trong thời gian sớm nhất',
  'càng sớm càng tốt',
  'nếu có',
  'theo|đúng quy|qui định',
  'theo tiến độ',
  'theo yêu cầu',
  'thời gian yêu cầu',
  'đúng thời gian',
  'đúng tiến độ',
  'khi có? yêu cầu',
  'khi? cần thiết',
  'khi? phát sinh',
  'trường hợp phát sinh|cần',
  'trường hợp cần thiết',
];

const FILLERS = [
  ',',
  'hoàn thành|tất',
  'xong',
  'thực hiện',
  'gửi',
  'nộp',
  'phải',
  'cần',
  'được',
  'là',
  'của',
  'và',
];

/** Names of papers that carry their own period: "báo cáo năm 2019" says nothing of when it is due. */
const REPORTS = ['báo cáo', 'kế hoạch', 'dự toán'];

const TOPICS = [
  'các',
  'những',
  'chung',
  'về',
  'qua',
  'đối với',
  'mục|chỉ tiêu',
  'nhiệm vụ',
  'công việc',
  'thời gian',
  'chế độ',
  'kết quả',
  'nghiệm thu',
  'tình hình',
  'chất lượng',
  'đầy đủ',
  'công khai',
  'tổng hợp',
  'cuộc? họp dân?',
  'kiến nghị',
  'trường hợp',
  'cơ quan',
  'đơn vị',
  'cấp huyện|xã|tỉnh',
  'bảo|đảm đảm|bảo',
  'phấn đấu',
  'ban hành',
  'trình',
  'tham mưu',
  'triển khai',
  'giảm',
  'tăng',
  'đạt',
  'vượt',
  'tối thiểu',
  'ít nhất',
  'bộ|sở nội vụ',
  'bộ|sở tư pháp',
  'bộ|sở tài chính',
  'bộ|sở thông tin và truyền thông',
  'ủy|uỷ ban nhân dân tỉnh|huyện|xã?',
  'ubnd tỉnh|huyện|xã?',
  'thủ tướng',
  'chính phủ',
  '-',
];

/** Every word the room knows that has no number in it. */
export const PLAIN_WORDS: Entry[] = [
  ...BEFORE.map(saying({ kind: 'before' })),
  ...BY.map(saying({ kind: 'by', within: false })),
  ...WITHIN.map(saying({ kind: 'by', within: true })),
  ...FROM.map(saying({ kind: 'from' })),
  ...STANDING.map(saying({ kind: 'standing' })),
  ['định kỳ|kì', () => ({ kind: 'periodic' })],
  ...FILLERS.map(saying({ kind: 'filler' })),
  ...REPORTS.map(saying({ kind: 'topic', report: true })),
  ...TOPICS.map(saying({ kind: 'topic', report: false })),
  ...['so? với năm {year}', 'so với {year}'].map(saying({ kind: 'topic', report: false })),
  ['{percent}', () => ({ kind: 'goal' })],
];

function saying(piece: Piece): (pattern: string) => Entry {
  return (pattern) => [pattern, () => piece];
}
