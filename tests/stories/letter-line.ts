import { localDate, localTime } from '../../src/calendar/dates.ts';
import { readEml, type ParsedLetter } from '../../src/mail/read-eml.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { SinkLetter } from '../support/smtp-sink.ts';

/** A letter as it arrived, and the line that stories call it by. */
export interface ArrivedLetter extends ParsedLetter {
  line: string;
}

const USUAL_TIME = '07:30';

/**
 * `2019-10-09 upcoming vanthu@sotuphap A04:T-3`: the day, the hour when it is not 07:30, the kind, the mailbox up to its first
 * dot, and each notice as duty and rung. The unit stands in it when several lead, the period when the duty recurs.
 */
export async function arrived({ raw, to }: SinkLetter, schedule: Schedule): Promise<ArrivedLetter> {
  const letter = await readEml(raw);
  const date = letter.date ?? new Date(Number.NaN);
  const notices = (letter.headers.get('x-dondoc-notices') ?? '').split(', ').filter(Boolean);
  const parts = [
    localDate(date),
    ...(localTime(date) === USUAL_TIME ? [] : [localTime(date)]),
    letter.headers.get('x-dondoc-kind') ?? '',
    ...to.map((address) => address.replace(/\..*/, '')),
    ...notices.map((notice) => noticeName(notice, schedule)),
  ];
  return { ...letter, line: parts.join(' ') };
}

function noticeName(notice: string, { folders }: Schedule): string {
  const [, plan, id, unit, period, rung] = /^(.+?)\/(.+?)\/(.+?)\/(.+?)#(.+)@/.exec(notice) ?? [];
  const obligation = folders
    .flatMap(({ plans }) => plans)
    .find((one) => one.id === plan)
    ?.obligations.find((one) => one.id === id);
  const who = obligation !== undefined && obligation.leads.length > 1 ? `/${unit}` : '';
  const when = obligation !== undefined && obligation.rule.kind !== 'once' ? `[${period}]` : '';
  return `${id}${who}${when}:${rung}`;
}
