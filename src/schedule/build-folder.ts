import type { FolderDraft, PlanDraft } from './draft.ts';
import { leadIds, readDue } from './duty.ts';
import { headsOf } from './heads.ts';
import { openGroup } from './open-group.ts';
import { readRepeat } from './rung-repeat.ts';
import { readWhen, rungId } from './rung-when.ts';
import type { Ladder, Obligation, Plan, Rung, ScheduleFolder, Unit } from './schedule.ts';
import {
  digestsShape,
  sendingShape,
  type GroupEntry,
  type LadderEntry,
  type ObligationEntry,
  type PlanEntry,
  type UnitEntry,
} from './shape.ts';

/** The folder that a draft without problems describes. @throws Error when the draft was not checked. */
export function buildFolder(draft: FolderDraft): ScheduleFolder {
  const groups = new Map(draft.groups.map(({ value }) => [value.id, value]));
  const ladders = new Map(draft.ladders.map(({ value }) => [value.id, buildLadder(value)]));
  return {
    id: draft.id,
    units: new Map(draft.units.map(({ value }) => [value.id, buildUnit(value)])),
    groups: new Map(
      draft.groups.map(({ value }) => [value.id, { ...value, members: openGroup(value.id, groups) }]),
    ),
    ladders,
    sending: draft.sending?.value ?? sendingShape.parse({}),
    digests: draft.digests?.value ?? digestsShape.parse({}),
    plans: draft.plans.map((plan) => buildPlan(plan, groups, ladders)),
  };
}

function buildUnit({ head, ...rest }: UnitEntry): Unit {
  return { ...rest, heads: headsOf({ head }) };
}

function buildLadder({ id, name, rungs }: LadderEntry): Ladder {
  return { id, name, rungs: rungs.flatMap(buildRungs).sort((a, b) => a.offset - b.offset) };
}

/** The rung, and again for each time it repeats. */
function buildRungs({ when, to, repeat, draft }: LadderEntry['rungs'][number]): Rung[] {
  const reading = readWhen(when);
  const repetition = repeat === undefined ? { ok: true as const, every: 0, times: 0 } : readRepeat(repeat);
  if (!reading.ok) throw unchecked(reading.error);
  if (!repetition.ok) throw unchecked(repetition.error);
  return Array.from({ length: repetition.times + 1 }, (_, time) => {
    const offset = reading.offset + time * repetition.every;
    return { id: rungId(offset), offset, to, ...(draft && { draft }) };
  });
}

function buildPlan(
  { plan, obligations, events }: PlanDraft,
  groups: ReadonlyMap<string, GroupEntry>,
  ladders: ReadonlyMap<string, Ladder>,
): Plan {
  if (plan === undefined) throw unchecked('no plan');
  const build = ({ value }: { value: ObligationEntry }) =>
    buildObligation(value, plan.value, groups, ladders);
  return {
    ...plan.value,
    ladder: ladderOf(plan.value.ladder, ladders),
    obligations: obligations.map(build),
    ...(events.length > 0 && { events: events.map(({ value }) => value) }),
  };
}

function buildObligation(
  entry: ObligationEntry,
  plan: PlanEntry,
  groups: ReadonlyMap<string, GroupEntry>,
  ladders: ReadonlyMap<string, Ladder>,
): Obligation {
  const reading = readDue(entry);
  if (!reading.ok) throw unchecked(reading.error);
  const { lead, ...rest } = entry;
  const [only, ...others] = [lead].flat();
  const leadName = others.length === 0 && only !== undefined ? groups.get(only)?.name : undefined;
  return {
    ...rest,
    leads: leadIds(lead, groups),
    ...(leadName !== undefined && { leadName }),
    ladder: ladderOf(entry.ladder ?? plan.ladder, ladders),
    followUp: entry.followUp ?? plan.followUp,
    rule: reading.rule,
    explanation: reading.explanation,
  };
}

function ladderOf(id: string, ladders: ReadonlyMap<string, Ladder>): Ladder {
  const ladder = ladders.get(id);
  if (ladder === undefined) throw unchecked(`no ladder ${id}`);
  return ladder;
}

function unchecked(what: string): Error {
  return new Error(`The draft was built before it was checked: ${what}`);
}
