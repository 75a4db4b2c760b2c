import type { LetterKind } from '../plan/model.ts';

/**
 * What a letter's templates may say: plain data, every date and count already in official Vietnamese,
 * every optional field `null` when there is nothing to say (an unknown name is an error, a null is not).
 */
export interface LetterView {
  kind: LetterKind;
  /** Whom it addresses: `Sở Tư pháp`, or for a head `Giám đốc Sở Tư pháp`. */
  greeting: string;
  /** Whom it is for: the leading unit itself, the unit that follows it up, or the authority at the top of the chain. */
  role: 'unit' | 'followUp' | 'authority';
  /** The body is only requested, not instructed: softer words, and nothing about what follows. */
  requested: boolean;
  /** Worst first; in a report to a superior, unit by unit, the unit with the worst first. Never empty. */
  items: ItemView[];
  /** `items.length` as documents write it: `03`. */
  count: string;
  /** The day the letter leaves: `thứ Hai, 14/10/2019`. */
  today: string;
  /** The follow-up unit to ask: its name and mailbox. */
  contact: { name: string; mailbox: string | null };
}

/** One deadline in a letter. */
export interface ItemView {
  /** `Sắp đến hạn`, `Đến hạn hôm nay`, `Ngày làm việc cuối trước hạn`, `Quá hạn 02 ngày làm việc`. */
  state: string;
  title: string;
  /** The unit that leads: `Sở Tư pháp`. */
  lead: string;
  /** `còn 03 ngày làm việc`, `hôm nay là ngày làm việc cuối cùng`, `quá hạn 02 ngày làm việc`. */
  distance: string;
  /** The last day still on time: `14/10/2019`, and with its weekday. */
  dueShort: string;
  dueLong: string;
  /** The working day to aim at, when the due day itself is not worked: `thứ Sáu, 28/06/2019`. */
  aimLong: string | null;
  /** `Kế hoạch số …/KH-UBND, tháng 6 năm 2019`. */
  plan: string;
  planTitle: string;
  clause: string;
  /** The plan's own words for the time: `trước ngày 15/10/2019`. */
  phrase: string | null;
  /** The day's own words and their source when the plan names no day: `ngày 20 của tháng cuối kỳ …`. */
  due: string | null;
  dueSource: string | null;
  /** The reporting period, when the duty recurs: `quý III năm 2019`, `6 tháng đầu năm 2019`. */
  period: string | null;
  /** The event it follows: `703/QĐ-UBND ngày 14/06/2019`. */
  about: string | null;
  deliverable: string | null;
  recipient: string | null;
  /** `qua Sở Nội vụ`. */
  via: string | null;
  /** Helpers: `Sở Thông tin và Truyền thông; cơ quan, đơn vị liên quan`. */
  helpers: string | null;
  /** `tối thiểu 80% số đơn vị cấp xã …`. */
  target: string | null;
  /** The target is measured over the whole year: there is a result to report, not a piece of work to hand in. */
  measured: boolean;
  hint: string | null;
  /** What the reader should know of earlier rungs: that one reached nobody, and why. */
  notes: string[];
  /** The day the letter should have left, when it leaves late: `07/06/2019`. */
  lateSince: string | null;
  /** What the system does next if nothing is heard, politely; null for a requested body. */
  next: string | null;
  /** Standing duties of the unit to cover in this report: title and clause; empty when not asked. */
  standing: { title: string; clause: string }[];
}
