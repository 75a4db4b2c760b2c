import { once } from 'node:events';
import { Command } from 'commander';
import { openMailbox } from '../mail/built-in-mailbox.ts';
import { startWeb } from '../web/server.ts';
import { Refusal, type CliContext } from './context.ts';

/** `mailbox DIR`: shows a folder of received letters in the browser until Ctrl-C. */
export function mailboxCommand(context: CliContext): Command {
  return new Command('mailbox')
    .description('Mở các thư (.eml) trong một thư mục để đọc bằng trình duyệt')
    .argument('<DIR>', 'thư mục chứa các thư')
    .action((dir: string) => showLetters(context, dir));
}

/** Serves the letters in `folder` at `/mailbox` until the process is told to stop. */
export async function showLetters(context: CliContext, folder: string): Promise<void> {
  const { host, port } = context.settings();
  const mailbox = await openMailbox({ folder });
  const web = await startWeb({
    host,
    port,
    status: async () => ({ 'Thư trong hộp thư': (await mailbox.list()).length }),
    log: (error) => context.complain(String(error)),
    mailbox,
  }).catch(cannotListen);
  context.print(`Đọc thư trong trình duyệt: ${web.url}/mailbox (Ctrl-C để dừng)`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await web.close();
  await mailbox.close();
}

/** A port that is taken is the user's to mend. @throws Refusal always */
export function cannotListen(error: Error): never {
  throw new Refusal(error.message, { cause: error });
}
