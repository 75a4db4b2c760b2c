import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { jsonSchemas } from '../schedule/json-schema.ts';
import type { CliContext } from './context.ts';

/** `schema [--out DIR]`: writes the JSON Schemas that editors use while the schedule files are written. */
export function schemaCommand(context: CliContext): Command {
  return new Command('schema')
    .description('Ghi JSON Schema của các tệp, để trình soạn thảo gợi ý và báo lỗi khi gõ')
    .option('--out <DIR>', 'thư mục ghi; mặc định là thư mục schema trong thư mục kế hoạch')
    .action(async ({ out }: { out?: string }) => {
      const dir = out ?? join(context.settings().schedules, 'schema');
      await mkdir(dir, { recursive: true });
      for (const [name, text] of jsonSchemas()) {
        await writeFile(join(dir, name), text);
        context.print(join(dir, name));
      }
    });
}
