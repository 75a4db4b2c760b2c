import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fault, ok, warning, type Check } from './verdict.ts';

const MEBIBYTE = 1024 * 1024;
/** Below this the record may fail to write at any moment. Mebibytes. */
const TOO_LITTLE = 200;
const LITTLE = 1024;

/** Whether `folder` (or where it will be made) can be written and has room. */
export function diskCheck(folder: string): Check {
  return {
    id: 'disk',
    title: 'Đĩa',
    async look() {
      const place = await nearest(resolve(folder));
      const writable = await access(place, constants.W_OK | constants.X_OK).then(
        () => true,
        () => false,
      );
      if (!writable)
        return fault(
          `Tài khoản này không ghi được vào ${place}.`,
          'Cho tài khoản chạy hệ thống quyền ghi, hoặc đặt DATA_DIR tới thư mục khác.',
        );
      const { bavail, bsize } = await statfs(place);
      const free = Math.floor((bavail * bsize) / MEBIBYTE);
      const found = `Ghi được vào ${place}; còn trống ${free} MiB.`;
      const advice = 'Dọn đĩa hoặc nới thêm dung lượng; đĩa đầy thì sổ không ghi được và thư dừng.';
      if (free < TOO_LITTLE) return fault(found, advice);
      return free < LITTLE ? warning(found, advice) : ok(found);
    },
  };
}

async function nearest(path: string): Promise<string> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  return there || dirname(path) === path ? path : nearest(dirname(path));
}
