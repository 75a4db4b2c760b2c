/** Who leads a unit, as the officer sets it. */
export const UNITS = {
  'Bỏ trống: chưa biết': 'Empty: not known yet',
  'Bỏ trống: chức danh thủ trưởng của cơ quan': 'Empty: the title of the unit’s head',
  'Bỏ trống: từ trước đến nay': 'Empty: all the time until then',
  'Chức danh': 'Title',
  'Ghi nhiều người phụ trách theo ngày': 'Set several heads by their days',
  'Mỗi ngày có nhiều nhất một người. Ngày chưa có ai thì bậc nhắc gửi thủ trưởng được bỏ qua, thư kế tiếp nói rõ điều ấy.':
    'At most one on any day. On a day without one, rungs to the head are skipped, and the next letter says so.',
  'Người phụ trách': 'Heads',
  'Người phụ trách {1}': 'Head {1}',
  'Thêm người phụ trách': 'Add a head',
  'Từ ngày': 'From',
  'cần ghi hộp thư của người phụ trách': 'the head’s mailbox is needed',
  'người phụ trách {1}': 'head {1}',
  'Đến hết ngày': 'Through',
};
