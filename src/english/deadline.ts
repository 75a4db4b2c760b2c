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
  'Dùng khi thời hạn này được bãi bỏ hoặc không còn phải thực hiện. Hệ thống không nhắc, không báo cáo nữa và báo cho cơ quan chủ trì; khi cần, khôi phục được tại trang này.':
    'When the deadline was abolished or no longer has to be met. No reminders and no reports are sent any more, and the lead unit is told; it can be reinstated on this page.',
  'Dùng khi xác nhận nhầm: kết quả trở lại trạng thái chờ xác nhận, thời hạn không mở lại.':
    'For a confirmation by mistake: the result awaits confirmation again; the deadline is not reopened.',
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
  'Hạn {1} trở về {2} như trước lần gia hạn gần nhất; các bậc nhắc tính lại từ nay, cơ quan chủ trì được báo bằng thư.':
    'The deadline {1} becomes {2} again, as before the last extension; reminders are reckoned anew from now, and the lead unit is told by letter.',
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
  'Hệ thống đã hủy': 'Cancelled',
  'Hủy nếu ghi nhầm': 'Cancel a mistake',
  'Hủy văn bản này': 'Cancel this document',
  'Hủy xác nhận': 'Take back the confirmation',
  'Hủy {1 vi}': 'Cancel {1}',
  'Khi một văn bản được ghi nhận, hệ thống lập thời hạn và nhắc các cơ quan chủ trì. Ghi nhầm thì hủy được khi chưa có trả lời, quyết định nào về các thời hạn đó; sổ giữ cả lần ghi và lần hủy.':
    'Once a document is registered, the system sets deadlines and reminds the lead units. A mistake can be cancelled while there is no answer and no decision about these deadlines; the record keeps both.',
  'Khi {1} trả lời bằng văn bản giấy thay vì qua đường dẫn trong thư. Sổ ghi rõ tài khoản ghi thay và số văn bản.':
    'When {1} answers on paper instead of by the link in its letter. The record names the account that wrote it down and the document.',
  'Khôi phục': 'Reinstate',
  'Khôi phục đôn đốc': 'Follow up again',
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
  'Ngày/tháng/năm. Để trống nếu chưa biết: hệ thống dừng cho đến khi có quyết định tiếp tục.':
    'Day/month/year. Leave empty if not known: the pause holds until it is ended.',
  'Nhiệm vụ trong thư': 'Duties in the letter',
  'Nhiệm vụ trở lại diện đôn đốc với hạn {1}; những bậc nhắc còn lại tính từ nay, không nhắc dồn những bậc đã qua.':
    'The duty is followed up again, with the deadline {1}; the rungs that are left are reckoned from now, and those that have passed are not made up for.',
  'Nhiệm vụ và thời hạn': 'The duty and its deadline',
  'Nhiệm vụ đã được rút khỏi diện đôn đốc theo quyết định. Hệ thống không nhắc và không ghi thêm trả lời cho đến khi có quyết định khôi phục.':
    'By decision the duty is no longer followed up. No reminders are sent and no answers taken until it is reinstated.',
  'Nhiệm vụ được {1}. Lý do: {2}. Hệ thống không nhắc trong thời gian này; trả lời vẫn được ghi nhận như thường.':
    'For this duty: {1}. Reason: {2}. No reminders are sent meanwhile; answers are recorded as usual.',
  'Nếu đến hết ngày {1} chưa ghi nhận kết quả, ngày {2} hệ thống sẽ {3}.':
    'If no result is recorded by the end of {1}, on {2} the system will {3}.',
  'Nếu đến ngày {1} chưa ghi nhận kết quả, hệ thống sẽ {2}.':
    'If no result is recorded by {1}, the system will {2}.',
  'Nội dung thư được lập khi gửi, với những gì còn đúng vào lúc đó.':
    'The letter is written when it is sent, with what is still true then.',
  'Quyết định về nhiệm vụ này do {1} thực hiện.': 'Decisions on this duty are taken by {1}.',
  'Rút khỏi diện đôn đốc': 'Stop following up',
  'Rút lại gia hạn': 'Take back the extension',
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
  'Thời hạn này đã được rút khỏi diện đôn đốc theo quyết định. Không cần trả lời qua trang này. Nếu cần biết thêm, đề nghị liên hệ {1}.':
    'By decision this deadline is no longer followed up. No answer on this page is needed. To know more, please contact {1}.',
  'Tiến độ': 'Progress',
  'Tiếp tục đôn đốc': 'Resume following up',
  'Trong lúc trang đang mở, sổ đã ghi:': 'While the page was open, this was recorded:',
  'Trong thời gian tạm dừng, hệ thống không nhắc, không báo cáo cấp trên về nhiệm vụ này; cơ quan chủ trì vẫn trả lời được. Hết thời gian đó, điều đến hạn nhắc trong lúc dừng được nhắc bù một lần.':
    'During the pause nobody is reminded of this duty and nothing is reported upwards; the lead unit can still answer. Afterwards what fell due meanwhile is said once.',
  'Trong văn bản': 'In the plan’s words',
  'Trả lời, quyết định': 'Answers and decisions',
  'Tạm dừng đôn đốc': 'Following up paused',
  'Tạm dừng đôn đốc nhiệm vụ này': 'Pause following up this duty',
  'Tạm dừng đến hết ngày': 'Paused until',
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
  'tạm dừng đôn đốc đến hết ngày {1}': 'following up paused until {1}',
  'văn bản {1} ngày {2}': 'document {1} of {2}',
  '{1} (theo lịch {2})': '{1} (scheduled for {2})',
  '{1} ghi nhận văn bản {2} ngày {3} và rút các thời hạn do văn bản này đặt ra.':
    '{1}: document {2} of {3} is no longer registered, and the deadlines that it set are withdrawn.',
  '{1} không còn chủ trì nhiệm vụ này.': '{1} no longer leads this duty.',
  '{1} không còn chủ trì nhiệm vụ này. {2} Hệ thống không ghi thêm trả lời, quyết định cho thời hạn này.':
    '{1} no longer leads this duty. {2} No answers or decisions are taken for this deadline.',
  '{1} tính từ sau hôm nay ({2}) đến hết {3}, trừ ngày nghỉ':
    '{1} from after today ({2}) to the end of {3}, days off not counted',
  '{1} tính từ sau {2} đến hết hôm nay ({3}), trừ ngày nghỉ':
    '{1} from after {2} to the end of today ({3}), days off not counted',
  '{1} {2} và lập thời hạn cho các nhiệm vụ chờ sự kiện này.':
    '{1}: {2}; deadlines were set for the duties that waited for this event.',
  '{1}, trùng ngày hạn': '{1}, the deadline itself',
  'Điều đến hạn nhắc trong lúc tạm dừng được nhắc bù một lần, ghi rõ là nhắc muộn.':
    'What fell due during the pause is said once, and says that it is late.',
  'Đã gia hạn; hạn ban đầu {1}': 'Extended; the first deadline was {1}',
  'Đã hủy lúc {1}: {2}': 'Cancelled at {1}: {2}',
  'Đến phần quyết định, ghi thay': 'To the decisions and answers on paper',
  'Đề nghị xem lại những chỗ được đánh dấu; những gì đã ghi vẫn được giữ.':
    'Please look at the marked places; what you wrote is still there.',
  'Đề xuất': 'Proposal',
  'Đổi thời gian': 'Change',
  'Đổi thời gian tạm dừng': 'Change the pause',
  'đã gia hạn từ {1}': 'extended from {1}',
  'đã được xác nhận': 'confirmed',
  'đúng ngày đến hạn': 'on the day itself',
};
