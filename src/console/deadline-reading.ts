import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { isWeekend, type IsoDate } from '../calendar/dates.ts';
import { longDate, weekdayName, workingDays } from '../calendar/wording.ts';
import { dateNotes } from '../mail/date-notes.ts';
import { ladderWords } from '../plan/ladder-words.ts';
import { factsTable } from '../web/facts-table.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';

/** How the plan's words were read, and why the dates are what they are. */
export function deadlineReading(sight: DeadlineSight): Html | string {
  const { duty } = sight;
  if (duty === undefined) return '';
  return html`<section aria-labelledby="cach-hieu">
    <h2 id="cach-hieu">Cách hiểu thời hạn</h2>
    ${factsTable('Cách hiểu thời hạn và cách tính ngày', rows(sight, duty))}
    ${notes(sight, duty).map((note) => html`<p class="note">${note}</p>`)}
  </section>`;
}

type Duty = NonNullable<DeadlineSight['duty']>;

function rows(
  { facts, calendar, today }: DeadlineSight,
  { obligation }: Duty,
): [string, Html | string | undefined][] {
  const { phrase, due, source, explanation, ladder } = obligation;
  const { nominal, aim, original_nominal: original, status } = facts;
  const left = calendar.workingDaysBetween(today, aim);
  return [
    ['Kế hoạch viết', phrase === undefined ? 'không nêu thời hạn' : html`<q lang="vi">${phrase}</q>`],
    [
      'Đề xuất',
      due === undefined
        ? undefined
        : html`<q lang="vi">${due}</q>${source === undefined ? '' : html` (${kept(source)})`}`,
    ],
    ['Hệ thống hiểu', kept(explanation.replace(/^hiểu là: /, ''))],
    ['Hạn ban đầu', original === null ? undefined : longDate(original)],
    [original === null ? 'Hạn' : 'Hạn sau gia hạn', longDate(nominal)],
    [
      'Ngày nhắm tới',
      aim === nominal
        ? html`${longDate(aim)}, trùng ngày hạn`
        : html`${longDate(aim)}; ${earlier(nominal, calendar)}`,
    ],
    ['Cách đếm', status === 'open' && left !== 0 ? counted(today, aim, left) : undefined],
    ['Thang nhắc', html`${kept(ladder.name)}: ${ladderWords(ladder)}`],
  ];
}

/** Why the day to aim at comes before the last day on time. */
function earlier(nominal: IsoDate, calendar: DeadlineSight['calendar']): string {
  const day = calendar.dayOff(nominal);
  const why = day?.name ?? (isWeekend(nominal) ? weekdayName(nominal) : 'ngày nghỉ');
  return `ngày hạn là ${why}, không làm việc, nên lấy ngày làm việc cuối cùng trước đó`;
}

function counted(today: IsoDate, aim: IsoDate, left: number): string {
  const days = workingDays(Math.abs(left));
  return left > 0
    ? `${days} tính từ sau hôm nay (${longDate(today)}) đến hết ${longDate(aim)}, trừ ngày nghỉ`
    : `${days} tính từ sau ${longDate(aim)} đến hết hôm nay (${longDate(today)}), trừ ngày nghỉ`;
}

function notes({ facts, calendar }: DeadlineSight, { obligation }: Duty): string[] {
  const { confirm, hint } = obligation;
  return [
    ...dateNotes({ aim: facts.aim, originalNominal: null }, obligation, calendar),
    ...(confirm === undefined ? [] : [`Còn phải xác nhận: ${confirm}`]),
    ...(hint === undefined ? [] : [`Lưu ý: ${hint}`]),
  ];
}
