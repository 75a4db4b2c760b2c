import { resolve, sep } from 'node:path';

/** What is the matter with the data folder `dataDir` or another place on the disk, in one or two sentences; undefined when the error tells of something else. */
export function storageTrouble(error: Error, dataDir: string): string | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const place = placeOf(error, resolve(dataDir));
  if (FULL.includes(code)) return `Ổ đĩa chứa ${place} đã đầy (${code}). Đề nghị giải phóng dung lượng.`;
  if (CLOSED.includes(code))
    return `Không đọc hoặc ghi được ${place} (${code}). Xem quyền của tài khoản đang chạy lệnh đối với nơi đó.`;
  return undefined;
}

const FULL = ['ENOSPC', 'EDQUOT'];
const CLOSED = ['EACCES', 'EPERM', 'EROFS'];

/** What the embedded Postgres throws when a file of its fails it has a number and no words. */
const BY_NUMBER: Record<number, string> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** Or it speaks of them as Postgres does. */
const BY_STATE: Record<string, string> = { '42501': 'EACCES', '53100': 'ENOSPC' };

function codeOf(error: Error): string | undefined {
  const { code, errno, syscall } = error as NodeJS.ErrnoException;
  if (error.name === 'ErrnoError') return BY_NUMBER[errno ?? 0];
  // A socket may be refused with the same codes.
  if (code === undefined || syscall === 'connect' || syscall === 'listen') return undefined;
  return BY_STATE[code] ?? code;
}

/** Whatever lies in the data folder is told as that folder: nobody gave its files their names. */
function placeOf(error: Error, dataDir: string): string {
  const { path } = error as NodeJS.ErrnoException;
  const isElsewhere = path !== undefined && !`${resolve(path)}${sep}`.startsWith(`${dataDir}${sep}`);
  return isElsewhere ? resolve(path) : `thư mục dữ liệu ${dataDir}`;
}
