import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { dkimRecord, newDkimKey, type Dkim } from '../mail/dkim.ts';
import { Refusal, type CliContext } from './context.ts';

/** `dkim`: the key that letters are signed with, and the DNS record that belongs to it. */
export function dkimCommand(context: CliContext): Command {
  return new Command('dkim')
    .description('Khóa DKIM dùng để ký thư và bản ghi DNS đi cùng')
    .addCommand(
      new Command('new')
        .description('Tạo khóa mới trong một tệp và in bản ghi DNS cần khai báo')
        .argument('<file>', 'tệp sẽ chứa khóa riêng; không ghi đè tệp đã có')
        .requiredOption('--selector <NAME>', 'tên khóa trong DNS, ví dụ dondoc2026', selectorOf)
        .action(async (file: string, { selector }: { selector: string }) => {
          const key = newDkimKey();
          await writeNew(file, key);
          context.print(`Đã ghi khóa riêng vào ${file}; chỉ tài khoản chạy hệ thống được đọc tệp này.`);
          print({ domain: context.settings().mailFrom.domain, selector, key }, context);
          context.print(
            `Khi bản ghi đã có trong DNS, đặt DKIM_SELECTOR=${selector} và DKIM_KEY_FILE=${file}.`,
          );
        }),
    )
    .addCommand(
      new Command('record').description('In bản ghi DNS của khóa đang được đặt').action(() => {
        const { dkim } = context.settings();
        if (dkim === undefined)
          throw new Refusal(
            'Chưa đặt khóa DKIM: đặt DKIM_SELECTOR và DKIM_KEY_FILE, hoặc tạo khóa bằng dondoc dkim new.',
          );
        print(dkim, context);
      }),
    );
}

function print(dkim: Dkim, context: CliContext): void {
  context.print(`Khai báo bản ghi này trong DNS của ${dkim.domain}:`);
  context.print(dkimRecord(dkim).zoneLine);
}

function selectorOf(text: string): string {
  if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)) return text;
  throw new Refusal('Tên khóa chỉ gồm chữ cái không dấu, chữ số và dấu gạch nối, tối đa 63 ký tự.');
}

async function writeNew(file: string, key: string): Promise<void> {
  try {
    await writeFile(file, key, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(
      code === 'EEXIST' ? `Đã có tệp ${file}; không ghi đè.` : `Không ghi được ${file}: ${message}`,
    );
  }
}
