import { z } from 'zod';
import { AnswerRefused } from '../answer/answer.ts';
import { findEventKind } from '../answer/event-kind.ts';
import { feedGeneration, revokeFeed } from '../answer/feed-generation.ts';
import { findDeadline } from '../answer/find-deadline.ts';
import { createLinks } from '../answer/links.ts';
import { localDate } from '../calendar/dates.ts';
import type { Clock } from '../clock/clock.ts';
import { deciderOf } from '../plan/decider.ts';
import { linkKeys } from '../record/link-keys.ts';
import type { RecordDb } from '../record/open-record.ts';
import { headOn } from '../schedule/heads.ts';
import { nearest } from '../schedule/nearest.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { Instructions } from './instructions.ts';

const words = z.string().trim().min(1).max(300);

export const deadlineRequest = z.strictObject({
  ask: z.literal('link-deadline'),
  deadline: words,
  decide: z.boolean(),
  by: words,
});
export const eventRequest = z.strictObject({ ask: z.literal('link-event'), kind: words, by: words });
export const calendarRequest = z.strictObject({
  ask: z.literal('link-calendar'),
  unit: words,
  revoke: z.boolean(),
  by: words,
});

export interface LinkDesk {
  clock: Clock;
  db: RecordDb;
  /** The schedules in force. */
  instructions: () => Instructions;
  /** The address at which others reach the pages. */
  publicUrl: string;
}

/** An address in words and as data. */
interface Address {
  lines: string[];
  data: unknown;
}

/** The address at which a deadline's unit answers, or with `decide` the unit above it decides. @throws AnswerRefused */
export async function deadlineAddress(
  { deadline, decide, by }: z.infer<typeof deadlineRequest>,
  desk: LinkDesk,
): Promise<Address> {
  const id = await findDeadline(desk.db, deadline);
  const row = await desk.db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  const folder = desk.instructions().schedule.folders.find((one) => one.id === row.folder);
  const plan = folder?.plans.find((one) => one.id === row.plan);
  const obligation = plan?.obligations.find((one) => one.id === row.obligation);
  if (folder === undefined || plan === undefined || obligation === undefined)
    throw new AnswerRefused('Nhiệm vụ này không còn trong kế hoạch.');
  const unit = unitOf(folder, decide ? deciderOf(plan, obligation, row.unit) : row.unit);
  const today = localDate(desk.clock.now());
  const mailbox = (unit.office ?? headOn(unit, today)?.mailbox ?? '').toLowerCase();
  if (mailbox === '') throw new AnswerRefused(`${unit.name} chưa có hộp thư trong units.yaml.`);
  const links = await linksOf(desk, by);
  const of = { deadline: id, unit: unit.id, mailbox };
  return address(
    `${decide ? 'Quyết định' : 'Trả lời'} về ${id}, dành cho ${unit.name}:`,
    decide ? links.decide(of, today) : links.answer({ ...of, nominal: row.nominal }, today),
  );
}

/** The address at which a kind's owner registers events, one for each folder that knows the kind. @throws AnswerRefused */
export async function eventAddress(
  { kind, by }: z.infer<typeof eventRequest>,
  desk: LinkDesk,
): Promise<Address> {
  const { schedule } = desk.instructions();
  const found = schedule.folders.flatMap((folder) => {
    const known = findEventKind(schedule, folder.id, kind);
    return known?.owner === undefined ? [] : [{ folder: folder.id, name: known.name, owner: known.owner }];
  });
  if (found.length === 0) throw new AnswerRefused(`Không nhiệm vụ nào chờ loại sự kiện “${kind}”.`);
  const links = await linksOf(desk, by);
  const today = localDate(desk.clock.now());
  const made = found.map(({ folder, name, owner }) =>
    address(
      `Ghi nhận sự kiện “${name}” (${folder}), dành cho ${owner.name}:`,
      links.event({ folder, kind, unit: owner.id }, today),
    ),
  );
  return { lines: made.flatMap(({ lines }) => lines), data: made.map(({ data }) => data) };
}

/** The address of a unit's calendar; with `revoke` a new one, and those before it end. @throws AnswerRefused */
export async function calendarAddress(
  { unit: named, revoke, by }: z.infer<typeof calendarRequest>,
  desk: LinkDesk,
): Promise<Address> {
  const { db, clock } = desk;
  const { folder, unit } = findUnit(desk, named);
  const generation = revoke
    ? await revokeFeed(db, clock.now(), by, folder, unit.id)
    : await feedGeneration(db, folder, unit.id);
  const links = await linksOf(desk, by);
  return address(
    `${revoke ? 'Địa chỉ cũ đã thu hồi. Địa chỉ lịch mới' : 'Địa chỉ lịch'} của ${unit.name}:`,
    links.calendar({ folder, unit: unit.id, generation }),
  );
}

async function linksOf({ db, clock, publicUrl }: LinkDesk, by: string) {
  const [key] = await linkKeys(db, clock.now(), by);
  return createLinks(publicUrl, key);
}

function address(words: string, url: string): { lines: string[]; data: { url: string } } {
  return { lines: [words, url], data: { url } };
}

/** A unit by its id, or `folder/id` when several folders have it. */
function findUnit({ instructions }: LinkDesk, words: string): { folder: string; unit: Unit } {
  const [first = '', second] = words.split('/');
  const { folders } = instructions().schedule;
  const among = second === undefined ? folders : folders.filter(({ id }) => id === first);
  const found = among.flatMap(({ id, units }) => {
    const unit = units.get(second ?? first);
    return unit === undefined ? [] : [{ folder: id, unit }];
  });
  const [only, ...others] = found;
  if (only === undefined) {
    const guess = nearest(
      second ?? first,
      among.flatMap(({ units }) => [...units.keys()]),
    );
    throw new AnswerRefused(
      `Không có cơ quan “${words}”${guess === undefined ? '.' : `; có phải ý bạn là “${guess}”?`}`,
    );
  }
  if (others.length > 0)
    throw new AnswerRefused(
      `“${words}” có trong nhiều thư mục, hãy chọn một: ${found.map(({ folder, unit }) => `${folder}/${unit.id}`).join(', ')}.`,
    );
  return only;
}

function unitOf(folder: ScheduleFolder, id: string): Unit {
  const unit = folder.units.get(id);
  if (unit === undefined) throw new AnswerRefused(`Không có cơ quan “${id}” trong ${folder.id}/units.yaml.`);
  return unit;
}
