import { Command } from 'commander';
import { addDays, instantAt, localDate, localStamp, type IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import { letterVolume } from '../plan/letter-volume.ts';
import type { Letter, PlannedWork } from '../plan/model.ts';
import { planWork } from '../plan/plan-work.ts';
import { EMPTY_STATE } from '../plan/record-state.ts';
import { nearest } from '../schedule/nearest.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { Refusal, type CliContext } from './context.ts';
import { KIND_WORDS } from '../plan/kind-words.ts';
import { dayOption, dayRange, instructionsOf } from './options.ts';
import { table } from './table.ts';

/** Long enough before the first day shown that no rung of a ladder is still to be caught up on it. */
const RUNNING_DAYS = 60;

interface PreviewOptions {
  from?: string;
  to?: string;
  unit?: string;
  catchUp?: boolean;
  json?: boolean;
}

/** `preview`: what the schedules alone would send, when, to whom and why, and how many letters each mailbox gets a week. Needs no database. */
export function previewCommand(context: CliContext): Command {
  return new Command('preview')
    .description('Xem trước các thư sẽ gửi: khi nào, cho ai, vì sao; và số thư mỗi hộp thư mỗi tuần')
    .option('--from <DATE>', 'từ ngày (mặc định: hôm nay)')
    .option('--to <DATE>', 'đến hết ngày (mặc định: 31 ngày sau)')
    .option('--unit <ID>', 'chỉ xem một cơ quan')
    .option('--catch-up', 'như khi mới chạy lần đầu vào ngày --from: gửi bù những lần nhắc đã qua')
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async (options: PreviewOptions) => {
      const first = dayOption('--from', options.from ?? localDate(context.clock.now()));
      const { from, to } = dayRange(first, options.to ?? addDays(first, 31));
      const { schedule } = await instructionsOf(context.settings());
      const work = ofUnit(planRange(schedule, from, to, options.catchUp ?? false), schedule, options.unit);
      if (options.json) return context.print(JSON.stringify(asJson(work, schedule, from, to)));
      for (const line of asText(work, schedule, from, to, context.colour)) context.print(line);
    });
}

/** Without `catchUp`, as if the system had been running long before `from`: what was due earlier has been said. */
function planRange(schedule: Schedule, from: IsoDate, to: IsoDate, catchUp: boolean): PlannedWork {
  const start = catchUp ? from : addDays(from, -RUNNING_DAYS);
  const work = planWork(schedule, EMPTY_STATE, instantAt(start, '00:00'), to);
  return {
    ...work,
    letters: work.letters.filter(({ day }) => day >= from),
    skipped: work.skipped.filter(({ planned }) => catchUp || planned >= from),
  };
}

function ofUnit(work: PlannedWork, schedule: Schedule, unit: string | undefined): PlannedWork {
  if (unit === undefined) return work;
  const ids = schedule.folders.flatMap((folder) => [...folder.units.keys()]);
  if (!ids.includes(unit)) {
    const guess = nearest(unit, ids);
    throw new Refusal(
      `Không có cơ quan mã “${unit}”${guess === undefined ? '' : ` — có phải ý bạn là “${guess}”?`}`,
    );
  }
  const deadlines = work.deadlines.filter((deadline) => deadline.unit === unit);
  const own = new Set(deadlines.map(({ id }) => id));
  const concerns = (notice: { unit: string; deadline: string }) =>
    notice.unit === unit || own.has(notice.deadline);
  return {
    ...work,
    deadlines,
    letters: work.letters.filter((letter) => letter.notices.some(concerns)),
    skipped: work.skipped.filter(concerns),
  };
}

function asJson(work: PlannedWork, schedule: Schedule, from: string, to: string) {
  const facts = factsById(work, schedule);
  return {
    from,
    to,
    letters: work.letters.map((letter) => ({
      id: letter.id,
      at: localStamp(letter.slot),
      kind: letter.kind,
      to: letter.mailbox,
      units: unitNames(letter, schedule),
      notices: letter.notices.map(({ id, deadline, rung, addressee, reason }) => ({
        id,
        rung,
        addressee,
        ...facts.get(deadline),
        reason,
      })),
    })),
    skipped: work.skipped.map(({ id, deadline, planned, reason }) => ({ id, deadline, planned, reason })),
    volume: letterVolume(work.letters),
  };
}

function asText(work: PlannedWork, schedule: Schedule, from: string, to: string, colour: boolean): string[] {
  const facts = factsById(work, schedule);
  const head = `Từ ${longDate(from)} đến hết ${longDate(to)}: ${work.letters.length} thư.`;
  const letters = work.letters.flatMap((letter) => [
    '',
    `${longDate(letter.day)}, ${localStamp(letter.slot).slice(11, 16)} · ${KIND_WORDS[letter.kind]} · ${unitNames(letter, schedule).join(', ')} <${letter.mailbox}>`,
    ...letter.notices.flatMap(({ deadline, reason }) => {
      const fact = facts.get(deadline);
      return [`  - ${fact?.obligation} ${fact?.title}`, `    ${reason}`];
    }),
  ]);
  const skipped = work.skipped.map(
    ({ id, planned, reason }) => `  - ${id} (${shortDate(planned)}): ${reason}`,
  );
  const volume = letterVolume(work.letters).map(({ mailbox, week, letters: count }) => [
    mailbox,
    shortDate(week),
    count,
  ]);
  return [
    head,
    ...letters,
    ...(skipped.length === 0 ? [] : ['', `Không gửi (${skipped.length}):`, ...skipped]),
    ...(volume.length === 0 ? [] : ['', ...table(['Hộp thư', 'Tuần từ thứ Hai', 'Số thư'], volume, colour)]),
  ];
}

function factsById(work: PlannedWork, schedule: Schedule) {
  const titles = new Map(
    schedule.folders.flatMap((folder) =>
      folder.plans.flatMap((plan) =>
        plan.obligations.map(({ id, title, clause }) => [`${plan.id}/${id}`, { title, clause }] as const),
      ),
    ),
  );
  return new Map(
    work.deadlines.map(({ id, plan, obligation, unit, nominal, aim }) => [
      id,
      { deadline: id, obligation, unit, nominal, aim, ...titles.get(`${plan}/${obligation}`) },
    ]),
  );
}

function unitNames(letter: Letter, schedule: Schedule): string[] {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  return [...new Set(letter.notices.map(({ unit }) => folder?.units.get(unit)?.name ?? unit))];
}
