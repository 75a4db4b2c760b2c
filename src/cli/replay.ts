import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { localStamp, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { openMailbox } from '../mail/built-in-mailbox.ts';
import type { RecordPlace } from '../record/open-record.ts';
import type { Settings } from '../settings/settings.ts';
import { replay } from '../worker/replay.ts';
import type { SentLetter } from '../worker/send-letter.ts';
import { Refusal, type CliContext } from './context.ts';
import { dayRange, instructionsOf } from './options.ts';
import { readHappenings } from './read-happenings.ts';
import { sentTable } from './sent-table.ts';

export interface ReplayRequest {
  from: IsoDate;
  to: IsoDate;
  /** Folder that receives the letters; absent: they are received, and thrown away with a temporary folder. */
  out?: string;
  /** Keeps the record under this name, and continues it when it exists. */
  name?: string;
  /** A file of what people ask of the record on which day, and of days on which the system stands still. */
  answers?: string;
  /** A mail server on this machine instead of the built-in mailbox. */
  smtp?: string;
  onSent: (letter: SentLetter) => void;
  onDay?: (day: IsoDate) => void;
}

interface ReplayOptions {
  from: string;
  to: string;
  out?: string;
  name?: string;
  smtp?: string;
  answers?: string;
  json?: boolean;
}

/** `replay`: lives past or future days in minutes, through the real record, queue and SMTP, into a mailbox on this machine. */
export function replayCommand(context: CliContext): Command {
  return new Command('replay')
    .description(
      'Chạy thử một khoảng thời gian: lập lịch, ghi sổ, hàng đợi, gửi thư thật vào hộp thư trên máy này',
    )
    .requiredOption('--from <DATE>', 'từ ngày')
    .requiredOption('--to <DATE>', 'đến hết ngày')
    .option('--out <DIR>', 'thư mục nhận các thư (.eml), theo thứ tự')
    .option('--name <NAME>', 'giữ lại kết quả dưới tên này; chạy lại cùng tên thì tiếp tục chỗ dừng')
    .option('--smtp <URL>', 'gửi tới máy chủ thư khác trên chính máy này thay cho hộp thư dựng sẵn')
    .option(
      '--answers <FILE>',
      'trả lời, sự kiện, những ngày hệ thống dừng: mỗi dòng một JSON, có thêm "on" là ngày',
    )
    .option('--json', 'mỗi thư một dòng JSON')
    .action(async ({ json, ...options }: ReplayOptions) => {
      const range = dayRange(options.from, options.to);
      const sent: SentLetter[] = [];
      const progress = progressOf(context);
      await runReplay(context, {
        ...options,
        ...range,
        onSent: (letter) => {
          sent.push(letter);
          if (json) context.print(JSON.stringify(jsonLetter(letter)));
        },
        onDay: (day) => progress(day, sent.length),
      });
      if (json) return;
      for (const line of sentTable(sent, context.colour)) context.print(line);
      if (options.out !== undefined) context.print(`Các thư nằm trong thư mục ${options.out}`);
    });
}

/** Runs a replay on a record of its own, beside whatever the settings name. @throws Refusal for an `out` that already holds letters, or a mail server elsewhere. */
export async function runReplay(context: CliContext, request: ReplayRequest): Promise<void> {
  const settings = context.settings();
  const instructions = await instructionsOf(settings);
  const name = request.name ?? `tam_${randomUUID().slice(0, 8)}`;
  if (!/^[a-z0-9_]{1,40}$/.test(name))
    throw new Refusal('--name chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới.');
  if (request.smtp !== undefined) assertLocal(request.smtp);
  if (request.out !== undefined && request.name === undefined) await assertNoLetters(request.out);

  const { requests, outages } =
    request.answers === undefined ? { requests: [], outages: [] } : await readHappenings(request.answers);

  const folder = request.out ?? (await mkdtemp(join(tmpdir(), 'dondoc-replay-')));
  const mailbox = await openMailbox({ folder });
  try {
    await replay({
      from: request.from,
      to: request.to,
      instructions,
      record: placeOf(settings, name, request.name !== undefined),
      keep: request.name !== undefined,
      ...(settings.redisUrl !== undefined && { redisUrl: settings.redisUrl }),
      queueName: `replay-${name}`,
      smtpUrl: request.smtp ?? mailbox.url,
      mailFrom: settings.mailFrom,
      publicUrl: settings.publicUrl,
      onSent: request.onSent,
      onDay: (day) => request.onDay?.(day),
      isDown: (day) => outages.some(({ from, to }) => from <= day && day <= to),
      requestsOn: (day) => requests.filter(({ on }) => on === day).map(({ request }) => request),
      onError: (error) => context.complain(error.message),
    });
  } finally {
    await mailbox.close();
    if (request.out === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** One line on standard error: the day being lived and the letters so far; every month when it is no terminal. */
export function progressOf(context: CliContext): (day: IsoDate, letters: number) => void {
  return (day, letters) => {
    const line = `Ngày ${shortDate(day)}: đã gửi ${letters} thư`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}  `);
    else if (day.endsWith('-01')) context.complain(line);
  };
}

function jsonLetter(letter: SentLetter) {
  return {
    at: localStamp(letter.at),
    kind: letter.kind,
    unit: letter.units.join('; '),
    to: letter.mailbox,
    subject: letter.subject,
    notices: letter.notices,
    messageId: letter.messageId,
  };
}

function placeOf(settings: Settings, name: string, kept: boolean): RecordPlace {
  if (settings.databaseUrl !== undefined)
    return { server: settings.databaseUrl, schema: `dondoc_replay_${name}` };
  return kept ? { folder: join(settings.dataDir, 'replay', name) } : { memory: true };
}

/** A replay's letters are rehearsals: they must never reach a real mail server. */
function assertLocal(smtpUrl: string): void {
  const host = URL.canParse(smtpUrl) ? new URL(smtpUrl).hostname : '';
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)) return;
  throw new Refusal(
    `--smtp phải là máy chủ thư trên chính máy này (smtp://127.0.0.1:…); nhận được “${smtpUrl}”.`,
  );
}

async function assertNoLetters(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.some((name) => name.endsWith('.eml')))
    throw new Refusal(
      `Thư mục ${folder} đã có thư của lần chạy trước; chọn thư mục khác hoặc xóa các thư đó.`,
    );
}
