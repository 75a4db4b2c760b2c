import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { BackupRefused } from '../backup/backup-refused.ts';
import { UnknownYear } from '../calendar/unknown-year.ts';
import { systemClock } from '../clock/clock.ts';
import { checkTemplates } from '../mail/check-templates.ts';
import { RecordIsNewer } from '../record/newer-record.ts';
import { FolderInUse, FolderUnusable } from '../record/folder-lock.ts';
import { loadCalendar } from '../schedule/load-schedules.ts';
import { BadSettings, readSettings, wantsColour, type Settings } from '../settings/settings.ts';
import { CannotListen } from '../web/server.ts';
import { InvalidInstructions } from '../worker/instructions.ts';
import { accountCommand } from './account.ts';
import { addressCommand } from './address.ts';
import { answerCommand } from './answer.ts';
import { applyCommand } from './apply.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { calendarCommand } from './calendar.ts';
import { checkCommand } from './check.ts';
import { Refusal, type CliContext } from './context.ts';
import { coverageCommand } from './coverage.ts';
import { demoCommand } from './demo.ts';
import { dkimCommand } from './dkim.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { dueCommand } from './due.ts';
import { eventCommand } from './event.ts';
import { initCommand } from './init.ts';
import { inVietnamese } from './in-vietnamese.ts';
import { knownTrouble } from './known-trouble.ts';
import { linkCommand } from './link.ts';
import { mailboxCommand } from './mailbox.ts';
import { previewCommand } from './preview.ts';
import { replayCommand } from './replay.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { schemaCommand } from './schema.ts';
import { printable } from './printable.ts';
import { productVersion } from './product-version.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';

/** EX_CONFIG of sysexits.h: starting again with the same program and settings does not help, and a supervisor can be told so. */
const UNUSABLE = 78;

/** How long what is being closed may take after a failure, in milliseconds. */
const MOMENT = 1000;

// `dondoc preview | head`: whoever reads no further wants no more of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

let settings: Settings | undefined;

const colour = wantsColour(process.stdout.isTTY);

const context: CliContext = {
  clock: systemClock,
  settings: () => (settings ??= readSettings()),
  colour,
  print: (line) => void process.stdout.write(`${printable(line, colour)}\n`),
  complain: (line) => void process.stderr.write(`${printable(line, colour)}\n`),
  inputLines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
};

async function calendar() {
  const loaded = await loadCalendar(context.settings().schedules);
  if (!loaded.ok) throw new InvalidInstructions(loaded.problems);
  return loaded.calendar;
}

const program = new Command('dondoc')
  .version(productVersion(), '-V, --version', 'in số phiên bản')
  .description('Đôn Đốc: nhắc hạn và đôn đốc các nhiệm vụ của một kế hoạch hành chính')
  .addCommand(demoCommand(context))
  .addCommand(checkCommand(context, checkTemplates))
  .addCommand(dueCommand(context, calendar))
  .addCommand(calendarCommand(context, calendar))
  .addCommand(previewCommand(context))
  .addCommand(initCommand(context))
  .addCommand(startCommand(context))
  .addCommand(doctorCommand(context))
  .addCommand(diffCommand(context))
  .addCommand(applyCommand(context))
  .addCommand(statusCommand(context))
  .addCommand(answerCommand(context))
  .addCommand(eventCommand(context))
  .addCommand(linkCommand(context))
  .addCommand(accountCommand(context))
  .addCommand(addressCommand(context))
  .addCommand(auditCommand(context))
  .addCommand(reportCommand(context))
  .addCommand(coverageCommand(context))
  .addCommand(backupCommand(context))
  .addCommand(restoreCommand(context))
  .addCommand(replayCommand(context))
  .addCommand(dkimCommand(context))
  .addCommand(mailboxCommand(context))
  .addCommand(schemaCommand(context));

try {
  await inVietnamese(program).parseAsync();
} catch (error) {
  process.exitCode = error instanceof RecordIsNewer || error instanceof BadSettings ? UNUSABLE : 1;
  const known = [
    Refusal,
    BadSettings,
    InvalidInstructions,
    FolderInUse,
    FolderUnusable,
    RecordIsNewer,
    BackupRefused,
    CannotListen,
    UnknownYear,
  ].some((kind) => error instanceof kind);
  if (error instanceof InvalidInstructions) context.print(error.message);
  else if (known) context.complain((error as Error).message);
  else {
    const trouble = knownTrouble(error, settings);
    if (trouble === undefined) throw error;
    context.complain(trouble);
    // A connection that was left half open must not keep the process.
    setTimeout(() => process.exit(), MOMENT).unref();
  }
}
