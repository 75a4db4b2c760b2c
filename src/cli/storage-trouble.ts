import { resolve, sep } from 'node:path';
import { isFull, storageCode } from '../record/storage-code.ts';

/** What is the matter with the data folder `dataDir` or another place on the disk, in one or two sentences; undefined when the error tells of something else. */
export function storageTrouble(error: Error, dataDir: string): string | undefined {
  const code = storageCode(error);
  if (code === undefined) return undefined;
  const place = placeOf(error, resolve(dataDir));
  if (isFull(code)) return `Ổ đĩa chứa ${place} đã đầy (${code}). Đề nghị giải phóng dung lượng.`;
  if (CLOSED.includes(code))
    return `Không đọc hoặc ghi được ${place} (${code}). Xem quyền của tài khoản đang chạy lệnh đối với nơi đó.`;
  return undefined;
}

const CLOSED = ['EACCES', 'EPERM', 'EROFS'];

/** Whatever lies in the data folder is told as that folder: nobody gave its files their names. */
function placeOf(error: Error, dataDir: string): string {
  const { path } = error as NodeJS.ErrnoException;
  const isElsewhere = path !== undefined && !`${resolve(path)}${sep}`.startsWith(`${dataDir}${sep}`);
  return isElsewhere ? resolve(path) : `thư mục dữ liệu ${dataDir}`;
}
