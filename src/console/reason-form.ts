import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { formToken } from './console-page.ts';

/** A deed that wants a reason. */
export interface ReasonForm {
  /** Where it is sent to; also what its fields are told apart by. */
  action: string;
  title: string;
  /** What will happen, in full sentences. */
  explanation: Html | string;
  button: string;
}

/** What was typed into a form that could not be accepted. */
export interface Returned {
  action: string;
  reason: string;
  problem: string;
}

const LONGEST_REASON = 300;

/** The form of a deed, opened when it has come back with a problem. */
export function reasonForm(c: ConsoleContext, form: ReasonForm, returned?: Returned): Html {
  const { action, title, explanation, button } = form;
  const own = returned?.action === action ? returned : undefined;
  const id = `ly-do-${action.split('/').slice(-2).join('-')}`;
  return html`<details class="answer" ${own === undefined ? '' : html`open`}>
    <summary>${title}</summary>
    <form method="post" action="${action}">
      ${formToken(c)}
      <p class="note">${explanation}</p>
      <div class="field">
        <label for="${id}">Lý do</label>
        ${own === undefined ? '' : html`<p class="problem" role="alert">${own.problem}</p>`}
        <input id="${id}" name="reason" required maxlength="${LONGEST_REASON}" value="${own?.reason ?? ''}" />
      </div>
      <button>${button}</button>
    </form>
  </details>`;
}

/** The reason that a form brought, or what is wrong with it. */
export async function readReason(
  c: ConsoleContext,
): Promise<{ reason: string; problem?: never } | { reason: string; problem: string }> {
  const { reason: typed } = await c.req.parseBody();
  const reason = typeof typed === 'string' ? typed.trim() : '';
  if (reason === '') return { reason, problem: 'Đề nghị ghi lý do.' };
  if (reason.length > LONGEST_REASON) return { reason, problem: `Lý do dài quá ${LONGEST_REASON} ký tự.` };
  return { reason };
}
