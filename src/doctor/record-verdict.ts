import type { RecordSight } from './record-sight.ts';
import { fault, ok, warning, type Verdict } from './verdict.ts';

/** Whether there is a record, and this program can work with it. */
export function recordVerdict(sight: RecordSight): Verdict {
  switch (sight.state) {
    case 'absent':
      return warning('Chưa có sổ nào.', 'Chạy dondoc start: lần đầu sẽ tạo sổ và tài khoản quản trị.');
    case 'no-right':
      return fault(
        `Chưa có sổ nào, và tài khoản ${sight.role} không có quyền tạo bảng trong cơ sở dữ liệu ${sight.database}.`,
        `Bằng tài khoản quản trị Postgres, chạy: alter database ${sight.database} owner to ${sight.role}; ` +
          `hoặc: grant create on database ${sight.database} to ${sight.role};`,
      );
    case 'away':
      return fault(
        `Không mở được sổ: ${sight.words}`,
        'Xem cơ sở dữ liệu có chạy không và DATABASE_URL (hoặc DATA_DIR) có đúng không.',
      );
    case 'disk-full':
      return fault(
        'Không mở được sổ: đĩa đầy.',
        'Dọn đĩa hoặc nới thêm dung lượng (không xóa gì trong DATA_DIR), rồi khởi động lại.',
      );
    case 'torn':
      return fault(
        `Sổ mới được khôi phục một phần: ${sight.tables.length} bảng không có khóa chính (${sight.tables.join(', ')}).`,
        'Dừng hệ thống, xóa rồi tạo lại cơ sở dữ liệu (drop database, create database), ' +
          'và khôi phục lại từ một bản sao lưu trọn vẹn.',
      );
    case 'open':
      return ok(
        sight.by === 'worker'
          ? 'Tiến trình đang chạy giữ sổ và trả lời.'
          : 'Mở được sổ; các bảng đúng phiên bản của chương trình này.',
      );
    case 'other-version':
      return sight.unknown.length > 0
        ? fault(
            `Sổ mới hơn chương trình này: có thêm ${sight.unknown.join(', ')}.`,
            'Chạy phiên bản mới hơn; không chạy phiên bản này trên sổ đó.',
          )
        : warning(
            `Sổ cũ hơn chương trình này: còn thiếu ${sight.missing.join(', ')}.`,
            'Sao lưu trước, rồi chạy dondoc start của phiên bản này: các bảng được nâng cấp khi khởi động.',
          );
  }
}
