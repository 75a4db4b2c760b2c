import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { RESERVED_FOLDERS } from '../schedule/layout.ts';
import { nearest } from '../schedule/nearest.ts';
import { createFolder } from '../schedule/new-folder.ts';
import { Refusal, type CliContext } from './context.ts';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `init NAME [--from FOLDER]`: starts a schedule folder as a copy of another. @throws Refusal for a bad or taken name. */
export function initCommand(context: CliContext): Command {
  return new Command('init')
    .description('Tạo thư mục kế hoạch mới từ một thư mục mẫu')
    .argument('<NAME>', 'tên thư mục, cũng là mã kế hoạch; ví dụ lao-cai-2026')
    .option('--from <FOLDER>', 'thư mục mẫu', 'mau-2026')
    .action(async (name: string, { from }: { from: string }) => {
      const root = context.settings().schedules;
      if (!NAME.test(name) || name.length > 60 || RESERVED_FOLDERS.includes(name))
        throw new Refusal(
          `Tên “${name}” không dùng được: chỉ gồm chữ thường không dấu, chữ số và gạch nối (ví dụ lao-cai-2026), không phải ${RESERVED_FOLDERS.join(' hay ')}.`,
        );
      const folders = await foldersOf(root);
      if (folders.includes(name)) throw new Refusal(`Thư mục ${join(root, name)} đã có; hãy chọn tên khác.`);
      if (!folders.includes(from)) {
        const near = nearest(from, folders);
        throw new Refusal(
          `Không có thư mục mẫu ${join(root, from)}.${near ? ` Có phải ý bạn là “${near}”?` : ''}`,
        );
      }

      await createFolder(join(root, from), join(root, name), name);
      nextSteps(join(root, name)).forEach((line) => context.print(line));
    });
}

async function foldersOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !RESERVED_FOLDERS.includes(entry.name))
    .map((entry) => entry.name);
}

function nextSteps(folder: string): string[] {
  return [
    `Đã tạo ${folder}. Việc tiếp theo:`,
    `  1. Sửa ${join(folder, 'units.yaml')}: tên cơ quan, hộp thư văn thư (office), hộp thư thủ trưởng (head).`,
    `  2. Sửa ${join(folder, 'plan.yaml')}: số, tên văn bản và các nhiệm vụ; ghi nguyên văn thời hạn vào mục phrase.`,
    `  3. Kiểm tra: dondoc check ${folder}`,
    '  4. Xem trước thư sẽ gửi: dondoc preview',
  ];
}
