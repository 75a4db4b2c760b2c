import { userInfo } from 'node:os';
import { z } from 'zod';
import { AnswerRefused } from '../answer/answer.ts';
import { openRecord, recordPlace } from '../record/open-record.ts';
import { planAhead } from '../worker/beat.ts';
import { carryOut, requestShape, type Reply, type Request } from '../worker/request.ts';
import { Refusal, type CliContext } from './context.ts';
import { instructionsOf } from './options.ts';
import { runningInstance } from './running-instance.ts';

const replyShape = z.object({ lines: z.array(z.string()), data: z.unknown() });

/**
 * Asks something of the record and prints the reply: of the process that holds the embedded record when there is one, else
 * of the record itself. @throws Refusal with the reason.
 */
export async function ask(context: CliContext, words: Request, json: boolean | undefined): Promise<void> {
  const reply = await replyTo(context, words);
  if (json) return context.print(JSON.stringify(reply.data));
  for (const line of reply.lines) context.print(line);
}

/** The reply to what is asked, for a command that does more than print it. @throws Refusal with the reason. */
export async function replyTo(context: CliContext, words: Request): Promise<Reply> {
  const parsed = requestShape.safeParse(words);
  if (!parsed.success)
    throw new Refusal(
      parsed.error.issues.map((issue) => `${issue.path.at(-1)?.toString()} ${issue.message}`).join('\n'),
    );
  return carriedOut(context, parsed.data);
}

/** Who acts, when `--by` does not say: the account at the keyboard. */
export function accountName(): string {
  return `tài khoản ${userInfo().username}`;
}

async function carriedOut(context: CliContext, request: Request): Promise<Reply> {
  const settings = context.settings();
  const running = settings.databaseUrl === undefined ? await runningInstance(settings.dataDir) : undefined;
  if (running !== undefined) return replyShape.parse(await running.ask('POST', '/ask', request));
  const instructions = await instructionsOf(settings);
  const record = await openRecord(recordPlace(settings));
  const planning = { clock: context.clock, db: record.db, who: accountName() };
  try {
    return await carryOut(request, {
      clock: context.clock,
      db: record.db,
      instructions: () => instructions,
      onDisk: async () => instructions,
      plan: () => planAhead(planning, instructions),
      publicUrl: settings.publicUrl,
    });
  } catch (error) {
    if (error instanceof AnswerRefused) throw new Refusal(error.message);
    throw error;
  } finally {
    await record.close();
  }
}
