import type { z } from 'zod';
import { idFrom } from './id-from.ts';
import type { ValuePath } from './located-yaml.ts';
import { fold } from './nearest.ts';
import { problemAt, type LocatedFile, type Problem } from './problem.ts';
import type { digestsShape, sendingShape } from './shape.ts';
import {
  eventShape,
  groupShape,
  laddersFileShape,
  ladderShape,
  obligationShape,
  planShape,
  unitShape,
  type EventEntry,
  type GroupEntry,
  type LadderEntry,
  type ObligationEntry,
  type PlanEntry,
  type UnitEntry,
} from './shape.ts';

/** One entry of a file that satisfies its shape, and where it stands. */
export interface Entry<Value> {
  value: Value;
  file: LocatedFile;
  path: ValuePath;
}

/**
 * What can be understood of a schedule folder, wrong as it may be: every entry that satisfies its own shape, even when
 * its neighbours do not. So one slip does not hide the others from the person who has to mend them.
 */
export interface FolderDraft {
  id: string;
  units: Entry<UnitEntry>[];
  groups: Entry<GroupEntry>[];
  ladders: Entry<LadderEntry>[];
  sending?: Entry<z.infer<typeof sendingShape>>;
  digests?: Entry<z.infer<typeof digestsShape>>;
  plans: PlanDraft[];
  /**
   * Every id that the files give, of sound entries or not; a name in place of an id counts as the id it will become.
   * Undefined when there is no list to look in.
   */
  ids: {
    units: ReadonlySet<string> | undefined;
    groups: ReadonlySet<string>;
    ladders: ReadonlySet<string> | undefined;
  };
  /** The id of the unit or group behind every id, name, symbol and other spelling of only one, in units.yaml, folded. */
  spellings: ReadonlyMap<string, string>;
}

export interface PlanDraft {
  plan?: Entry<PlanEntry>;
  events: Entry<EventEntry>[];
  /** Every id in the list of events, of sound entries or not; undefined when there is no list. */
  eventIds: ReadonlySet<string> | undefined;
  obligations: Entry<ObligationEntry>[];
}

/** The files of one folder that could be read as YAML. */
export interface FolderFiles {
  id: string;
  units?: LocatedFile;
  ladders?: LocatedFile;
  plans: LocatedFile[];
}

/** Takes from each file what is sound. Never refuses: `shapeProblems` says what was left out. */
export function draftFolder({ id, units, ladders, plans }: FolderFiles): FolderDraft {
  const sending = entryOf(ladders, ['sending'], laddersFileShape.shape.sending);
  const digests = entryOf(ladders, ['digests'], laddersFileShape.shape.digests);
  return {
    id,
    units: entriesOf(units, 'units', unitShape),
    groups: entriesOf(units, 'groups', groupShape),
    ladders: entriesOf(ladders, 'ladders', ladderShape),
    ...(sending && { sending }),
    ...(digests && { digests }),
    plans: plans.map(draftPlan),
    ids: {
      units: idsOf(units, 'units'),
      groups: idsOf(units, 'groups') ?? new Set(),
      ladders: idsOf(ladders, 'ladders'),
    },
    spellings: meanings([...spellingsOf(units, 'groups'), ...spellingsOf(units, 'units')]),
  };
}

/** A problem of `entry`, or of the value at `path` inside it. */
export function entryProblem(
  entry: Entry<unknown>,
  path: ValuePath,
  message: string,
  suggestion?: string,
): Problem {
  return problemAt(entry.file, [...entry.path, ...path], message, suggestion);
}

function draftPlan(file: LocatedFile): PlanDraft {
  const plan = entryOf(file, ['plan'], planShape);
  return {
    ...(plan && { plan }),
    events: entriesOf(file, 'events', eventShape),
    eventIds: idsOf(file, 'events'),
    obligations: entriesOf(file, 'obligations', obligationShape),
  };
}

function entriesOf<Value>(
  file: LocatedFile | undefined,
  key: string,
  shape: z.ZodType<Value>,
): Entry<Value>[] {
  const list = file?.yaml.valueAt([key]);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_item, index) => entryOf(file, [key, index], shape) ?? []);
}

function entryOf<Value>(
  file: LocatedFile | undefined,
  path: ValuePath,
  shape: z.ZodType<Value>,
): Entry<Value> | undefined {
  const result = shape.safeParse(file?.yaml.valueAt(path));
  return file && result.success ? { value: result.data, file, path } : undefined;
}

function idsOf(file: LocatedFile | undefined, key: string): ReadonlySet<string> | undefined {
  const list = file?.yaml.valueAt([key]);
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return new Set(
    list
      .map((_item, index) => file?.yaml.valueAt([key, index, 'id']))
      .filter(isString)
      .map(idFrom),
  );
}

function spellingsOf(file: LocatedFile | undefined, key: 'units' | 'groups'): [string, string][] {
  const list = file?.yaml.valueAt([key]);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_item, index) => {
    const valueOf = (field: string) => file?.yaml.valueAt([key, index, field]);
    const id = valueOf('id');
    if (!isString(id)) return [];
    const spellings = [valueOf('also'), valueOf('symbol'), valueOf('name'), id].flat().filter(isString);
    return spellings.map((spelling): [string, string] => [fold(spelling), idFrom(id)]);
  });
}

/** Many units share the symbol `UBND`: what could mean several of them means none. */
function meanings(spellings: readonly [string, string][]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const [spelling, id] of spellings) owners.set(spelling, (owners.get(spelling) ?? new Set()).add(id));
  return new Map(
    [...owners].flatMap(([spelling, [id, other]]) =>
      id === undefined || other !== undefined ? [] : [[spelling, id]],
    ),
  );
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
