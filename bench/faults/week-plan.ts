import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, daysFrom, instantAt, localDate, type IsoDate } from '../../src/calendar/dates.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { EMPTY_STATE } from '../../src/plan/record-state.ts';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { formatProblem } from '../../src/schedule/problem.ts';

/** The week that is lived: five working days, without a holiday near it. */
export const MONDAY: IsoDate = '2026-03-09';
export const WEEK: IsoDate[] = daysFrom(MONDAY, addDays(MONDAY, 4));
/** When the system is started, on the Sunday before. */
export const START = instantAt(addDays(MONDAY, -1), '20:00');
/** When letters leave, unless a folder is written for another hour. */
export const HOUR = '07:30';

/** What each unit gets in the week: five notes on the eve, five and five on the day, four and four a day late. */
const LETTERS_OF_A_UNIT = 23;
const FOLDER = 'tinh-thu';

/** One thing that is to be said in the week, and to whom. */
export interface DueNotice {
  id: string;
  mailbox: string;
  day: IsoDate;
}

export interface WeekPlan {
  /** Whole units only: at least as many letters as asked for. */
  due: DueNotice[];
  /** Letters that carry them when nothing fails; each carries one of them. */
  letters: number;
}

/** Writes a root of schedules with `letters` letters for the week into `root`; all leave at `hour`. */
export async function writeSchedules(root: string, letters: number, hour = HOUR): Promise<void> {
  const units = Array.from({ length: Math.ceil(letters / LETTERS_OF_A_UNIT) }, (_, at) => `co-quan-${at}`);
  const folder = join(root, FOLDER);
  await mkdir(folder, { recursive: true });
  await cp('schedules/calendar', join(root, 'calendar'), { recursive: true });
  await writeFile(join(folder, 'units.yaml'), unitsFile(units));
  await writeFile(join(folder, 'ladders.yaml'), laddersFile(hour));
  await writeFile(join(folder, 'plan.yaml'), planFile());
}

/**
 * What is due in the week up to its day `last` by the schedules in `root` when nothing fails: the planner's own answer over an empty record, made here and not
 * read from the record under test. @throws Error when the schedules are faulty
 */
export async function duePlan(root: string, last: IsoDate): Promise<WeekPlan> {
  const loaded = await loadSchedules(root);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  const { letters } = planWork(loaded.schedule, EMPTY_STATE, START, last);
  const due = letters.flatMap((letter) =>
    letter.notices.map(({ id }) => ({ id, mailbox: letter.mailbox, day: localDate(letter.slot) })),
  );
  return { due, letters: letters.filter(({ notices }) => notices.length > 0).length };
}

function unitsFile(units: string[]): string {
  const entry = (id: string, name: string) =>
    `  - id: ${id}\n    name: ${name}\n    office: vanthu@${id}.example\n    head: lanhdao@${id}.example\n`;
  return [
    'units:\n',
    entry('ubnd-tinh', 'Ủy ban nhân dân tỉnh'),
    entry('so-noi-vu', 'Sở Nội vụ'),
    ...units.map((id, at) => entry(id, `Cơ quan số ${at}`)),
    `groups:\n  - id: g-tat-ca\n    name: các cơ quan\n    members: [${units.join(', ')}]\n`,
  ].join('');
}

function laddersFile(hour: string): string {
  return `sending:
  at: '${hour}'
  until: '17:00'
digests:
  weekly: false
  monthly: false
ladders:
  - id: thang
    name: Thang nhắc
    rungs:
      - when: trước hạn 01 ngày làm việc
        to: [office]
      - when: ngày đến hạn
        to: [office, head]
      - when: quá hạn 01 ngày làm việc
        to: [office, head]
`;
}

/** One duty of every unit for each working day of the week, and one for the Monday after, of which the week holds the eve. */
function planFile(): string {
  const days = [...WEEK, addDays(MONDAY, 7)];
  const duties = days.map((day, at) => {
    const [year = '', month = '', date = ''] = day.split('-');
    return `  - id: N${at}
    clause: mục ${at}
    title: Báo cáo số ${at}
    lead: g-tat-ca
    phrase: chậm nhất ngày ${date}/${month}/${year}
`;
  });
  return `plan:
  id: tuan-thu
  title: Kế hoạch thử
  issuer: ubnd-tinh
  followUp: so-noi-vu
  authority: ubnd-tinh
  from: ${MONDAY}
  ladder: thang
obligations:
${duties.join('')}`;
}
