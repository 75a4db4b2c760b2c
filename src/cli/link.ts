import { Command } from 'commander';
import { accountName, ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface LinkOptions {
  decide?: boolean;
  revoke?: boolean;
  json?: boolean;
  by: string;
}

/** `link …`: addresses to hand to a unit, and the keys that sign them. */
export function linkCommand(context: CliContext): Command {
  const command = (name: string, description: string) =>
    new Command(name).description(description).option('--json', 'in kết quả thành một dòng JSON');
  const byName = (name: string, description: string) =>
    command(name, description).option('--by <NAME>', 'ai thực hiện', accountName());
  return new Command('link')
    .description('Đường dẫn có chữ ký gửi cho cơ quan, và các khóa ký')
    .addCommand(
      byName('deadline', 'Đường dẫn để cơ quan chủ trì trả lời về một thời hạn')
        .argument('<DEADLINE>', 'mã thời hạn hoặc một phần của mã, ví dụ A04')
        .option('--decide', 'đường dẫn để cấp theo dõi quyết định về trả lời đó')
        .action((deadline: string, { decide = false, by, json }: LinkOptions) =>
          ask(context, { ask: 'link-deadline', deadline, decide, by }, json),
        ),
    )
    .addCommand(
      byName('event', 'Đường dẫn để cơ quan phụ trách ghi nhận một loại sự kiện')
        .argument('<KIND>', 'loại sự kiện như mục event trong kế hoạch')
        .action((kind: string, { by, json }: LinkOptions) =>
          ask(context, { ask: 'link-event', kind, by }, json),
        ),
    )
    .addCommand(
      byName('calendar', 'Địa chỉ lịch thời hạn của một cơ quan')
        .argument('<UNIT>', 'mã cơ quan; trùng mã thì ghi thư mục/mã')
        .option('--revoke', 'thu hồi địa chỉ cũ, in địa chỉ mới')
        .action((unit: string, { revoke = false, by, json }: LinkOptions) =>
          ask(context, { ask: 'link-calendar', unit, revoke, by }, json),
        ),
    )
    .addCommand(
      command('keys', 'Các khóa ký đường dẫn').action(({ json }: LinkOptions) =>
        ask(context, { ask: 'link-keys' }, json),
      ),
    )
    .addCommand(
      byName('rotate', 'Thay khóa ký; đường dẫn đã gửi vẫn dùng được').action(({ by, json }: LinkOptions) =>
        ask(context, { ask: 'link-rotate', by }, json),
      ),
    )
    .addCommand(
      byName('end', 'Hủy một khóa: mọi đường dẫn ký bằng khóa đó không còn dùng được')
        .argument('<KEY_ID>', 'mã khóa, xem ở link keys')
        .action((key: string, { by, json }: LinkOptions) => ask(context, { ask: 'link-end', key, by }, json)),
    );
}
