import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { unpack } from '../backup/archive.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { writePrivate } from '../backup/write-private.ts';
import { moment } from '../calendar/wording.ts';
import { openRecord, recordPlace } from '../record/open-record.ts';
import { Refusal, type CliContext } from './context.ts';
import { productVersion } from './product-version.ts';
import { runningInstance } from './running-instance.ts';

/** `backup FILE`: record, schedules and templates as one file, also while a worker runs. */
export function backupCommand(context: CliContext): Command {
  return new Command('backup')
    .description('Sao lưu sổ (bản nhúng), tệp lịch và mẫu thư vào một tệp')
    .argument('<FILE>', 'tệp sẽ được tạo, chỉ chủ tệp đọc được')
    .option('--force', 'ghi đè tệp đã có')
    .action(async (file: string, { force = false }: { force?: boolean }) => {
      if (context.settings().databaseUrl !== undefined) throw new Refusal(BY_PG_DUMP);
      if (!force && existsSync(file)) throw new Refusal(`${file} đã có; thêm --force để ghi đè.`);
      const bytes = await archiveOf(context);
      // What cannot be restored is no backup: found out now, not on the day when it is needed.
      const { manifest, files } = unpack(bytes);
      await writePrivate(file, bytes, force);
      context.print(
        `Đã sao lưu vào ${resolve(file)}: sổ lúc ${moment(new Date(manifest.at))} và ${files.size - 1} tệp lịch, mẫu thư.`,
      );
      context.print('Tệp có khóa ký đường dẫn và địa chỉ hộp thư: giữ kín như mật khẩu.');
    });
}

async function archiveOf(context: CliContext): Promise<Uint8Array> {
  const settings = context.settings();
  const running = await runningInstance(settings.dataDir);
  if (running !== undefined) return running.fetch('POST', '/backup');
  const record = await openRecord(recordPlace(settings));
  try {
    return await makeBackup(record, { ...settings, version: productVersion() }, context.clock.now());
  } finally {
    await record.close();
  }
}

const BY_PG_DUMP = `Sổ nằm trên máy chủ Postgres (DATABASE_URL); sao lưu bằng:
  umask 077; pg_dump "$DATABASE_URL" --schema=dondoc --format=custom --file=dondoc.dump
và chép lại các thư mục của SCHEDULES và TEMPLATES. Hàng đợi (schema bullmq, Redis) không cần sao lưu.`;
