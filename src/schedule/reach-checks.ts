import { entryProblem, type Entry } from './draft.ts';
import type { Duty } from './duty.ts';
import type { Problem } from './problem.ts';
import { readWhen } from './rung-when.ts';
import type { Addressee, LadderEntry, UnitEntry } from './shape.ts';

type RungEntry = LadderEntry['rungs'][number];

/** Dated duties none of whose leads has a mailbox. */
export function unreachableLeads(duties: readonly Duty[]): Problem[] {
  return reminded(duties).flatMap(({ entry, leads, complete }) => {
    if (!complete || leads.some(hasMailbox)) return [];
    const message = 'không cơ quan chủ trì nào có hộp thư (office hoặc head) trong units.yaml';
    return [entryProblem(entry, ['lead'], message)];
  });
}

/** Duties of requested bodies, which are not written to after the date, under a ladder that begins after it. */
export function lateLaddersForRequested(duties: readonly Duty[]): Problem[] {
  return reminded(duties).flatMap(({ entry, leads, ladder }) => {
    if (ladder === undefined || ladder.value.rungs.some((rung) => (offsetOf(rung) ?? 0) <= 0)) return [];
    const requested = leads.filter((lead) => lead.requested).map(({ id }) => id);
    if (requested.length === 0) return [];
    const message =
      `${list(requested)} chỉ được đề nghị, không nhắc sau hạn; ` +
      `thang “${ladder.value.id}” chỉ có bậc sau hạn nên không thư nào được gửi`;
    return [entryProblem(entry, ['lead'], message)];
  });
}

/** Rungs that reach nobody, for want of mailboxes, among the duties that use their ladder. */
export function silentRungs(duties: readonly Duty[]): Problem[] {
  const ladders = new Set(duties.flatMap(({ ladder }) => ladder ?? []));
  return [...ladders].flatMap((ladder) => {
    const users = reminded(duties).filter((duty) => duty.ladder === ladder);
    if (users.some(({ complete }) => !complete)) return [];
    const reachable = users.filter(({ leads }) => leads.some(hasMailbox));
    return ladder.value.rungs.flatMap((rung, index) => silence(ladder, rung, index, reachable));
  });
}

function silence(ladder: Entry<LadderEntry>, rung: RungEntry, index: number, duties: Duty[]): Problem[] {
  const pairs = duties.flatMap((duty) => duty.leads.map((lead) => ({ duty, lead })));
  const written = pairs.filter(({ lead }) => !lead.requested || (offsetOf(rung) ?? 0) <= 0);
  if (written.length === 0) return [];

  const place = ['rungs', index, 'to'];
  if (!written.some(({ duty, lead }) => rung.to.some((addressee) => reaches(addressee, lead, duty))))
    return [entryProblem(ladder, place, 'bậc này không gửi được cho ai: không nơi nhận nào có hộp thư')];

  const headless = [
    ...new Set(written.filter(({ lead }) => lead.head === undefined).map(({ lead }) => lead.id)),
  ];
  if (headless.length === 0 || rung.to.some((addressee) => addressee !== 'head')) return [];
  const message = `bậc này chỉ gửi thủ trưởng (head), nhưng chưa có hộp thư head của: ${list(headless)}`;
  return [entryProblem(ladder, place, message)];
}

function reminded(duties: readonly Duty[]): Duty[] {
  return duties.filter(({ rule }) => rule.kind !== 'standing');
}

function reaches(addressee: Addressee, lead: UnitEntry, duty: Duty): boolean {
  if (addressee === 'office' || addressee === 'head') return lead[addressee] !== undefined;
  return hasMailbox(duty[addressee]);
}

function hasMailbox(unit: UnitEntry | undefined): boolean {
  return unit !== undefined && (unit.office !== undefined || unit.head !== undefined);
}

function offsetOf({ when }: RungEntry): number | undefined {
  const reading = readWhen(when);
  return reading.ok ? reading.offset : undefined;
}

function list(ids: readonly string[]): string {
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} và ${ids.length - 3} cơ quan khác`;
}
