import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { ClaimedNotice } from '../record/claim-letter.ts';
import type { Plan, ScheduleFolder } from '../schedule/schedule.ts';
import { claimedDuty } from './claimed-duty.ts';
import { periodWords } from './period-words.ts';
import { signerLines } from './signer-lines.ts';
import { unitByUnit } from './unit-by-unit.ts';

/** What a draft urging letter says: plain facts. */
export interface DraftLetterView {
  /** The day it is drafted. */
  day: IsoDate;
  sender: {
    /** `Sở Nội vụ` */
    name: string;
    /** Over its name in the letterhead: `Ủy ban nhân dân tỉnh Kon Tum`. */
    parent: string | null;
    /** In the letter's number: `SNV`. */
    symbol: string | null;
    /** Over the signature, one line each: `Giám đốc`. */
    signer: string[];
  };
  /** Before the date: `Kon Tum`. */
  place: string | null;
  /** To whom the sender reports, when that is not itself: `Ủy ban nhân dân tỉnh`. */
  authority: string | null;
  plans: DraftPlan[];
  /** The last day to report back on. */
  reportBy: IsoDate;
  /** Unit by unit, the unit with the worst first. Never empty. */
  items: DraftItem[];
}

export interface DraftPlan {
  /** `Kế hoạch số …/KH-UBND`; null for a plan without a number. */
  number: string | null;
  /** `Kế hoạch số …/KH-UBND tháng 6 năm 2019 của Ủy ban nhân dân tỉnh về cải thiện …`. */
  name: string;
}

export interface DraftItem {
  unit: string;
  /** With its period or the event it follows: `Báo cáo công tác cải cách hành chính (quý III năm 2019)`. */
  title: string;
  /** The clause, and the plan when the letter is about several. */
  ground: string;
  due: IsoDate;
  /** The plan's own day, when an extension has moved it. */
  extendedFrom: IsoDate | null;
  /** Working days since the date. */
  daysLate: number;
}

/** One less than the default ladder waits before it tells the authority: the units report back before that. */
const DAYS_TO_REPORT = 4;

/**
 * The letter by which the follow-up unit would urge the duties of `notices`, all of one folder and told to one unit, on
 * `today`. @throws UnknownInSchedule @throws RangeError when there are no notices.
 */
export function viewDraftLetter(
  notices: ClaimedNotice[],
  folder: ScheduleFolder,
  calendar: Calendar,
  today: IsoDate,
): DraftLetterView {
  const [first] = notices;
  const sender = folder.units.get(first?.unit ?? '');
  if (first === undefined || sender === undefined) throw new RangeError('A draft is about something');
  const { plan } = claimedDuty(first, folder);
  const plans = [...new Set(notices.map((notice) => claimedDuty(notice, folder).plan))];
  const parent = folder.units.get(sender.parent ?? '')?.name ?? null;
  return {
    day: today,
    sender: {
      name: sender.name,
      parent: parent && withPlace(parent, plan.place),
      symbol: sender.symbol ?? null,
      signer: signerLines(sender, today),
    },
    place: plan.place ?? null,
    authority: plan.authority === sender.id ? null : (folder.units.get(plan.authority)?.name ?? null),
    plans: plans.map((one) => viewPlan(one, folder)),
    reportBy: calendar.addWorkingDays(today, DAYS_TO_REPORT),
    items: unitByUnit(notices).map((notice) => viewItem(notice, folder, calendar, today, plans.length > 1)),
  };
}

function viewItem(
  notice: ClaimedNotice,
  folder: ScheduleFolder,
  calendar: Calendar,
  today: IsoDate,
  namesPlan: boolean,
): DraftItem {
  const { deadline, plan, obligation, unit } = claimedDuty(notice, folder);
  const period = obligation.rule.kind === 'once' ? null : periodWords(deadline.period);
  const detail = deadline.about ?? period;
  return {
    unit: unit.name,
    title: detail === null ? obligation.title : `${obligation.title} (${detail})`,
    ground: namesPlan ? `${obligation.clause}, ${numberOf(plan) ?? plan.title}` : obligation.clause,
    due: deadline.nominal,
    extendedFrom: notice.deadline.originalNominal,
    daysLate: calendar.workingDaysBetween(deadline.aim, today),
  };
}

function viewPlan(plan: Plan, folder: ScheduleFolder): DraftPlan {
  const number = numberOf(plan);
  const issuer = folder.units.get(plan.issuer)?.name;
  const origin = [plan.issued, issuer && `của ${issuer}`].filter((part) => part !== undefined).join(' ');
  if (number === null) return { number, name: `${plan.title} ${origin}`.trim() };
  const [, topic] = /^Kế hoạch (.+)$/.exec(plan.title) ?? [];
  return { number, name: `${number} ${origin} ${topic === undefined ? `(${plan.title})` : `về ${topic}`}` };
}

function numberOf({ number }: Plan): string | null {
  return number === undefined ? null : `Kế hoạch số ${number}`;
}

/** A letterhead names the province in full; the place a provincial agency writes is the province's name (Nghị định 30/2020/NĐ-CP, phụ lục I). */
function withPlace(authority: string, place: string | undefined): string {
  return place !== undefined && /(tỉnh|thành phố)$/.test(authority) ? `${authority} ${place}` : authority;
}
