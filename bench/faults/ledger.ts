import type { RecordDb } from '../../src/record/open-record.ts';
import type { SinkLetter } from '../../tests/support/smtp-sink.ts';
import type { DueNotice } from './week-plan.ts';

/** What became of everything that was due. */
export interface Tally {
  due: number;
  /** Due notices that reached the mail server, and the distinct Message-IDs that brought them. */
  delivered: number;
  messages: number;
  /** Not said because a later rung spoke for them or their day had gone by; the record has the event and the reason. */
  overtaken: number;
  /** Refused by the mail server for good, or given up; the record says so. */
  refused: number;
  failed: number;
  /** Neither at the mail server nor ended with a reason in the record. Must be empty. */
  lost: string[];
  /** How often a Message-ID came again. */
  repeated: number;
  /** Letters that came again more often than a fault met them on their way, each with what the record tells of it. Must be empty. */
  unexplained: string[];
  /** Due notices that came in two different messages. Must be empty. */
  twice: string[];
  /**
   * Letters that the mail server has and the record does not call sent, though no fault kept the server from saying that it has them; each with what
   * the record tells of it. Must be empty.
   */
  untold: string[];
}

/** Holds what the mail server got and what the record tells against what was due. `inFlight`: the letters that a fault met on their way, each with the tries that it met. */
export async function judge(
  db: RecordDb,
  due: DueNotice[],
  letters: readonly SinkLetter[],
  inFlight: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<Tally> {
  const came = new Map<string, number>();
  const carriers = new Map<string, Set<string>>();
  for (const { messageId, raw } of letters) {
    came.set(messageId, (came.get(messageId) ?? 0) + 1);
    for (const notice of noticesIn(raw))
      carriers.set(notice, (carriers.get(notice) ?? new Set()).add(messageId));
  }
  const recorded = new Map(
    (
      await db
        .selectFrom('notice')
        .leftJoin('letter', 'letter.id', 'notice.letter')
        .select(['notice.id', 'notice.status', 'notice.reason', 'letter.response'])
        .execute()
    ).map((row) => [row.id, row]),
  );
  const reasons = new Set(
    (
      await db
        .selectFrom('event')
        .where('what', '=', 'notice-skipped')
        .where('why', '!=', '')
        .select('notice')
        .execute()
    ).map(({ notice }) => notice),
  );
  const sent = new Set(
    (await db.selectFrom('letter').where('status', '=', 'sent').select('id').execute()).map(({ id }) => id),
  );
  const missing = due.filter(({ id }) => !carriers.has(id));
  const ended = (status: string) => missing.filter(({ id }) => recorded.get(id)?.status === status);
  const overtaken = ended('skipped').filter(({ id }) => reasons.has(id));
  const refused = ended('refused').filter(({ id }) => recorded.get(id)?.response != null);
  const failed = ended('failed').filter(({ id }) => recorded.get(id)?.response != null);
  const explained = new Set([...overtaken, ...refused, ...failed]);
  const again = [...came].filter(([, times]) => times > 1);
  const unexplained = again
    .map(([messageId, times]) => ({ id: letterOf(messageId), times }))
    .filter(({ id, times }) => times - 1 > (inFlight.get(id)?.size ?? 0))
    .map(({ id }) => id);
  // Who was cut off before the 250 cannot know, and tries again; on the next day a later reminder may speak for it.
  const untold = [...came.keys()].map(letterOf).filter((id) => !sent.has(id) && !inFlight.has(id));
  return {
    due: due.length,
    delivered: due.length - missing.length,
    messages: came.size,
    overtaken: overtaken.length,
    refused: refused.length,
    failed: failed.length,
    lost: missing
      .filter((notice) => !explained.has(notice))
      .map(({ id }) => `${id} (${recorded.get(id)?.status ?? 'not in the record'})`),
    repeated: again.reduce((sum, [, times]) => sum + times - 1, 0),
    unexplained: await Promise.all(unexplained.map((id) => storyOf(db, id))),
    twice: due.filter(({ id }) => (carriers.get(id)?.size ?? 0) > 1).map(({ id }) => id),
    untold: await Promise.all(untold.map((id) => storyOf(db, id))),
  };
}

async function storyOf(db: RecordDb, letter: string): Promise<string> {
  const events = await db
    .selectFrom('event')
    .where('letter', '=', letter)
    .selectAll()
    .orderBy('id')
    .execute();
  const told = events.map(({ at, who, what, detail }) => [
    at.toISOString(),
    who,
    what,
    JSON.stringify(detail),
  ]);
  return `${letter} (${told.map((words) => words.join(' ')).join('; ')})`;
}

/** The notices that a message names in its own header, which may be folded. */
function noticesIn(raw: Buffer): string[] {
  const head =
    raw
      .toString('latin1')
      .split('\r\n\r\n', 1)[0]
      ?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  const names = /^x-dondoc-notices:\s*(.*)$/im.exec(head)?.[1] ?? '';
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The letter's id, which its Message-ID is made of. */
export function letterOf(messageId: string): string {
  return /^<([^@]*)@/.exec(messageId)?.[1] ?? messageId;
}
