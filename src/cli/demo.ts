import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { SentLetter } from '../worker/send-letter.ts';
import type { CliContext } from './context.ts';
import { showLetters } from './mailbox.ts';
import { progressOf, runReplay } from './replay.ts';
import { sentTable } from './sent-table.ts';

const DEMO = { from: '2019-06-17', to: '2020-03-10' };

/** What the units of the demo answer: some on time, some late, some not at all; a week in September the system stands still. */
const ANSWERS = fileURLToPath(new URL('demo-answers.jsonl', import.meta.url));

/** `demo`: the whole 2019 plan of Kon Tum goes by; then, in a terminal, its letters can be read in a browser until Ctrl-C. */
export function demoCommand(context: CliContext): Command {
  return new Command('demo')
    .description('Xem kế hoạch năm 2019 của tỉnh Kon Tum chạy từ tháng 6/2019 đến tháng 3/2020')
    .action(async () => {
      const out = join(context.settings().dataDir, 'demo');
      await rm(out, { recursive: true, force: true });
      context.print('Chạy thử Kế hoạch năm 2019 của tỉnh Kon Tum, từ 17/06/2019 đến 10/03/2020 …');
      const sent: SentLetter[] = [];
      const progress = progressOf(context);
      await runReplay(context, {
        ...DEMO,
        out,
        answers: ANSWERS,
        onSent: (letter) => sent.push(letter),
        onDay: (day) => progress(day, sent.length),
      });
      context.print('');
      for (const line of sentTable(sent, context.colour)) context.print(line);
      context.print('');
      context.print(`Các thư đã nhận: thư mục ${out}`);
      if (process.stdout.isTTY) await showLetters(context, out);
      else context.print(`Đọc thư trong trình duyệt: npm run -s dondoc -- mailbox ${out}`);
    });
}
