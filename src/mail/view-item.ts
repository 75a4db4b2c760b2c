import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { climb } from '../plan/climb.ts';
import { distanceWords } from '../plan/distance-words.ts';
import { pauseWords } from '../plan/pause.ts';
import { standingOf } from '../plan/target.ts';
import type { ClaimedNotice } from '../record/claim-letter.ts';
import type { Obligation, Plan, ScheduleFolder } from '../schedule/schedule.ts';
import { claimedDuty } from './claimed-duty.ts';
import { itemNotes } from './item-notes.ts';
import type { ItemView } from './letter-view.ts';
import { nextStep } from './next-step.ts';
import { periodWords } from './period-words.ts';
import { planName } from './plan-name.ts';
import { isMeasured, targetWords } from './target-words.ts';

/** One deadline as its letter tells it on `today`. @throws UnknownInSchedule */
export function viewItem(
  notice: ClaimedNotice,
  folder: ScheduleFolder,
  calendar: Calendar,
  today: IsoDate,
  link: string | null,
): ItemView {
  const { deadline } = notice;
  const duty = claimedDuty(notice, folder);
  const { plan, obligation } = duty;
  const steps = climb(duty, folder, calendar, deadline.extensions);
  const name = (id: string | undefined) => folder.units.get(id ?? '')?.name ?? id ?? null;
  return {
    ...standing(deadline, calendar, today),
    title: obligation.title,
    lead: name(deadline.unit) ?? '',
    dueShort: shortDate(deadline.nominal),
    dueLong: longDate(deadline.nominal),
    aimLong: deadline.aim === deadline.nominal ? null : longDate(deadline.aim),
    plan: planName(plan),
    planTitle: plan.title,
    clause: obligation.clause,
    phrase: obligation.phrase ?? null,
    due: obligation.due ?? null,
    dueSource: obligation.source ?? null,
    period: obligation.rule.kind === 'once' ? null : periodWords(deadline.period),
    about: deadline.about,
    deliverable: obligation.deliverable ?? null,
    recipient: name(obligation.recipient),
    via: obligation.via === undefined ? null : `qua ${name(obligation.via)}`,
    helpers: helpersOf(obligation, deadline.unit, folder),
    target: targetWords(obligation.target),
    progress: standingOf(obligation.target, deadline.unit, deadline.progress)?.words ?? null,
    measured: isMeasured(obligation),
    hint: obligation.hint ?? null,
    notes: itemNotes(notice, duty, steps, calendar),
    lateSince: notice.planned < today ? shortDate(notice.planned) : null,
    heldBack: notice.heldBack === true,
    ended: deadline.halted?.as === 'withdrawn',
    said: notice.said,
    link,
    next: deadline.halted === undefined ? nextStep(duty, steps, today) : null,
    standing:
      obligation.listsStanding && deadline.halted === undefined ? standingDuties(plan, deadline.unit) : [],
  };
}

/** Where the deadline stands on `today`: its state and its distance in working days, or that nobody is reminded of it. */
function standing(
  { aim, nominal, halted }: ClaimedNotice['deadline'],
  calendar: WorkingCalendar,
  today: IsoDate,
): Pick<ItemView, 'state' | 'distance'> {
  if (halted?.as === 'withdrawn')
    return { state: 'Đã rút khỏi diện đôn đốc', distance: 'đã rút khỏi diện đôn đốc' };
  if (halted !== undefined) return { state: 'Tạm dừng đôn đốc', distance: pauseWords(halted) };
  const left = calendar.workingDaysBetween(today, aim);
  const distance = distanceWords({ aim, nominal }, calendar, today);
  if (left > 0) return { state: 'Sắp đến hạn', distance };
  if (left < 0) return { state: `Quá hạn ${workingDays(-left)}`, distance };
  return { state: aim === nominal ? 'Đến hạn hôm nay' : 'Ngày làm việc cuối trước hạn', distance };
}

function helpersOf(obligation: Obligation, lead: string, folder: ScheduleFolder): string | null {
  const names = (obligation.with ?? [])
    .filter((id) => id !== lead)
    .map((id) => folder.units.get(id)?.name ?? folder.groups.get(id)?.name ?? id);
  const all = obligation.others === undefined ? names : [...names, obligation.others];
  return all.length === 0 ? null : all.join('; ');
}

/** The standing duties of a unit in a plan: they have no date, and are told of in the unit's periodic report. */
function standingDuties(plan: Plan, unit: string): ItemView['standing'] {
  return plan.obligations
    .filter(({ rule, leads }) => rule.kind === 'standing' && leads.includes(unit))
    .map(({ title, clause }) => ({ title, clause }));
}
