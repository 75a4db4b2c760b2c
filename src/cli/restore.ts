import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { restoreBackup } from '../backup/restore-backup.ts';
import { moment } from '../calendar/wording.ts';
import { accountName } from './ask.ts';
import { Refusal, type CliContext } from './context.ts';

/** `restore FILE`: a backup into an empty data folder, with all sending paused. */
export function restoreCommand(context: CliContext): Command {
  return new Command('restore')
    .description('Khôi phục bản sao lưu vào thư mục dữ liệu trống; việc gửi thư tạm dừng')
    .argument('<FILE>', 'tệp do dondoc backup tạo')
    .option('--keep-files', 'giữ tệp lịch và mẫu thư đang có, chỉ khôi phục sổ')
    .action(async (file: string, { keepFiles = false }: { keepFiles?: boolean }) => {
      const { databaseUrl, dataDir, schedules, templates } = context.settings();
      if (databaseUrl !== undefined) throw new Refusal(BY_PG_RESTORE);
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new Refusal(`Không đọc được ${file}: ${(error as Error).message}`);
      });
      const folders = keepFiles ? undefined : { schedules, templates };
      const now = context.clock.now();
      const { at, written, due } = await restoreBackup(
        bytes,
        { dataDir, folders },
        { now, by: accountName(), why: WHY },
      );
      context.print(
        `Đã khôi phục vào ${dataDir}: sổ lúc ${moment(at)}; đã ghi ${written} tệp lịch, mẫu thư.`,
      );
      context.print(
        `Việc gửi thư đang TẠM DỪNG. Từ lúc sao lưu đến nay có ${due} thư đến giờ gửi; thư nào đã gửi trong thời gian đó thì sổ này không biết.`,
      );
      context.print(
        'Chạy “dondoc start”, mở trang quản lý, mục Hàng đợi; với thư đã đến nơi thì bấm “Không gửi thư này”, rồi bấm “Gửi thư trở lại”.',
      );
      context.print('Mọi người phải đăng nhập lại; xem lại tài khoản và khóa đã bỏ sau lúc sao lưu.');
    });
}

const WHY =
  'khôi phục từ bản sao lưu; thư đã gửi sau lúc sao lưu có thể bị gửi lần nữa, cần xem hàng đợi trước khi cho gửi trở lại.';

const BY_PG_RESTORE = `Sổ nằm trên máy chủ Postgres (DATABASE_URL); dừng mọi tiến trình rồi khôi phục vào cơ sở dữ liệu trống bằng:
  pg_restore --dbname="$DATABASE_URL" --no-owner --exit-on-error dondoc.dump
và tạm dừng gửi thư trước khi chạy lại, vì thư gửi sau lúc sao lưu có thể bị gửi lần nữa:
  psql "$DATABASE_URL" -c "insert into dondoc.pause (since, by, why) values (now(), 'quản trị', 'khôi phục từ bản sao lưu')"`;
