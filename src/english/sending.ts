import type { Dictionary } from './pattern.ts';

/** The form over sending hours and digests. */
export const SENDING: Dictionary = {
  'Bắt đầu gửi lúc': 'Sending begins at',
  'Dùng chung cho mọi kế hoạch trong thư mục này: {1}.': 'Common to every plan in this folder: {1}.',
  'Giờ gửi thư': 'Sending hours',
  'Giờ gửi thư hoặc thư tổng hợp đang có lỗi trong tệp.':
    'The sending hours or digests are faulty in the file.',
  'Giờ gửi thư, thư tổng hợp': 'Sending hours and digests',
  'Hộp thư của người quản trị hệ thống; bỏ trống: không gửi':
    'The mailbox of those who run the system; empty: not sent',
  'Kết quả gửi thư hằng ngày gửi tới': 'Daily result of sending goes to',
  'Ngày làm việc đầu tiên của tháng': 'On the first working day of the month',
  'Ngày làm việc đầu tiên của tuần: việc sắp đến hạn, quá hạn, đang chờ quyết định':
    'On the first working day of the week: what is due soon, overdue, awaiting a decision',
  'Ngừng gửi lúc': 'Sending ends at',
  'Sửa giờ gửi thư, thư tổng hợp': 'Edit sending hours and digests',
  'Sửa giờ gửi, thư tổng hợp': 'Edit hours and digests',
  'Thư chỉ đi trong khoảng giờ này của ngày làm việc; thư chưa gửi được trước giờ ngừng chờ đến ngày làm việc sau.':
    'Letters leave only between these hours of a working day; what could not be sent before the end waits for the next working day.',
  'Thư tổng hợp': 'Digests',
  'Từ {1} đến {2} các ngày làm việc': 'From {1} to {2} on working days',
  'Ví dụ 07:30': 'For example 07:30',
  'Ví dụ 17:00': 'For example 17:00',
  'cần ghi giờ bắt đầu gửi': 'the hour at which sending begins is needed',
  'cần ghi giờ ngừng gửi': 'the hour at which sending ends is needed',
  'giờ gửi thư, thư tổng hợp': 'sending hours and digests',
  'kết quả gửi hằng ngày tới {1}': 'daily result of sending to {1}',
  'thư tổng hợp đầu tháng': 'monthly digest',
  'thư tổng hợp đầu tuần': 'weekly digest',
  'Đầu tháng gửi cấp có thẩm quyền': 'Monthly to the authority',
  'Đầu tuần gửi cơ quan theo dõi, đôn đốc': 'Weekly to the follow-up unit',
  '{1} › Giờ gửi thư': '{1} › Sending hours',
};
