import { Command, Option } from 'commander';
import { ROLES, type Role } from '../account/account.ts';
import { accountName, ask } from './ask.ts';
import type { CliContext } from './context.ts';

interface AccountOptions {
  role: Role;
  unit?: string;
  json?: boolean;
  by: string;
}

/** `account …`: who may sign in to the pages at `/quan-ly`. */
export function accountCommand(context: CliContext): Command {
  const command = (name: string, description: string) =>
    new Command(name).description(description).option('--json', 'in kết quả thành một dòng JSON');
  const byName = (name: string, description: string) =>
    command(name, description)
      .argument('<NAME>', 'tên tài khoản')
      .option('--by <NAME>', 'ai thực hiện', accountName());
  return new Command('account')
    .description('Tài khoản đăng nhập trang quản lý')
    .addCommand(
      byName('add', 'Tạo tài khoản, in mật khẩu dùng một lần')
        .addOption(
          new Option(
            '--role <ROLE>',
            'unit: cơ quan chủ trì, chỉ việc của mình; viewer: xem; officer: theo dõi, đôn đốc; admin: quản trị',
          )
            .choices(ROLES)
            .makeOptionMandatory(),
        )
        .option(
          '--unit <UNIT>',
          'cơ quan của unit, cơ quan theo dõi của officer; trùng mã thì ghi thư mục/mã',
        )
        .action((name: string, { role, unit, by, json }: AccountOptions) =>
          ask(context, { ask: 'account-add', name, role, ...(unit !== undefined && { unit }), by }, json),
        ),
    )
    .addCommand(
      command('list', 'Các tài khoản').action(({ json }: AccountOptions) =>
        ask(context, { ask: 'account-list' }, json),
      ),
    )
    .addCommand(
      byName('password', 'Cấp lại mật khẩu dùng một lần').action(
        (name: string, { by, json }: AccountOptions) =>
          ask(context, { ask: 'account-password', name, by }, json),
      ),
    )
    .addCommand(
      byName('end', 'Đóng tài khoản').action((name: string, { by, json }: AccountOptions) =>
        ask(context, { ask: 'account-end', name, by }, json),
      ),
    );
}
