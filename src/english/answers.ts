import type { Dictionary } from './pattern.ts';

/** The pages of the links in letters. */
export const ANSWERS: Dictionary = {
  'Báo hoàn thành': 'Report done',
  'Báo không thuộc trách nhiệm': 'Report as not ours',
  'Báo tiến độ': 'Report progress',
  'Báo đã nhận': 'Report received',
  'Bắt đầu bằng https://': 'Begins with https://',
  'Chưa có nhiệm vụ nào. Nhiệm vụ được giao sẽ hiện ở đây.':
    'No duties yet. They appear here once they are given.',
  'Chưa có trả lời': 'No answer yet',
  'Chưa có văn bản nào.': 'No documents yet.',
  'Các thời hạn của cơ quan, nặng nhất ở trên': 'The unit’s deadlines, most pressing first',
  'Cơ quan nhận thư không còn chủ trì nhiệm vụ này.':
    'The unit that received the letter no longer leads this duty.',
  'Cơ quan nhận thư không còn chủ trì nhiệm vụ này. {1} Trang này không nhận trả lời; nếu đã có kết quả, đề nghị liên hệ {2}.':
    'The unit that received the letter no longer leads this duty. {1} This page takes no answers; if there is a result, please contact {2}.',
  'Cơ quan nhận thư không còn ghi nhận loại sự kiện này; việc này hiện do {1} thực hiện.':
    'The unit that received the letter no longer registers this kind of event; {1} does so now.',
  'Cơ quan nhận thư không còn quyết định về nhiệm vụ này. Hiện nay việc quyết định do {1} thực hiện.':
    'The unit that received the letter no longer decides on this duty. Decisions are now taken by {1}.',
  'Cơ quan theo dõi xem xét, quyết định; trong khi chờ, thời hạn vẫn giữ nguyên.':
    'The follow-up unit decides; meanwhile the deadline stays.',
  'Cơ quan đã báo nhiệm vụ không thuộc trách nhiệm của mình; đang chờ {1} quyết định.':
    'The unit has reported that the duty is not its own; the decision of {1} is awaited.',
  'Cơ quan đã trả lời': 'Answered by the unit',
  'Ghi bằng số, ví dụ 54,5.': 'As a number; 54,5 means fifty-four and a half.',
  'Ghi như trên văn bản, ví dụ {1 vi}.': 'As on the document, for example {1}.',
  'Ghi nhận': 'Register',
  'Ghi nhận sự kiện': 'Register an event',
  'Ghi nhận sự kiện: {1 vi}': 'Register an event: {1}',
  'Ghi nhận văn bản': 'Register a document',
  'Giữ nguyên': 'Keep',
  'Giữ nguyên {1 vi} chủ trì': 'Keep {1} as lead',
  'Gửi đề nghị gia hạn': 'Ask for the extension',
  'Hiện không có nội dung nào chờ quyết định.': 'Nothing awaits a decision at present.',
  'Hạn hiện hành vẫn giữ nguyên cho đến khi cơ quan theo dõi đồng ý.':
    'The deadline stays until the follow-up unit agrees.',
  'Hạn mới': 'New deadline',
  'Hạn mới đề nghị': 'New deadline asked for',
  'Hạn {1} giữ nguyên.': 'The deadline stays {1}.',
  'Hệ thống ghi nhận cơ quan đã biết nhiệm vụ và chỉ nhắc thêm khi đến gần hạn.':
    'The system notes that the unit knows of the duty, and reminds it only shortly before the deadline.',
  'Hệ thống không lập thêm thời hạn.': 'No further deadline was set.',
  'Hệ thống không nhận ra đường dẫn này. Có thể đường dẫn bị thiếu ký tự khi sao chép, hoặc đã bị hủy để bảo đảm an toàn.':
    'The system does not know this link. Some of it may have been lost in copying, or it was revoked for safety.',
  'Hệ thống không đọc được nội dung gửi: quá dài, hoặc không phải biểu mẫu của trang trả lời. Tài liệu đề nghị gửi bằng văn bản, hoặc ghi đường dẫn tới tài liệu.':
    'What was sent could not be read: it is too long, or not a form of this page. Please send documents on paper, or give a link to them.',
  'Hệ thống đã ghi nhận': 'Recorded',
  'Khi văn bản được ghi nhận, hệ thống lập thời hạn và nhắc cho các nhiệm vụ sau:':
    'Once a document is registered, the system sets deadlines and reminds of these duties:',
  'Không thuộc trách nhiệm của cơ quan': 'Not the duty of this unit',
  'Không đồng ý': 'Refuse',
  'Không đồng ý gia hạn': 'Refuse the extension',
  'Kết quả đạt được ({1 vi})': 'Result reached ({1})',
  'Kết quả: văn bản {1} ngày {2}, {3} Nếu ghi nhầm, đề nghị liên hệ {4} để trả lại kết quả; khi đó trang này nhận trả lời trở lại.':
    'Result: document {1} of {2}, {3} If this is a mistake, please ask {4} to return the result; this page then takes answers again.',
  'Lý do, nội dung cần bổ sung': 'Reason, what is to be added',
  'Lịch thời hạn của {1}': 'Calendar of deadlines of {1}',
  'Mọi nhiệm vụ của {1}': 'All duties of {1}',
  'Mở lại trang': 'Open the page again',
  'Mở lại trang và gửi lại': 'Open the page again and send once more',
  'Ngày/tháng/năm, ví dụ 11/10/2019.': 'Day/month/year, for example 11/10/2019.',
  'Ngày/tháng/năm, ví dụ 31/10/2019.': 'Day/month/year, for example 31/10/2019.',
  'Nhiệm vụ của {1 vi}': 'Duties of {1}',
  'Nhiệm vụ do {1} chủ trì': 'Duties led by {1}',
  'Nhiệm vụ hiện do {1} chủ trì hoặc kế thừa.': 'It is now led or inherited by {1}.',
  'Nhiệm vụ trở lại chưa hoàn thành; hệ thống tiếp tục nhắc, đôn đốc theo hạn đang có.':
    'The duty is open again, and reminders go on by its deadline.',
  'Nếu cơ quan khác chủ trì: sửa mục lead của nhiệm vụ trong tệp kế hoạch; thời hạn này khi đó tự được rút, và hệ thống nhắc cơ quan mới. Chỉ gửi nội dung dưới đây khi giữ nguyên cơ quan chủ trì.':
    'If another unit is to lead: change the duty’s entry “lead” in the plan’s file; this deadline is then withdrawn by itself, and the new unit is reminded. Send the form below only to keep the lead unit.',
  'Nội dung chưa được ghi nhận': 'Nothing was recorded',
  'Nội dung chưa được ghi nhận. {1}': 'Nothing was recorded. {1}',
  'Nội dung gửi không xuất phát từ trang trả lời của hệ thống, hoặc đường dẫn đã bị hủy trong lúc trang đang mở. Hệ thống không ghi nhận gì.':
    'What was sent did not come from a page of this system, or the link was revoked while the page was open. Nothing was recorded.',
  'Quyết định về nhiệm vụ': 'Decision on a duty',
  'Quyết định: {1 vi}': 'Decision: {1}',
  'Quá trình thực hiện': 'What has happened',
  'Số {1 vi} đã đạt': 'How many reached it ({1})',
  'Số, ký hiệu văn bản': 'Number of the document',
  'Số, ký hiệu văn bản quyết định': 'Number of the deciding document',
  'Sửa đề nghị gia hạn': 'Change the request for an extension',
  'Thời hạn này không còn trong lịch theo dõi: nhiệm vụ đã được rút, hoặc đã chuyển sang thời hạn khác. Không cần trả lời. Nếu cần biết thêm, đề nghị liên hệ {1}.':
    'This deadline is no longer followed up: the duty was withdrawn, or has moved to another deadline. No answer is needed. To know more, please contact {1}.',
  'Tiến độ thực hiện': 'Progress',
  'Trang này dành riêng cho cơ quan; đề nghị không chuyển tiếp đường dẫn ra ngoài cơ quan.':
    'This page is for the unit alone; please do not forward its link outside.',
  'Trang này không nhận trả lời; nếu đã có kết quả, đề nghị liên hệ {1}.':
    'This page takes no answers; if there is a result, please contact {1}.',
  'Trên tổng số {1 vi}': 'Out of how many ({1})',
  'Trả lại': 'Return',
  'Trả lại kết quả': 'Return the result',
  'Trả lời của {1}': 'Answer of {1}',
  'Trả lời về nhiệm vụ': 'Answer about a duty',
  'Ví dụ 07.': 'For example 07.',
  'Ví dụ 13.': 'For example 13.',
  'Văn bản chưa được ghi nhận. {1}': 'The document was not registered. {1}',
  'Văn bản {1 vi} ngày {2} đã được ghi nhận trước đó.': 'Document {1} of {2} was registered before.',
  'Văn bản {1} ngày {2} {3}': 'Document {1} of {2} {3}',
  'Văn bản đã ghi nhận gần đây': 'Documents registered lately',
  'Xác nhận': 'Confirm',
  'Xác nhận kết quả': 'Confirm the result',
  'cơ quan theo dõi, đôn đốc ghi ở cuối thư': 'the follow-up unit named at the end of the letter',
  'ghi nhận lúc {1}': 'registered at {1}',
  '{1}: hạn, tình trạng và những gì đã trả lời, trên một trang.':
    '{1}: deadlines, states and what was answered, on one page.',
  '{1}: sao chép địa chỉ này vào phần mềm lịch (đăng ký lịch từ Internet) để thấy mọi thời hạn của cơ quan; lịch tự cập nhật, chỉ để xem.':
    '{1}: copy this address into your calendar program (subscribe from the internet) to see every deadline of the unit; it keeps itself up to date and is read-only.',
  'Ý kiến': 'Remark',
  'Đã nhận nhiệm vụ': 'Duty received',
  'Đường dẫn của trang này dành riêng cho cơ quan nhận thư; đề nghị không chuyển tiếp ra ngoài cơ quan. Đầu mối theo dõi: {1}.':
    'The link to this page is for the unit that received the letter; please do not forward it outside. Contact: {1}.',
  'Đường dẫn không đúng hoặc đã bị hủy': 'The link is wrong or was revoked',
  'Đường dẫn này dùng được đến hết {1}.': 'This link could be used until {1}.',
  'Đường dẫn tới tài liệu': 'Link to the document',
  'Đường dẫn đã hết hiệu lực': 'The link has expired',
  'Đến {1}: {2} thời hạn, trong đó {3} chưa được xác nhận hoàn thành.':
    'As of {1}: {2} {2|deadline|deadlines}, of which {3} not yet confirmed as done.',
  'Đề nghị dùng đường dẫn trong thư mới nhất của hệ thống, hoặc liên hệ {1}.':
    'Please use the link in the newest letter, or contact {1}.',
  'Đề nghị gia hạn': 'Ask for an extension',
  'Đề nghị gia hạn đến {1} đang chờ {2} quyết định; hạn hiện hành vẫn là {3}.':
    'The request for an extension until {1} awaits the decision of {2}; the deadline is still {3}.',
  'Đề nghị mở lại đường dẫn trong thư mới nhất của hệ thống. Nếu vẫn không mở được, đề nghị liên hệ cơ quan theo dõi, đôn đốc ghi ở cuối thư.':
    'Please use the link in the newest letter. If that does not open either, please contact the follow-up unit named at the end of the letter.',
  'Đề nghị xem lại những chỗ được đánh dấu bên dưới.': 'Please look at the places marked below.',
  'Đề nghị xem lại những chỗ được đánh dấu bên dưới; những gì đã ghi vẫn được giữ.':
    'Please look at the places marked below; what you wrote is still there.',
  'Để trả lời, đề nghị mở từng nhiệm vụ trong bảng.': 'To answer, please open each duty in the table.',
  'Để trả lời, đề nghị mở đường dẫn trong thư của từng nhiệm vụ.':
    'To answer, please open the link in the letter about each duty.',
  '{1}: sao chép địa chỉ này vào phần mềm lịch để thấy mọi thời hạn.':
    '{1}: copy this address into a calendar program to see every deadline.',
  'Để trống nếu đồng ý đến {1}; muốn hạn khác thì ghi ngày/tháng/năm.':
    'Leave empty to agree to {1}; for another deadline write day/month/year.',
  'Đồng ý gia hạn': 'Grant the extension',
  'đang chờ {1} xác nhận': 'awaiting confirmation by {1}',
  'đã được {1} xác nhận': 'confirmed by {1}',
};
