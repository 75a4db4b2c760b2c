import type { Dictionary } from './pattern.ts';

/** What is not well with the system, and what to do. */
export const ALERTS: Dictionary = {
  'Cho gửi trở lại nếu lý do tạm dừng không còn.': 'Resume sending if the reason for the pause is gone.',
  'Có thư đã quá giờ gửi từ {1} mà chưa gửi được.':
    'There are letters due since {1} that have not been sent.',
  'Hàng đợi không trả lời.': 'The queue does not answer.',
  'Không kết nối được với máy chủ thư.': 'The mail server cannot be reached.',
  'Không soạn được thư loại “{1}”: mẫu thư hoặc dữ liệu có lỗi.':
    'Letters of the kind “{1}” cannot be written: the template or the data is faulty.',
  'Kiểm tra máy chủ Redis (hoặc cơ sở dữ liệu, nếu hàng đợi đặt tại đó). Không mất thư: hàng đợi được dựng lại từ sổ.':
    'Check the Redis server (or the database, if the queue lives there). No letter is lost: the queue is rebuilt from the record.',
  'Kiểm tra máy chủ thư và tài khoản gửi thư. Thư đến giờ được gửi lại cho đến hết ngày làm việc thứ ba kể từ ngày phải gửi.':
    'Check the mail server and its account. Letters that are due are tried again until the third working day after their day.',
  'Lập lịch không thành công {1} lần liền.': 'Planning failed {1} times in a row.',
  'Ngày {1}, kế hoạch {2 vi}: {3} điều phải nhắc chưa đến nơi nhận ({4}).':
    '{1}, plan {2}: {3} {3|thing|things} to be said did not reach anybody ({4}).',
  'Nhiều thư bị từ chối hoặc gửi không được trong 24 giờ qua.':
    'Many letters were refused or undelivered in the last 24 hours.',
  'Sửa các lỗi nêu trên; thay đổi trong tệp chưa có hiệu lực cho đến khi hết lỗi.':
    'Mend these problems; changes in the files take no effect before.',
  'Sửa mẫu thư; thư được soạn và gửi lại, mỗi lần cách nhau không quá bốn giờ, hoặc bấm “Gửi ngay” tại trang của thư.':
    'Mend the template; the letters are tried again at least every four hours, or press “Send now” on a letter’s page.',
  'Tệp lịch hoặc mẫu thư có lỗi từ {1}; hệ thống vẫn dùng bản hợp lệ trước đó.':
    'Schedule files or templates have had problems since {1}; the last valid version is in use.',
  'Việc gửi thư đã tạm dừng từ {1}.': 'Sending has been paused since {1}.',
  'Với thư còn chờ: bảo đảm máy chủ thư hoạt động; thư tự gửi trong giờ gửi của ngày làm việc kế tiếp.':
    'For waiting letters: see that the mail server works; they leave by themselves in the sending hours of the next working day.',
  'Với thư không gửi được: sửa địa chỉ hộp thư trong tệp lịch, rồi cho gửi lại tại trang Không gửi được; thư đã gửi mà bị trả lại thì không gửi lại, lời nhắc sau tự gửi tới địa chỉ đã sửa.':
    'For undelivered letters: change the address in the schedule files, then send them again on the page Undelivered; a letter that was sent and came back is not sent again, the next reminder goes to the corrected address.',
  'Với điều sót: xem nhật ký của chương trình trong ngày, chạy “dondoc coverage --day {1}”, rồi báo cơ quan theo dõi nhắc trực tiếp đơn vị.':
    'For what was missed: look at the program’s log of the day, run “dondoc coverage --day {1}”, then ask the follow-up unit to remind the unit itself.',
  'Xem nhật ký của chương trình tại thời điểm lỗi; thư đã lập vẫn được gửi, nhưng thư mới không được lập cho đến khi khắc phục.':
    'Look at the program’s log of that time; letters already made are sent, but no new ones are made until it is mended.',
  'Xem thư nào đang chờ và trả lời của máy chủ thư tại trang hàng đợi.':
    'See on the queue page which letters wait and what the mail server answers.',
  'Xem trả lời của máy chủ thư theo từng hộp thư; sửa địa chỉ trong tệp lịch hoặc cấu hình máy chủ thư, rồi cho gửi lại.':
    'See what the mail server answers for each mailbox; change addresses in the schedule files or the mail server’s configuration, then send again.',
  '{1} còn chờ gửi': '{1} still waiting',
  '{1} không gửi được': '{1} undelivered',
  '{1} sót': '{1} missed',
};
