import { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import { inspectRecord } from '../record/inspect-record.ts';
import { readRecordFacts, type RecordFacts } from '../record/record-facts.ts';
import { readRightToCreate } from '../record/right-to-create.ts';
import type { Settings } from '../settings/settings.ts';
import { coverageReply } from '../worker/coverage-request.ts';
import { validInstructions } from '../worker/instructions.ts';
import { failureWords, isDiskFull } from './failure-words.ts';

/** A running process that holds the embedded record, as it is asked. */
export interface Running {
  /** @throws Error with its own words when it refuses. */
  ask(method: 'GET' | 'POST', path: string, request?: object): Promise<unknown>;
}

/** What could be seen of the record. */
export type RecordSight =
  | { state: 'absent' }
  /** There is none, and this account may not make it. */
  | { state: 'no-right'; role: string; database: string }
  | { state: 'away'; words: string }
  | { state: 'disk-full' }
  /** These tables came without their keys, from a dump that was cut off. */
  | { state: 'torn'; tables: string[] }
  | { state: 'other-version'; missing: string[]; unknown: string[] }
  | { state: 'open'; by: 'worker' | 'doctor'; facts: RecordFacts; coverage: CoverageSight };

/** The proof of the last finished working day: how many things that were to be said came to each outcome. */
export type CoverageSight = { day: string; counts: Record<string, number> } | { problem: string };

const instant = z.iso.datetime().transform((text) => new Date(text));
const factsReply = z.object({
  data: z.object({
    clockAhead: z.number(),
    waiting: z.number(),
    // A process of an earlier version does not tell these.
    retrying: z.number().default(0),
    lastFailure: z.string().nullable().default(null),
    oldestDue: instant.nullable(),
    pause: z.object({ since: instant, by: z.string(), why: z.string() }).nullable(),
    ills: z.array(z.string()),
  }),
});
const coverageData = z.object({
  day: z.string(),
  counts: z.record(z.string(), z.number()),
});
const coverageAnswer = z.object({ data: coverageData });

/** Looks into the record: through the process that holds it when there is one, else directly and without a change. Never throws. */
export async function seeRecord(
  settings: Settings,
  clock: Clock,
  running: Running | undefined,
): Promise<RecordSight> {
  try {
    return running === undefined ? await seeDirectly(settings, clock) : await askFor(running);
  } catch (error) {
    return isDiskFull(error) ? { state: 'disk-full' } : { state: 'away', words: failureWords(error) };
  }
}

async function askFor(running: Running): Promise<RecordSight> {
  const { data: facts } = factsReply.parse(await running.ask('POST', '/ask', { ask: 'facts' }));
  const coverage = await sight(async () =>
    coverageAnswer.parse(await running.ask('POST', '/ask', { ask: 'coverage' })),
  );
  return { state: 'open', by: 'worker', facts, coverage };
}

async function seeDirectly(settings: Settings, clock: Clock): Promise<RecordSight> {
  const seen = await inspectRecord<RecordSight>(settings, async (db, { keyless, ...migrations }) => {
    // Where the keys did not come, the list of migrations may not have come either.
    if (keyless.length > 0) return { state: 'torn', tables: keyless };
    // Its tables may not be those that this program would read.
    if (migrations.missing.length + migrations.unknown.length > 0)
      return { state: 'other-version', ...migrations };
    const facts = await readRecordFacts(db, () => clock.now());
    const coverage = await sight(async () => {
      const instructions = await validInstructions(settings.schedules, settings.templates);
      return coverageReply({}, { db, instructions, now: clock.now() });
    });
    return { state: 'open', by: 'doctor', facts, coverage };
  });
  return seen ?? (await seeNone(settings));
}

async function seeNone({ databaseUrl, redisUrl }: Settings): Promise<RecordSight> {
  if (databaseUrl === undefined) return { state: 'absent' };
  const { given, ...whose } = await readRightToCreate(databaseUrl, { withQueue: redisUrl === undefined });
  return given ? { state: 'absent' } : { state: 'no-right', ...whose };
}

async function sight(prove: () => Promise<{ data: z.infer<typeof coverageData> }>): Promise<CoverageSight> {
  try {
    const { day, counts } = (await prove()).data;
    return { day, counts };
  } catch (error) {
    return { problem: failureWords(error) };
  }
}
