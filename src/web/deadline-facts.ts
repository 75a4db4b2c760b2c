import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { longDate, moment, shortDate } from '../calendar/wording.ts';
import { nextStep } from '../mail/next-step.ts';
import { periodWords } from '../mail/period-words.ts';
import { planName } from '../mail/plan-name.ts';
import { targetWords } from '../mail/target-words.ts';
import { climb, type Step } from '../plan/climb.ts';
import { distanceWords } from '../plan/distance-words.ts';
import { standingOf } from '../plan/target.ts';
import type { Unit } from '../schedule/schedule.ts';
import { deadlineState } from './deadline-state.ts';
import { factsTable } from './facts-table.ts';
import { kept } from './kept.ts';
import type { Html } from './page.ts';

/** Where a deadline stands and what it is. */
export function deadlineHead(sight: DeadlineSight): Html {
  const { duty, facts, today } = sight;
  const soon = stepsOf(sight).some(({ rung, planned }) => rung.offset <= 0 && planned <= today);
  const { look, shape, words } = deadlineState(sight, soon);
  return html`<p class="standing ${look}"><span aria-hidden="true">${shape}</span> ${words}</p>
    <h1>${duty === undefined ? `Nhiệm vụ ${facts.obligation}` : kept(duty.obligation.title)}</h1>`;
}

/** What the plan says of it, and its day. */
export function deadlineTable(sight: DeadlineSight): Html {
  return factsTable('Nhiệm vụ và thời hạn', rows(sight));
}

/** What has been said of it and to whom, oldest first. */
export function deadlineHistoryList({ history }: DeadlineSight): Html {
  if (history.length === 0) return html`<p class="note">Chưa có thư hay trả lời nào.</p>`;
  return html`<ol class="history">
    ${history.map(
      ({ at, sentence, by, mailbox }) =>
        html`<li>
          <span class="when">${moment(at)}</span>
          ${kept(sentence)}
          ${by === null ? '' : html`<span class="who">${kept(by)}${mailbox === null ? '' : `, qua hộp thư ${mailbox}`}</span>`}
        </li>`,
    )}
  </ol>`;
}

/** What the system does next if nothing is heard, or undefined when it does nothing more. */
export function nextStepWords(sight: DeadlineSight): string | undefined {
  const { duty, facts, today, closing, pause } = sight;
  if (duty === undefined || closing !== undefined || facts.status !== 'open' || facts.met) return undefined;
  if (pause !== undefined) return undefined;
  return nextStep(duty, stepsOf(sight), today) ?? undefined;
}

/** A unit and its mailbox to write to. */
export function contactWords(unit: Unit | undefined): Html {
  if (unit === undefined) return html`cơ quan theo dõi, đôn đốc ghi ở cuối thư`;
  return unit.office === undefined
    ? kept(unit.name)
    : html`${kept(unit.name)} (<a href="mailto:${unit.office}">${unit.office}</a>)`;
}

function stepsOf({ duty, folder, calendar, facts }: DeadlineSight): Step[] {
  return duty === undefined ? [] : climb(duty, folder, calendar, facts.extensions);
}

function rows(sight: DeadlineSight): [string, string | Html | undefined][] {
  const { facts, duty, folder, unit, decider } = sight;
  const { plan, obligation, deadline } = duty ?? {};
  const name = (id: string | undefined) => folder.units.get(id ?? '')?.name ?? id;
  const words = obligation?.phrase ?? obligation?.due;
  const via = obligation?.via === undefined ? '' : `, qua ${name(obligation.via)}`;
  return [
    ['Cơ quan chủ trì', kept(unit?.name ?? facts.unit)],
    ['Thời hạn', dueWords(sight)],
    ['Trong văn bản', words === undefined ? undefined : kept(`“${words}”`)],
    ['Căn cứ', plan && obligation && kept(`${obligation.clause}; ${planName(plan)}`)],
    ['Kỳ', obligation?.rule.kind === 'once' ? undefined : (periodWords(deadline?.period ?? '') ?? undefined)],
    ['Từ sự kiện', asKept(deadline?.about)],
    ['Sản phẩm', asKept(obligation?.deliverable)],
    ['Nơi nhận', asKept(obligation?.recipient && `${name(obligation.recipient)}${via}`)],
    ['Chỉ tiêu', asKept(targetWords(obligation?.target))],
    ['Tiến độ', asKept(progressWords(sight))],
    ['Theo dõi, đôn đốc', decider && contactWords(decider)],
  ];
}

function asKept(words: string | null | undefined): Html | undefined {
  return words ? kept(words) : undefined;
}

function dueWords(sight: DeadlineSight): Html {
  const { facts, closing, calendar, today } = sight;
  const { nominal, aim, original_nominal: original, status } = facts;
  const distance =
    status === 'open' && closing === undefined ? distanceWords(facts, calendar, today) : undefined;
  return html`<strong>${longDate(nominal)}</strong>${distance === undefined ? '' : `, ${distance}`}
    ${
      aim === nominal || status !== 'open'
        ? ''
        : html`<br />Ngày làm việc cuối cùng trước hạn: ${longDate(aim)}`
    }
    ${original === null ? '' : html`<br />Đã gia hạn; hạn ban đầu ${shortDate(original)}`}`;
}

function progressWords({ duty, facts }: DeadlineSight): string | undefined {
  const target = duty?.obligation.target;
  return standingOf(target, facts.unit, facts.progress)?.words;
}
