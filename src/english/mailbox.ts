import type { Dictionary } from './pattern.ts';

/** The built-in mailbox. */
export const MAILBOX: Dictionary = {
  '(không có tiêu đề)': '(no subject)',
  '.eml': '.eml',
  'Auto-Submitted': 'Auto-Submitted',
  'Chưa có thư nào. Thư nhắc việc, đôn đốc sẽ hiện ở đây ngay khi hệ thống gửi.':
    'No letters yet. Reminders appear here as soon as the system sends them.',
  'Các phần của thư': 'Parts of the letter',
  'Các trang của danh sách thư': 'Pages of the list of letters',
  'Hộp thư thử nghiệm': 'Test mailbox',
  'Không có thư nào khớp với điều kiện tìm. {1}': 'No letter matches. {1}',
  'Lọc theo loại thư': 'Filter by kind',
  'Message-ID': 'Message-ID',
  'Mã nguồn': 'Source',
  'Mở nội dung thư thành trang riêng để xem, in': 'Open the letter on a page of its own, to read or print',
  'Nơi gửi': 'From',
  References: 'References',
  'Số thứ tự': 'Number',
  'Thông tin kỹ thuật': 'Technical details',
  'Thông tin kỹ thuật của thư': 'Technical details of the letter',
  'Thư chạy thử': 'Rehearsed letter',
  'Thư dài, trang này chỉ hiện phần đầu; tải tệp .eml để xem toàn bộ.':
    'The letter is long and only its beginning is shown; download the .eml file to see all of it.',
  'Thư hệ thống gửi được giữ lại tại đây, không thư nào rời khỏi máy này.':
    'The letters that the system sends are kept here; none leaves this machine.',
  'Thư này không có bản {1}.': 'This letter has no {1} part.',
  'Thư sau ›': 'Next letter ›',
  'Thư trước, thư sau': 'Previous and next letter',
  'Thư {1} đến {2} trong {3} thư': 'Letters {1} to {2} of {3}',
  'Thư đã nhận, thư mới nhất ở trên': 'Received letters, newest first',
  'Tìm theo nơi nhận, tiêu đề': 'Search recipients and subjects',
  'Tải tệp .eml': 'Download .eml',
  'Tải tệp .eml của thư số {1}': 'Download the .eml file of letter {1}',
  'Tệp gốc': 'Original file',
  'Tệp đính kèm': 'Attachments',
  'Về hộp thư thử nghiệm': 'Back to the test mailbox',
  'Xem tất cả thư': 'Show all letters',
  chữ: 'plain text',
  'không ghi ngày gửi': 'no date given',
  'không tên': 'no name',
  'npm run -s dondoc -- start': 'npm run -s dondoc -- start',
  'trình bày (HTML)': 'formatted (HTML)',
  'Đường dẫn này nằm trong một thư chạy thử; ở đây chỉ đọc được thư. Khi hệ thống chạy thật ({1}), đường dẫn mở trang để cơ quan trả lời, không cần tài khoản.':
    'This link is part of a rehearsed letter; letters can only be read here. Once the system really runs ({1}), the link opens the page on which the unit answers, without an account.',
  '‹ Thư trước': '‹ Previous letter',
};
