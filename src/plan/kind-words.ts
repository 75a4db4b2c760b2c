import type { LetterKind } from './model.ts';

/** How tables name the kinds of letters. */
export const KIND_WORDS: Record<LetterKind, string> = {
  upcoming: 'Sắp đến hạn',
  today: 'Đến hạn',
  overdue: 'Quá hạn',
  report: 'Báo cáo',
  request: 'Chờ quyết định',
  decision: 'Quyết định',
  undelivered: 'Thư bị trả lại',
  weekly: 'Tổng hợp tuần',
  monthly: 'Tổng hợp tháng',
  daily: 'Nhật ký gửi thư',
  admin: 'Cảnh báo hệ thống',
};
