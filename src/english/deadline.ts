import type { Dictionary } from './pattern.ts';

/** A deadline’s page, its letters and events. */
export const DEADLINE: Dictionary = {
  Bậc: 'Rung',
  'Chưa có thư hay trả lời nào.': 'No letter and no answer yet.',
  'Chưa có văn bản nào được ghi nhận.': 'No document has been registered yet.',
  'Chỉ tiêu': 'Target',
  'Cách hiểu thời hạn': 'How the deadline is read',
  'Cách hiểu thời hạn và cách tính ngày': 'How the deadline is read and its days reckoned',
  'Cách đếm': 'Counting',
  'Còn phải xác nhận: {1 vi}': 'Still to be confirmed: {1}',
  'Cơ quan ghi nhận: {1}. Nhiệm vụ chờ sự kiện này:': 'Registered by: {1}. Duties that wait for this event:',
  'Ghi nhận lúc': 'Registered at',
  'Ghi thay theo văn bản giấy': 'Write down an answer on paper',
  'Ghi thay: {1}': 'Write down: {1}',
  'Gia hạn': 'Extend',
  'Gửi lúc': 'Sent at',
  'Gửi tới': 'To',
  'Hoàn thành {1}: văn bản {2} ngày {3}, {4}': 'Done {1}: document {2} of {3}, {4}',
  'Hạn ban đầu': 'First deadline',
  'Hạn sau gia hạn': 'Extended deadline',
  'Hạn tính theo lịch làm việc tạm tính năm {1}.':
    'The deadline is reckoned by the provisional calendar of {1}.',
  'Hạn đang có là {1}. Hạn ban đầu luôn được giữ lại bên cạnh hạn mới; các bậc nhắc tính lại theo hạn mới.':
    'The deadline is {1}. The first deadline is always kept beside the new one; reminders are reckoned anew from the new one.',
  'Hạn đã chuyển từ {1} sang {2}. Trang này cho thấy hạn hiện hành.':
    'The deadline has moved from {1} to {2}. This page shows the present one.',
  'Hệ thống chưa ghi nhận trả lời nào của cơ quan chủ trì.':
    'No answer of the lead unit has been recorded yet.',
  'Hệ thống chưa gửi thư nào về nhiệm vụ này; thư gửi đi sẽ hiện tại đây.':
    'No letter about this duty has been sent yet; sent letters appear here.',
  'Hệ thống hiểu': 'Read as',
  'Hệ thống không ghi thêm trả lời, quyết định cho thời hạn này.':
    'No answers or decisions are taken for this deadline.',
  'Khi một văn bản được ghi nhận, hệ thống lập thời hạn và nhắc các cơ quan chủ trì. Văn bản đã ghi nhận không xóa khỏi sổ được; đề nghị kiểm tra số và ngày trước khi ghi.':
    'Once a document is registered, the system sets deadlines and reminds the lead units. A registered document cannot be deleted from the record; please check number and date first.',
  'Khi {1} trả lời bằng văn bản giấy thay vì qua đường dẫn trong thư. Sổ ghi rõ tài khoản ghi thay và số văn bản.':
    'When {1} answers on paper instead of by the link in its letter. The record names the account that wrote it down and the document.',
  'Không còn thư nào phải gửi về nhiệm vụ này.': 'No further letter is to be sent about this duty.',
  'Không có nhiệm vụ nào do cơ quan theo dõi chờ một sự kiện.':
    'No duty that your unit follows up waits for an event.',
  'Kế hoạch viết': 'The plan writes',
  Kỳ: 'Period',
  'Lưu ý: {1 vi}': 'Mind: {1}',
  'Lần nhắc không gửi và lý do': 'Reminders not sent and why',
  'Lần nhắc không gửi, và lý do': 'Reminders not sent, and why',
  'Lần nhắc theo lịch': 'Scheduled reminder',
  'Máy chủ thư trả lời': 'The mail server’s answer',
  'Mã thư (Message-ID)': 'Message-ID',
  'Mã truy cập trong các đường dẫn được thay bằng dấu “…”: đường dẫn trong thư chỉ dành cho nơi nhận.':
    'The secrets in the links are replaced by “…”: the links in the letter are for its recipient alone.',
  'Ngày cụ thể là đề xuất, đang chờ xác nhận; nếu chưa phù hợp, đề nghị cho biết.':
    'The exact day is a proposal that awaits confirmation; please say so if it does not fit.',
  'Ngày làm việc cuối cùng trước hạn: {1}': 'Last working day before the deadline: {1}',
  'Ngày nhắm tới': 'Day to aim at',
  'Nhiệm vụ trong thư': 'Duties in the letter',
  'Nhiệm vụ và thời hạn': 'The duty and its deadline',
  'Nếu đến hết ngày {1} chưa ghi nhận kết quả, ngày {2} hệ thống sẽ {3}.':
    'If no result is recorded by the end of {1}, on {2} the system will {3}.',
  'Nếu đến ngày {1} chưa ghi nhận kết quả, hệ thống sẽ {2}.':
    'If no result is recorded by {1}, the system will {2}.',
  'Nội dung thư được lập khi gửi, với những gì còn đúng vào lúc đó.':
    'The letter is written when it is sent, with what is still true then.',
  'Quyết định về nhiệm vụ này do {1} thực hiện.': 'Decisions on this duty are taken by {1}.',
  'Sẽ gửi lúc': 'Will be sent at',
  'Số lần gửi': 'Attempts',
  'Số, ký hiệu văn bản giấy': 'Number of the paper document',
  'Sự kiện làm phát sinh thời hạn': 'Events that set off deadlines',
  'T-3: trước hạn 03 ngày làm việc; T0: ngày đến hạn; T+1: quá hạn 01 ngày làm việc; G1: sau lần gia hạn thứ nhất.':
    'T-3: 3 working days before the deadline; T0: the day itself; T+1: 1 working day overdue; G1: after the first extension.',
  'Thang nhắc': 'Ladder',
  'Theo dõi, đôn đốc': 'Followed up by',
  'Thư chưa gửi': 'Letter not sent yet',
  'Thư chưa gửi xong': 'Letter on its way',
  'Thư gửi {1}': 'Letter to {1}',
  'Thư này không có bản trình bày (HTML).': 'This letter has no formatted part (HTML).',
  'Thư sẽ gửi nếu không có gì thay đổi': 'Letters that will be sent if nothing changes',
  'Thư đã gửi': 'Letters sent',
  'Thư đã gửi về nhiệm vụ này': 'Letters sent about this duty',
  'Thời hạn này không còn trong lịch theo dõi: nhiệm vụ đã được rút, hoặc đã chuyển sang thời hạn khác. Hệ thống không nhắc và không ghi thêm trả lời, quyết định.':
    'This deadline is no longer followed up: the duty was withdrawn, or has moved to another deadline. No reminders are sent, and no answers or decisions are taken.',
  'Tiến độ': 'Progress',
  'Trong lúc trang đang mở, sổ đã ghi:': 'While the page was open, this was recorded:',
  'Trong văn bản': 'In the plan’s words',
  'Trả lời, quyết định': 'Answers and decisions',
  'Từ sự kiện': 'Set off by',
  'Việc có thể làm': 'What you can do',
  'Việc tiếp theo của hệ thống': 'What the system does next',
  'Văn bản của cơ quan chủ trì gửi đến, ví dụ 45/STP-VP.':
    'The document that the lead unit sent, for example 45/STP-VP.',
  'báo cáo {1 vi}': 'report to {1}',
  'cơ quan theo dõi': 'the follow-up unit',
  'gửi thư nhắc tới {1 vi}': 'remind {1}',
  'gửi thư nhắc tới {1 vi}, báo cáo {2 vi}': 'remind {1} and report to {2}',
  'không nêu thời hạn': 'no deadline',
  'ngày hạn là {1 vi}, không làm việc, nên lấy ngày làm việc cuối cùng trước đó':
    'the deadline falls on {1}, not a working day, so the last working day before it is taken',
  'ngày hạn là {1}, không làm việc, nên lấy ngày làm việc cuối cùng trước đó':
    'the deadline is {1}, not a working day, so the last working day before it is taken',
  'ngày nghỉ': 'day off',
  'qua hộp thư {1}': 'by mailbox {1}',
  'quá hạn {1}': '{1} overdue',
  'trước hạn {1}': '{1} before the deadline',
  '{1} (theo lịch {2})': '{1} (scheduled for {2})',
  '{1} không còn chủ trì nhiệm vụ này.': '{1} no longer leads this duty.',
  '{1} không còn chủ trì nhiệm vụ này. {2} Hệ thống không ghi thêm trả lời, quyết định cho thời hạn này.':
    '{1} no longer leads this duty. {2} No answers or decisions are taken for this deadline.',
  '{1} tính từ sau hôm nay ({2}) đến hết {3}, trừ ngày nghỉ':
    '{1} from after today ({2}) to the end of {3}, days off not counted',
  '{1} tính từ sau {2} đến hết hôm nay ({3}), trừ ngày nghỉ':
    '{1} from after {2} to the end of today ({3}), days off not counted',
  '{1} văn bản {2} ngày {3} và lập thời hạn cho các nhiệm vụ chờ sự kiện này.':
    '{1}: document {2} of {3}; deadlines were set for the duties that waited for this event.',
  '{1}, trùng ngày hạn': '{1}, the deadline itself',
  'Đã gia hạn; hạn ban đầu {1}': 'Extended; the first deadline was {1}',
  'Đến phần quyết định, ghi thay': 'To the decisions and answers on paper',
  'Đề nghị xem lại những chỗ được đánh dấu; những gì đã ghi vẫn được giữ.':
    'Please look at the marked places; what you wrote is still there.',
  'Đề xuất': 'Proposal',
  'đã gia hạn từ {1}': 'extended from {1}',
  'đã được xác nhận.': 'confirmed.',
  'đúng ngày đến hạn': 'on the day itself',
};
