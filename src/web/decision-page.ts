import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { OpenedDeadline } from '../answer/opened.ts';
import { contactWords, deadlineHead, deadlineHistoryList, deadlineTable } from './deadline-facts.ts';
import { box, deadlineNotes } from './deadline-notes.ts';
import { awaited, decisionForms } from './decision-forms.ts';
import type { Returned } from './form-fields.ts';
import { linkForms } from './link-form.ts';
import { page, type Html } from './page.ts';

/** The page on which the unit above decides what the leading unit has said; `returned` is the form that could not be taken. */
export function decisionPage(opened: OpenedDeadline<'decide'>, returned?: Returned): Html {
  const { sight, mark, mayAct } = opened;
  const forms = decisionForms(sight);
  return page(
    sight.duty === undefined ? 'Quyết định về nhiệm vụ' : `Quyết định: ${sight.duty.obligation.title}`,
    html`${deadlineHead(sight)} ${deadlineNotes(sight, lastDecision(sight), returned)} ${deadlineTable(sight)}
      <section aria-labelledby="quyet-dinh">
        <h2 id="quyet-dinh">Quyết định</h2>
        ${
          !mayAct
            ? otherDecider(sight)
            : forms.length === 0
              ? box(html`Hiện không có nội dung nào chờ quyết định.`)
              : html`${awaited(sight)}
                ${linkForms(forms, { seen: sight.facts.answers, form: mark }, returned)}`
        }
      </section>
      <section aria-labelledby="qua-trinh">
        <h2 id="qua-trinh">Quá trình thực hiện</h2>
        ${deadlineHistoryList(sight)}
      </section>`,
  );
}

const DECISIONS = [
  'deadline-accepted',
  'deadline-returned',
  'deadline-extended',
  'extension-refused',
  'deadline-kept',
  'deadline-paused',
  'deadline-resumed',
  'deadline-taken-off',
  'deadline-reinstated',
  'deadline-extension-undone',
  'deadline-acceptance-undone',
];

/** The last that was said, if it was a decision: what the unit says stands by the forms. */
function lastDecision({ history }: DeadlineSight): DeadlineSight['history'][number] | undefined {
  const last = history.findLast(({ by }) => by !== null);
  return last !== undefined && DECISIONS.includes(last.what) ? last : undefined;
}

function otherDecider({ decider }: DeadlineSight): Html {
  return box(
    html`Cơ quan nhận thư không còn quyết định về nhiệm vụ này. Hiện nay việc quyết định do
    ${contactWords(decider)} thực hiện.`,
  );
}
