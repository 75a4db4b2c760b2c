import { z } from 'zod';
import { addDays, isIsoDate, localDate } from '../calendar/dates.ts';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import { answerShape, documentNumber } from '../answer/answer.ts';
import { cancelHappening } from '../answer/cancel-happening.ts';
import { findDeadline } from '../answer/find-deadline.ts';
import { registerHappening } from '../answer/register-happening.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { letterVolume, type Volume } from '../plan/letter-volume.ts';
import type { Letter } from '../plan/model.ts';
import { PLAN_DAYS, planWork } from '../plan/plan-work.ts';
import { tryPlan, type PlanChange } from '../record/apply-plan.ts';
import type { NewEvent } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readRecordFacts } from '../record/record-facts.ts';
import { readStories } from '../record/story.ts';
import { coverageReply } from './coverage-request.ts';
import type { Instructions } from './instructions.ts';
import type { LinkDesk } from './link-address.ts';
import { addressRequests, carryOutAddress } from './address-request.ts';
import { accountRequests, carryOutAccount } from './account-request.ts';
import { carryOutLink, linkRequests } from './link-request.ts';
import { reportReply } from './report-request.ts';

const words = z.string().trim().min(1).max(300);
const day = z.string().refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày');

/** What a person asks of the record, on the command line or of the process that holds it. */
export const requestShape = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('answer'), deadline: words, by: words, answer: answerShape }),
  z.strictObject({ ask: z.literal('happening'), kind: words, day, reference: documentNumber, by: words }),
  z.strictObject({
    ask: z.literal('happening-cancelled'),
    ...{ kind: words, reference: documentNumber, why: z.string().trim().min(1).max(1000), by: words },
  }),
  z.strictObject({ ask: z.literal('audit'), deadline: words.optional(), unit: words.optional() }),
  z.strictObject({ ask: z.literal('diff') }),
  z.strictObject({ ask: z.literal('facts') }),
  z.strictObject({
    ask: z.literal('report'),
    period: words,
    plan: words.optional(),
    unit: words.optional(),
  }),
  z.strictObject({ ask: z.literal('coverage'), day: day.optional(), all: z.boolean().optional() }),
  ...linkRequests,
  ...accountRequests,
  ...addressRequests,
]);
export type Request = z.infer<typeof requestShape>;

/** The reply: lines to read, in Vietnamese, and the same as data. */
export interface Reply {
  lines: string[];
  data: unknown;
}

export interface Desk extends LinkDesk {
  /** The schedules as the files stand at this moment. @throws InvalidInstructions */
  onDisk: () => Promise<Instructions>;
  /** Plans anew, so that what was just written down takes effect. */
  plan: () => Promise<PlanChange>;
}

/** Carries out a request. @throws AnswerRefused with the reason in Vietnamese. */
export async function carryOut(request: Request, desk: Desk): Promise<Reply> {
  switch (request.ask) {
    case 'answer':
      return answer(request, desk);
    case 'happening':
      return happening(request, desk);
    case 'happening-cancelled':
      return cancelled(request, desk);
    case 'audit':
      return audit(request, desk);
    case 'diff':
      return diff(desk);
    case 'facts':
      return { lines: [], data: await readRecordFacts(desk.db, () => desk.clock.now()) };
    case 'report':
      return reportReply(request, proofOf(desk));
    case 'coverage':
      return coverageReply(request, proofOf(desk));
    case 'account-add':
    case 'account-list':
    case 'account-password':
    case 'account-end':
      return carryOutAccount(request, desk);
    case 'address-list':
    case 'address-works':
      return carryOutAddress(request, desk);
    default:
      return carryOutLink(request, desk);
  }
}

function proofOf({ db, clock, instructions }: Desk) {
  return { db, instructions: instructions(), now: clock.now() };
}

async function answer(
  { deadline, by, answer }: Extract<Request, { ask: 'answer' }>,
  desk: Desk,
): Promise<Reply> {
  const { db, clock, instructions } = desk;
  const id = await findDeadline(db, deadline);
  const said = await takeAnswer(db, clock.now(), instructions().schedule, { deadline: id, by, answer });
  return { lines: [`${id}: ${said}`, planned(await desk.plan())], data: { deadline: id, said } };
}

async function happening(
  { kind, day, reference, by }: Extract<Request, { ask: 'happening' }>,
  desk: Desk,
): Promise<Reply> {
  const { db, clock, instructions } = desk;
  const { said } = await registerHappening(db, clock.now(), by, instructions().schedule, {
    kind,
    day,
    reference,
  });
  return { lines: [said, planned(await desk.plan())], data: { said } };
}

async function cancelled(
  { by, kind, reference, why }: Extract<Request, { ask: 'happening-cancelled' }>,
  desk: Desk,
): Promise<Reply> {
  const { db, clock, instructions } = desk;
  const { schedule } = instructions();
  const said = await cancelHappening(db, clock.now(), by, schedule, { kind, reference, why });
  return { lines: [said, planned(await desk.plan())], data: { said } };
}

async function audit({ deadline, unit }: Extract<Request, { ask: 'audit' }>, { db }: Desk): Promise<Reply> {
  const ids = deadline !== undefined ? [await findDeadline(db, deadline)] : await deadlinesOfUnit(db, unit);
  const stories = await readStories(db, ids);
  const lines = stories.flatMap(({ deadline, nominal, sentences }) => [
    `${deadline} (hạn ${shortDate(nominal)})`,
    ...sentences.map((sentence) => `  ${sentence}`),
    '',
  ]);
  return { lines: lines.length === 0 ? ['Chưa có thời hạn nào.'] : lines.slice(0, -1), data: stories };
}

async function deadlinesOfUnit(db: RecordDb, unit: string | undefined): Promise<string[]> {
  const query = db.selectFrom('deadline').select('id').orderBy('aim').orderBy('id');
  const rows = await (unit === undefined ? query : query.where('unit', '=', unit)).execute();
  return rows.map(({ id }) => id);
}

async function diff({ db, clock, onDisk }: Desk): Promise<Reply> {
  const now = clock.now();
  const horizon = addDays(localDate(now), PLAN_DAYS);
  const { schedule } = await onDisk();
  let letters: Letter[] = [];
  const { change, events } = await tryPlan(db, now, (state) => {
    const work = planWork(schedule, state, now, horizon);
    letters = work.letters;
    return work;
  });
  const volume = letterVolume(letters);
  return {
    lines: [...events.flatMap(diffLine), planned(change), '', ...volume.map(volumeLine)],
    data: { change, events, volume },
  };
}

function volumeLine({ mailbox, week, letters }: Volume): string {
  return `Tuần từ ${shortDate(week)}: ${twoDigits(letters)} thư tới ${mailbox}`;
}

const SIGNS: Partial<Record<NewEvent['what'], string>> = {
  'deadline-added': '+',
  'deadline-restored': '+',
  'deadline-moved': '~',
  'deadline-withdrawn': '-',
  'letter-planned': '+',
  'letter-dropped': '-',
};

function diffLine({ what, why, deadline, notice, letter }: NewEvent): string[] {
  const sign = SIGNS[what];
  return sign === undefined ? [] : [`${sign} ${notice ?? deadline ?? letter ?? ''}: ${why}`];
}

function planned(change: PlanChange): string {
  return (
    `Thời hạn: thêm ${change.deadlinesAdded}, chuyển ${change.deadlinesMoved}, rút ${change.deadlinesWithdrawn}. ` +
    `Thư chưa gửi: thêm ${change.lettersAdded}, bỏ ${change.lettersDropped}.`
  );
}
