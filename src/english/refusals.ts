import type { Dictionary } from './pattern.ts';

/** Why something that was sent is not taken. */
export const REFUSALS: Dictionary = {
  'Chưa hủy được văn bản {1 vi}: đã có trả lời hoặc quyết định về {2 vi}. Đề nghị rút từng thời hạn này khỏi diện đôn đốc (kết quả đã báo thì trả lại trước), rồi hủy sự kiện.':
    'Document {1} cannot be cancelled yet: there are answers or decisions about {2}. Please stop following up each of these deadlines (return reported results first), then cancel the event.',
  'Chưa đạt chỉ tiêu ({1 vi}); đề nghị báo tiến độ, chưa báo hoàn thành.':
    'The target is not met ({1}); please report progress, not yet done.',
  'Cách viết của danh sách này trong tệp không sửa được bằng biểu mẫu.':
    'The way in which this list is written in the file cannot be edited by a form.',
  'Cách viết của mục này trong tệp không sửa được bằng biểu mẫu.':
    'The way in which this entry is written in the file cannot be edited by a form.',
  'Cơ quan chưa báo nhiệm vụ không thuộc trách nhiệm của mình.':
    'The unit has not reported that the duty is not its own.',
  'Cơ quan chưa đề nghị gia hạn: cần nêu hạn mới.':
    'The unit has not asked for an extension: a new deadline is needed.',
  'Cơ quan đã báo như vậy trước đó; đang chờ quyết định.':
    'The unit reported so before; a decision is awaited.',
  'Cơ quan đã báo nhận trước đó.': 'The unit reported that it received the duty before.',
  'Cần ghi hạn mới.': 'The new deadline is needed.',
  'Cần ghi lý do.': 'A reason is needed.',
  'Cần ghi ngày văn bản.': 'The date of the document is needed.',
  'Cần ghi số liệu (đơn vị tính: {1 vi}).': 'A figure is needed (in {1}).',
  'Cần ghi số {1 vi} đã đạt.': 'How many reached it is needed ({1}).',
  'Cần ghi số, ký hiệu văn bản.': 'The number of the document is needed.',
  'Cần ghi tổng số {1 vi}.': 'The total is needed ({1}).',
  'Cần nêu lý do gia hạn.': 'The reason for the extension is needed.',
  'Dài quá 1.000 ký tự; đề nghị viết gọn lại.': 'Longer than 1,000 characters; please shorten it.',
  'Ghi một số nguyên, ví dụ 07.': 'Write a whole number, for example 07.',
  'Ghi một số nguyên, ví dụ 13.': 'Write a whole number, for example 13.',
  'Ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 11/10/2019.':
    'Write a real date as day/month/year, for example 11/10/2019.',
  'Ghi số, ký hiệu như trên văn bản, ví dụ 12/BC-STP.':
    'Write the number as on the document, for example 12/BC-STP.',
  'Ghi số, ký hiệu như trên văn bản, ví dụ 45/STP-VP.':
    'Write the number as on the document, for example 45/STP-VP.',
  'Hạn mới {1} phải sau hạn đang có {2}.': 'The new deadline {1} must come after the present one, {2}.',
  'Hạn mới {1} đã qua.': 'The new deadline {1} has passed.',
  'Không có thời hạn “{1 vi}”.': 'There is no deadline “{1}”.',
  'Không có văn bản {1 vi} nào đang được ghi nhận là sự kiện “{2 vi}”.':
    'No document {1} is registered as the event “{2}”.',
  'Không có đề nghị gia hạn nào đang chờ quyết định.': 'No request for an extension awaits a decision.',
  'Không nhiệm vụ nào chờ loại sự kiện “{1}”': 'No duty waits for the kind of event “{1}”',
  'Kết quả chưa được xác nhận nên không có gì để hủy.':
    'The result is not confirmed; there is nothing to take back.',
  'Kết quả đã được xác nhận trước đó.': 'The result was confirmed before.',
  'Mức giảm không thể quá 100%.': 'A decrease cannot exceed 100%.',
  'Mức {1 vi} không được âm; nếu chưa {2 vi} thì ghi 0.':
    'The change ({1}) must not be negative; without any {2} yet, write 0.',
  'Ngày cuối tạm dừng {1} đã qua.': 'The last day of the pause, {1}, has passed.',
  'Ngày văn bản {1} ở sau hôm nay ({2}).': 'The date of the document, {1}, lies after today ({2}).',
  'Ngày {1} nằm ngoài các năm có lịch làm việc.': '{1} lies outside the years of the working calendar.',
  'Nhiệm vụ chưa bị rút khỏi diện đôn đốc nên không có gì để khôi phục.':
    'The duty is followed up; there is nothing to reinstate.',
  'Nhiệm vụ chưa được ghi nhận hoàn thành nên chưa có gì để xác nhận.':
    'The duty is not recorded as done; there is nothing to confirm.',
  'Nhiệm vụ chưa được ghi nhận hoàn thành nên không có gì để trả lại.':
    'The duty is not recorded as done; there is nothing to return.',
  'Nhiệm vụ có chỉ tiêu: đề nghị báo số liệu đạt chỉ tiêu trước khi báo hoàn thành.':
    'The duty has a target: please report figures that meet it before you report it as done.',
  'Nhiệm vụ không có gia hạn nào đang có hiệu lực để rút lại.':
    'No extension is in force that could be taken back.',
  'Nhiệm vụ không trong thời gian tạm dừng đôn đốc.': 'Following up this duty is not paused.',
  'Nhiệm vụ này không còn nhận trả lời.': 'This duty takes no more answers.',
  'Nhiệm vụ này không còn trong kế hoạch.': 'This duty is no longer in the plan.',
  'Nhiệm vụ này không có chỉ tiêu bằng số; đề nghị báo tiến độ bằng lời.':
    'This duty has no target in figures; please tell the progress in words.',
  'Nhiệm vụ đã được ghi nhận hoàn thành nên không còn gì để tạm dừng.':
    'The duty is recorded as done; there is nothing to pause.',
  'Nhiệm vụ đã được ghi nhận hoàn thành nên không phải rút khỏi diện đôn đốc.':
    'The duty is recorded as done; there is nothing to stop following up.',
  'Nhiệm vụ đã được ghi nhận hoàn thành; muốn sửa, hãy trả lại kết quả trước.':
    'The duty is recorded as done; to change that, return the result first.',
  'Nhiệm vụ đã được rút khỏi diện đôn đốc nên không nhận trả lời.':
    'The duty is no longer followed up and takes no answers.',
  'Nhiệm vụ đã được rút khỏi diện đôn đốc; muốn quyết định khác, hãy khôi phục trước.':
    'The duty is no longer followed up; reinstate it before another decision.',
  'Nội dung gửi không xuất phát từ trang của đường dẫn này nên không được ghi nhận.':
    'What was sent did not come from the page of this link and was not recorded.',
  'Sau khi trang được mở, đã có trả lời khác về nhiệm vụ này; đề nghị xem lại trước khi gửi.':
    'Since the page was opened, there has been another answer about this duty; please look again before you send.',
  'Số liệu không được âm.': 'The figure must not be negative.',
  'Số liệu phải là một số, không quá lớn.': 'The figure must be a number that is not too large.',
  'Số {1 vi} đã đạt phải là số nguyên, từ 0 trở lên.':
    'How many reached it ({1}) must be a whole number, from 0 upwards.',
  'Số đã đạt ({1 vi}) lớn hơn tổng số ({2 vi}).': 'More reached it ({1}) than there are ({2}).',
  'Thang nhắc việc này đang có bậc chưa hiểu được.': 'This ladder has a rung that is not understood.',
  'Thang nhắc việc này đang có lỗi trong tệp.': 'This ladder has problems in its file.',
  'Thời hạn này không còn trong lịch.': 'This deadline is no longer in the schedule.',
  'Tệp hiện có lỗi hoặc không viết theo dòng nên không sửa được bằng biểu mẫu.':
    'The file has problems or is not written line by line, so it cannot be edited by a form.',
  'Tệp không còn mục “{1}”.': 'The file no longer has an entry “{1}”.',
  'Tệp không viết theo dòng nên không thêm được bằng biểu mẫu.':
    'The file is not written line by line, so nothing can be added by a form.',
  'Tệp lịch này đang có lỗi.': 'This calendar file has problems.',
  'Tổng số theo kế hoạch là {1 vi}, không phải {2 vi}.': 'The total in the plan is {1}, not {2}.',
  'Tổng số {1 vi} phải là số nguyên, lớn hơn 0.': 'The total ({1}) must be a whole number above 0.',
  'Văn bản {1 vi} đã được ghi nhận với ngày {2}.': 'Document {1} was registered with the date {2}.',
  'có phải ý bạn là “{1}”?': 'did you mean “{1}”?',
  'Đường dẫn phải bắt đầu bằng https:// hoặc http://.': 'The link must begin with https:// or http://.',
  'Đề nghị cho biết tiến độ bằng lời hoặc bằng số liệu.': 'Please tell the progress, in words or figures.',
  'Đề nghị chọn một trong các nội dung trả lời.': 'Please choose one of the answers.',
};
