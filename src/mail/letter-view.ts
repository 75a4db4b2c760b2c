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
  /** Worst first; in a report to a superior, unit by unit, the unit with the worst first. Empty only in a digest. */
  items: ItemView[];
  /** What a digest sums up, part by part; empty in other letters. */
  sections: SectionView[];
  /** A digest in one line: `03 nhiệm vụ sắp đến hạn, 01 nhiệm vụ quá hạn`. */
  summary: string | null;
  /** What a digest covers: `tuần từ 17/06/2019 đến 23/06/2019`. */
  period: string | null;
  /** `items.length` as documents write it: `03`. */
  count: string;
  /** The day the letter leaves: `thứ Hai, 14/10/2019`. */
  today: string;
  /** The follow-up unit to ask: its name and mailbox. */
  contact: { name: string; mailbox: string | null };
  /** The draft urging letter that goes with it: the file's name, and how many of the items it covers: `02`. */
  draft: { file: string; count: string } | null;
}

/** A part of a digest: deadlines one by one, or plain lines. */
export interface SectionView {
  heading: string;
  /** What its deadlines are, in the letter's subject: `quá hạn`. */
  summary: string;
  /** How many deadlines there are, as documents write it: `03`; null for plain lines. */
  count: string | null;
  items: DigestItem[];
  lines: string[];
  /** Where the reader sees more of it, in a letter to admins. */
  link: string | null;
}

/** A deadline in a digest, or several that differ only in who leads. */
export interface DigestItem {
  title: string;
  /** `Sở Tư pháp; Sở Y tế`. */
  lead: string;
  /** `thứ Hai, 14/10/2019`; empty in a letter to admins. */
  due: string;
  /** `quá hạn 02 ngày làm việc`, `văn bản 12/BC-STP ngày 11/10/2019, trước hạn`. */
  words: string;
  /** What the unit said, in a sentence. */
  said: string | null;
  /** Where the reader decides, when something waits for that. */
  link: string | null;
}

/** One deadline in a letter. */
export interface ItemView {
  /** `Sắp đến hạn`, `Đến hạn hôm nay`, `Ngày làm việc cuối trước hạn`, `Quá hạn 02 ngày làm việc`. */
  state: string;
  title: string;
  /** The unit that leads: `Sở Tư pháp`. */
  lead: string;
  /** `còn 03 ngày làm việc`, `hôm nay là ngày làm việc cuối cùng`, `quá hạn 02 ngày làm việc`, `tạm dừng đôn đốc đến hết ngày 31/10/2019`. */
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
  /** Where the unit stands with the target by its last figures: `07/13 xã, 54%: còn thiếu 04 xã`. */
  progress: string | null;
  /** The target is measured over the whole year: there is a result to report, not a piece of work to hand in. */
  measured: boolean;
  hint: string | null;
  /** What the reader should know of earlier rungs: that one reached nobody, and why. */
  notes: string[];
  /** The day the letter should have left, when it leaves late: `07/06/2019`. */
  lateSince: string | null;
  /** It leaves late because reminders of the deadline were paused. */
  heldBack: boolean;
  /** The deadline was withdrawn by a decision: nothing is expected of the reader any more. */
  ended: boolean;
  /** What was answered or decided, when the letter is about that: `Cơ quan đề nghị gia hạn từ 14/10/2019 đến …: …`. */
  said: string | null;
  /** The page where this reader answers or decides, without an account. */
  link: string | null;
  /** What the system does next if nothing is heard, politely; null for a requested body. */
  next: string | null;
  /** Standing duties of the unit to cover in this report: title and clause; empty when not asked. */
  standing: { title: string; clause: string }[];
}
