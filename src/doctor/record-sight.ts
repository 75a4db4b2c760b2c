import { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import { inspectRecord } from '../record/inspect-record.ts';
import { readRecordFacts, type RecordFacts } from '../record/record-facts.ts';
import type { Settings } from '../settings/settings.ts';
import { coverageReply } from '../worker/coverage-request.ts';
import { validInstructions } from '../worker/instructions.ts';
import { wordsOf } from '../worker/words-of.ts';

/** A running process that holds the embedded record, as it is asked. */
export interface Running {
  /** @throws Error with its own words when it refuses. */
  ask(method: 'GET' | 'POST', path: string, request?: object): Promise<unknown>;
}

/** What could be seen of the record. */
export type RecordSight =
  | { state: 'absent' }
  | { state: 'away'; words: string }
  | { state: 'other-version'; missing: string[]; unknown: string[] }
  | { state: 'open'; by: 'worker' | 'doctor'; facts: RecordFacts; coverage: CoverageSight };

/** The proof of the last finished working day; `holes`: what was to be said that day and was not. */
export type CoverageSight = { day: string; full: boolean; holes: number } | { problem: string };

const instant = z.iso.datetime().transform((text) => new Date(text));
const factsReply = z.object({
  data: z.object({
    clockAhead: z.number(),
    waiting: z.number(),
    oldestDue: instant.nullable(),
    pause: z.object({ since: instant, by: z.string(), why: z.string() }).nullable(),
    ills: z.array(z.string()),
  }),
});
const coverageData = z.object({
  day: z.string(),
  full: z.boolean(),
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
    return { state: 'away', words: wordsOf(error) };
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
  const seen = await inspectRecord<RecordSight>(settings, async (db, migrations) => {
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
  return seen ?? { state: 'absent' };
}

async function sight(prove: () => Promise<{ data: z.infer<typeof coverageData> }>): Promise<CoverageSight> {
  try {
    const { day, full, counts } = (await prove()).data;
    return { day, full, holes: counts.missed ?? 0 };
  } catch (error) {
    return { problem: wordsOf(error) };
  }
}
