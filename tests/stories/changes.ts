import { readPhrase } from '../../src/phrase/read-phrase.ts';
import type { Obligation, ScheduleFolder, Unit } from '../../src/schedule/schedule.ts';
import { ladderOf } from '../support/schedules.ts';

/** What somebody changes in the files of a folder. */
export type Change = (folder: ScheduleFolder) => ScheduleFolder;

/** Only the digests named are sent. */
export function withDigests(digests: Partial<ScheduleFolder['digests']> = {}): Change {
  return (folder) => ({ ...folder, digests: { weekly: false, monthly: false, ...digests } });
}

export function sendingAt(at: string, until = '17:00'): Change {
  return (folder) => ({ ...folder, sending: { at, until } });
}

export function withUnit(id: string, more: Partial<Unit>): Change {
  return (folder) => {
    const before = folder.units.get(id);
    if (before === undefined) throw new Error(`No unit ${id}`);
    return { ...folder, units: new Map(folder.units).set(id, { ...before, ...more }) };
  };
}

export function withDuty(id: string, more: Partial<Obligation>): Change {
  return (folder) => ({
    ...folder,
    plans: folder.plans.map((plan) => ({
      ...plan,
      obligations: plan.obligations.map((duty) => (duty.id === id ? { ...duty, ...more } : duty)),
    })),
  });
}

export function withoutDuty(id: string): Change {
  return (folder) => ({
    ...folder,
    plans: folder.plans.map((plan) => ({
      ...plan,
      obligations: plan.obligations.filter((duty) => duty.id !== id),
    })),
  });
}

/** The duty's time words are others. */
export function withPhrase(id: string, phrase: string): Change {
  const reading = readPhrase(phrase);
  if (!reading.ok) throw new Error(`${phrase}: ${reading.error}`);
  return withDuty(id, { phrase, rule: reading.rule, explanation: reading.explanation });
}

/** Every duty climbs another ladder: `{ '-3': 'office head', '1': 'followUp' }`. */
export function withLadder(steps: Record<string, string>): Change {
  const ladder = ladderOf(steps);
  return (folder) => ({
    ...folder,
    plans: folder.plans.map((plan) => ({
      ...plan,
      ladder,
      obligations: plan.obligations.map((duty) => ({ ...duty, ladder })),
    })),
  });
}
