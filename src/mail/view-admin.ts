import { localDate } from '../calendar/dates.ts';
import { longDate, moment, shortDate, twoDigits } from '../calendar/wording.ts';
import type { IllDetail } from '../record/ill-table.ts';
import type { RecordedIll } from '../record/ills.ts';
import type { DigestItem, LetterView, SectionView } from './letter-view.ts';

/**
 * What tells admins of ills that began and ills that are over, as it leaves at `now`; `publicUrl` is where the console is reached.
 * Undefined when there is nothing to tell.
 */
export function viewAdmin(
  { begun, over }: { begun: RecordedIll[]; over: RecordedIll[] },
  now: Date,
  publicUrl: string,
): LetterView | undefined {
  const sections = [...begun.map((ill) => begunSection(ill, publicUrl)), ...over.map(overSection)];
  if (sections.length === 0) return undefined;
  return {
    kind: 'admin',
    greeting: 'người quản trị hệ thống',
    role: 'followUp',
    requested: false,
    items: [],
    draft: null,
    sections,
    summary: summaryOf(begun, over),
    period: `ngày ${shortDate(localDate(now))}`,
    count: twoDigits(begun.length),
    today: longDate(localDate(now)),
    contact: { name: '', mailbox: null },
  };
}

/** One ill by its own sentence; several by their number. */
function summaryOf(begun: RecordedIll[], over: RecordedIll[]): string {
  const [first, ...others] = begun;
  if (first !== undefined && others.length === 0) return first.sentence.replace(/\.$/, '');
  if (first !== undefined) return `${twoDigits(begun.length)} điều cần xử lý`;
  return over.length === 1
    ? `Đã hết: ${over[0]?.sentence.replace(/\.$/, '') ?? ''}`
    : `${twoDigits(over.length)} điều đã báo nay đã hết`;
}

function begunSection(ill: RecordedIll, publicUrl: string): SectionView {
  const ended = ill.endedAt === null ? [] : [`Đã hết lúc ${moment(ill.endedAt)}.`];
  const words = ill.details.filter(({ words: why, page }) => why === '' && page === null);
  return {
    heading: ill.sentence,
    summary: '',
    count: null,
    items: ill.details.filter((detail) => !words.includes(detail)).map((detail) => itemOf(detail, publicUrl)),
    lines: [...words.map(({ title }) => title), ...ended, `Đề nghị: ${ill.deed}`],
    link: `${publicUrl}${ill.page}`,
  };
}

function overSection({ sentence, since, endedAt }: RecordedIll): SectionView {
  const until = endedAt === null ? '' : ` đến ${moment(endedAt)}`;
  return {
    heading: `Đã hết: ${sentence}`,
    summary: '',
    count: null,
    items: [],
    lines: [`Kéo dài từ ${moment(since)}${until}.`],
    link: null,
  };
}

function itemOf({ title, who, words, page }: IllDetail, publicUrl: string): DigestItem {
  return {
    title,
    lead: who ?? '',
    due: '',
    words,
    said: null,
    link: page === null ? null : `${publicUrl}${page}`,
  };
}
