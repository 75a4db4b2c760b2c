import { html } from 'hono/html';
import type { FileProblem } from '../files/check-change.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { problemWords } from './files-look.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** One field of a form over a file's entry; its name is the entry's key. */
export interface EntryField {
  name: string;
  label: string;
  hint?: string;
  needed?: boolean;
  /** Shown, and not to be changed. */
  fixed?: boolean;
  /** Room for a number or a day. */
  short?: boolean;
  /** Room for several lines; line ends count as blanks, unless `lines` says how many are expected, each of its own. */
  long?: boolean;
  lines?: number;
  /** Names that the browser offers while typing. */
  offers?: readonly string[];
  /** Attributes for the programs, and what stands below the field. */
  told?: Html;
  below?: Html;
}

/** What can be chosen: a value and how it reads. */
export interface Choice {
  value: string;
  /** A name, which stays Vietnamese, unless the words are the form's own. */
  words: string;
  isOurs?: boolean;
  /** Said after it. */
  note?: string;
}

/** The form's values, and the problems of each field. */
export interface FieldContext {
  values: FormValues;
  problems: ReadonlyMap<string, readonly FileProblem[]>;
}

/** A line of text. */
export function lineField(context: FieldContext, field: EntryField): Html {
  const { name, offers = [], fixed, needed, told, below, long, lines, short } = field;
  if (long)
    return wrapped(
      context,
      field,
      html`<textarea
        id="f-${name}"
        name="${name}"
        lang="vi"
        rows="${lines ?? 2}"
        ${lines === undefined ? html`maxlength="600"` : ''}
        ${needed ? html`aria-required="true"` : ''}
        ${described(context, field)}
      >
${textOf(context.values, name)}</textarea>`,
    );
  return wrapped(
    context,
    field,
    html`<input
        id="f-${name}"
        name="${name}"
        value="${textOf(context.values, name)}"
        maxlength="600"
        autocomplete="off"
        ${short ? html`class="short"` : ''}
        ${fixed ? html`readonly` : ''}
        ${needed ? html`aria-required="true"` : ''}
        ${offers.length > 0 ? html`list="l-${name}"` : ''}
        ${described(context, field)}
        ${told ?? ''}
      />${offers.length === 0 ? '' : datalist(name, offers)}${below ?? ''}`,
  );
}

/** One of several, or none when `none` has words for that. */
export function choiceField(
  context: FieldContext,
  field: EntryField,
  choices: readonly Choice[],
  none: string | undefined,
): Html {
  const chosen = textOf(context.values, field.name);
  const known = choices.some(({ value }) => value === chosen) || chosen === '';
  const all: Choice[] = [...choices, ...(known ? [] : [{ value: chosen, words: chosen }])];
  return wrapped(
    context,
    field,
    html`<select id="f-${field.name}" name="${field.name}" ${described(context, field)}>
      ${none === undefined ? '' : option({ value: '', words: none, isOurs: true }, chosen)}
      ${all.map((choice) => option(choice, chosen))}
    </select>`,
  );
}

/** Any number of many, folded away behind the names of those that are chosen. */
export function manyField(
  context: FieldContext,
  field: EntryField,
  groups: readonly { name: string; choices: readonly Choice[] }[],
): Html {
  const { name, label, hint, needed } = field;
  const chosen = context.values.get(name) ?? [];
  const words = new Map(
    groups.flatMap(({ choices }) => choices.map((choice) => [choice.value, choice.words] as const)),
  );
  const unknown = chosen.filter((value) => value !== '' && !words.has(value));
  const shown = chosen.filter((value) => value !== '').map((value) => words.get(value) ?? value);
  const problems = context.problems.get(name) ?? [];
  return html`<fieldset class="field many ${problems.length > 0 ? 'wrong' : ''}">
    <legend>${label} ${needed ? '' : optional()}</legend>
    ${hint === undefined ? '' : html`<p class="hint">${hint}</p>`} ${problemLines(name, problems)}
    <details ${problems.length > 0 || (needed && shown.length === 0) ? html`open` : ''}>
      <summary>${shown.length === 0 ? 'Chưa chọn' : kept(shown.join('; '))}</summary>
      ${[
        ...groups,
        {
          name: 'Không có trong danh sách',
          choices: unknown.map((value): Choice => ({ value, words: value })),
        },
      ]
        .filter(({ choices }) => choices.length > 0)
        .map(
          (group) =>
            html`<p class="group">${group.name}</p>
              <ul class="choices">
                ${group.choices.map(
                  ({ value, words, note }) =>
                    html`<li>
                      <label>
                        <input
                          type="checkbox"
                          name="${name}"
                          value="${value}"
                          ${chosen.includes(value) ? html`checked` : ''}
                        />
                        ${kept(words)} ${note ?? ''}
                      </label>
                    </li>`,
                )}
              </ul>`,
        )}
    </details>
  </fieldset>`;
}

/** Some of a few, all in sight. */
export function ticksField(context: FieldContext, field: EntryField, choices: readonly Choice[]): Html {
  const { name, label } = field;
  const problems = context.problems.get(name) ?? [];
  const chosen = context.values.get(name) ?? [];
  return html`<fieldset class="field ticks ${problems.length > 0 ? 'wrong' : ''}">
    <legend>${label}</legend>
    ${problemLines(name, problems)}
    <div class="choices">
      ${choices.map(
        ({ value, words }) =>
          html`<label>
            <input
              type="checkbox"
              name="${name}"
              value="${value}"
              ${chosen.includes(value) ? html`checked` : ''}
            />
            ${words}
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Yes or no. */
export function checkField(context: FieldContext, { name, label, hint }: EntryField): Html {
  const problems = context.problems.get(name) ?? [];
  return html`<div class="field check ${problems.length > 0 ? 'wrong' : ''}">
    <label>
      <input
        type="checkbox"
        name="${name}"
        value="true"
        ${textOf(context.values, name) === 'true' ? html`checked` : ''}
      />
      ${label}
    </label>
    ${hint === undefined ? '' : html`<p class="hint">${hint}</p>`} ${problemLines(name, problems)}
  </div>`;
}

function wrapped(
  { problems }: FieldContext,
  { name, label, hint, needed, fixed }: EntryField,
  input: Html,
): Html {
  const own = problems.get(name) ?? [];
  return html`<div class="field ${own.length > 0 ? 'wrong' : ''}">
    <label for="f-${name}">${label} ${needed || fixed ? '' : optional()}</label>
    ${hint === undefined ? '' : html`<p class="hint" id="h-${name}">${hint}</p>`} ${problemLines(name, own)}
    ${input}
  </div>`;
}

/** What is said above a field, or above a row of fields. */
export function problemLines(name: string, problems: readonly FileProblem[]): Html | string {
  if (problems.length === 0) return '';
  return html`<p class="problem" id="p-${name}">
    ${problems.map((problem, at) => html`${at === 0 ? '' : ' · '}${shownProblem(problem)}`)}
  </p>`;
}

/** What `dondoc check` says of a file is said in the files' own language. */
function shownProblem(problem: FileProblem): Html | string {
  const words = problemWords(problem);
  return problem.field === undefined ? kept(words) : words;
}

function described({ problems }: FieldContext, { name, hint, below }: EntryField): Html | string {
  const wrong = problems.has(name);
  const ids = [hint && `h-${name}`, wrong && `p-${name}`, below && `b-${name}`].filter(Boolean).join(' ');
  if (ids === '') return '';
  return html`aria-describedby="${ids}" ${wrong ? html`aria-invalid="true"` : ''}`;
}

function option({ value, words, isOurs }: Choice, chosen: string): Html {
  const is = html`${value === chosen ? html`selected` : ''} ${isOurs ? '' : html`lang="vi"`}`;
  return html`<option value="${value}" ${is}>${words}</option>`;
}

function datalist(name: string, offers: readonly string[]): Html {
  return html`<datalist id="l-${name}">
    ${offers.map((offer) => html`<option value="${offer}"></option>`)}
  </datalist>`;
}

function optional(): Html {
  return html`<span class="optional">(không bắt buộc)</span>`;
}
