import type { Calendar } from '../../src/calendar/calendar.ts';
import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import type { PlannedWork } from '../../src/plan/model.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { EMPTY_STATE, type RecordState } from '../../src/plan/record-state.ts';
import { loadCalendar } from '../../src/schedule/load-schedules.ts';
import { rungId } from '../../src/schedule/rung-when.ts';
import type {
  Ladder,
  Obligation,
  Plan,
  Schedule,
  ScheduleFolder,
  Unit,
} from '../../src/schedule/schedule.ts';
import type { Addressee } from '../../src/schedule/shape.ts';

/** The shipped calendar: official years and the provisional ones after them. */
export const CALENDAR = await shippedCalendar();

/** What a test wants different from a plan `KH` of folder `tinh-thu`, followed up by `so-noi-vu` and under `ubnd-tinh`. */
export interface ScheduleParts {
  duties: TestDuty[];
  /** Working days from the aim date → addressees: `{ '-3': 'office head', '0': 'office' }`. */
  ladder?: Record<string, string>;
  /** Units that must not be the plain ones that are made for every name in use. */
  units?: Unit[];
  plan?: Partial<Pick<Plan, 'id' | 'from' | 'to'>>;
  sending?: ScheduleFolder['sending'];
  /** None, unless it says otherwise. */
  digests?: ScheduleFolder['digests'];
  calendar?: Calendar;
  folder?: string;
}

export type TestDuty = { id: string; phrase: string; leads: string[] } & Partial<Obligation>;

/** An obligation due as `phrase` says, led by each of `leads`. */
export function duty(
  id: string,
  phrase: string,
  leads: string | string[],
  more: Partial<Obligation> = {},
): TestDuty {
  return { id, phrase, leads: [leads].flat(), ...more };
}

/** A unit with an office and a head's mailbox; `more` changes or (with undefined) takes away. */
export function unit(id: string, more: Partial<Unit> = {}): Unit {
  const mailboxes = { office: `vanthu@${id}.example`, heads: [{ mailbox: `lanhdao@${id}.example` }] };
  return { id, name: `Cơ quan ${id}`, ...mailboxes, requested: false, ...more };
}

/** The schedule that these parts make. @throws Error for a phrase that is refused. */
export function scheduleOf(parts: ScheduleParts): Schedule {
  const ladder = ladderOf(parts.ladder ?? { '-3': 'office', '0': 'office', '1': 'office head' });
  const plan: Plan = {
    id: 'KH',
    title: 'Kế hoạch thử',
    issuer: 'ubnd-tinh',
    followUp: 'so-noi-vu',
    authority: 'ubnd-tinh',
    from: '2018-02-01',
    ...parts.plan,
    ladder,
    obligations: parts.duties.map((one) => obligationOf(one, ladder)),
  };
  const names = ['so-noi-vu', 'ubnd-tinh', ...parts.duties.flatMap(({ leads }) => leads)];
  const units = [...names.map((name) => unit(name)), ...(parts.units ?? [])];
  const folder: ScheduleFolder = {
    id: parts.folder ?? 'tinh-thu',
    units: new Map(units.map((one) => [one.id, one])),
    groups: new Map(),
    ladders: new Map([[ladder.id, ladder]]),
    sending: parts.sending ?? { at: '07:30', until: '17:00' },
    digests: parts.digests ?? { weekly: false, monthly: false },
    plans: [plan],
  };
  return { calendar: parts.calendar ?? CALENDAR, folders: [folder] };
}

/** What is planned when the clock in Vietnam shows `time` on `day`, for a month ahead unless `horizon` says otherwise. */
export function planAt(
  schedule: Schedule,
  day: IsoDate,
  more: { time?: string; horizon?: IsoDate; state?: Partial<RecordState> } = {},
): PlannedWork {
  const state = { ...EMPTY_STATE, ...more.state };
  return planWork(schedule, state, instantAt(day, more.time ?? '00:00'), more.horizon ?? addDays(day, 31));
}

export function ladderOf(steps: Record<string, string>): Ladder {
  const rungs = Object.entries(steps)
    .map(([offset, to]) => ({ offset: Number(offset), to: to.split(' ') as Addressee[] }))
    .map((rung) => ({ id: rungId(rung.offset), ...rung }))
    .sort((a, b) => a.offset - b.offset);
  return { id: 'thang-thu', name: 'Thang thử', rungs };
}

function obligationOf(given: TestDuty, ladder: Ladder): Obligation {
  const reading = readPhrase(given.due ?? given.phrase);
  if (!reading.ok) throw new Error(`${given.phrase}: ${reading.error}`);
  return {
    clause: 'mục 1',
    title: `Nhiệm vụ ${given.id}`,
    listsStanding: false,
    followUp: 'so-noi-vu',
    ladder,
    rule: reading.rule,
    explanation: reading.explanation,
    ...given,
  };
}

async function shippedCalendar(): Promise<Calendar> {
  const loaded = await loadCalendar('schedules');
  if (!loaded.ok) throw new Error('The shipped calendar has problems');
  return loaded.calendar;
}
