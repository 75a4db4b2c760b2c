import { saying, type Entry } from './entry.ts';

const FILLERS = [',', 'xong', 'phải', 'cần', 'được', 'là', 'của', 'và', 'từ nay'];

/** Verbs that may stand beside the time words too. */
const VERBS = ['hoàn thành|tất', 'thực hiện', 'gửi', 'nộp'];

/** Names of papers that carry their own period: "báo cáo năm 2019" says nothing of when it is due. */
const REPORTS = ['báo cáo', 'thời? hạn báo cáo', 'kế hoạch', 'dự toán'];

const LEADING_VERBS = [
  'trình',
  'ban hành',
  'tham mưu',
  'triển khai',
  'phê duyệt',
  'thẩm định',
  'công bố',
  'xây dựng',
  'tổ chức',
  'rà soát',
  'tổng hợp',
];

const SUBJECTS = [
  'các',
  'những',
  'chung',
  'về',
  'qua',
  'cho',
  'đối với',
  'mục|chỉ tiêu',
  'nhiệm vụ',
  'công việc',
  'thời gian',
  'thời? hạn gửi|nộp|trình',
  'chế độ',
  'kết quả',
  'nghiệm thu',
  'tình hình',
  'chất lượng',
  'đầy đủ',
  'công khai',
  'cuộc? họp dân?',
  'kiến nghị',
  'trường hợp',
  'bảo|đảm đảm|bảo',
  'phấn đấu',
  'giảm',
  'tăng',
  'đạt',
  'vượt',
  'theo dõi',
  'đôn đốc',
  'pháp luật',
  'gia hạn',
  'lùi thời? hạn? sang?',
  '-',
];

/** What a duty is about, and words without any meaning for its time. */
export const TOPIC_WORDS: Entry[] = [
  ...FILLERS.map(saying({ kind: 'filler' })),
  ...VERBS.map(saying({ kind: 'filler', opens: true })),
  ...REPORTS.map(saying({ kind: 'topic', names: 'period', opens: true })),
  ...LEADING_VERBS.map(saying({ kind: 'topic', opens: true })),
  ...SUBJECTS.map(saying({ kind: 'topic' })),
  ...['để', 'nhằm'].map(saying({ kind: 'clause', standing: false })),
  ['{percent}', () => ({ kind: 'goal' })],
  ['so? với cùng? kỳ|kì? năm {year}', ({ year = 0 }) => ({ kind: 'baseline', year })],
  ['so với {year}', ({ year = 0 }) => ({ kind: 'baseline', year })],
];
