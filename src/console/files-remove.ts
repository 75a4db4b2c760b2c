import { html } from 'hono/html';
import type { FilesDesk } from '../files/files-desk.ts';
import type { OpenedFile } from '../files/known-files.ts';
import { removeEntry } from '../schedule/edit-entry.ts';
import type { ListName } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { STEP, type Outcome } from './files-draft.ts';
import { takeStep } from './files-flow.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** The field that says, on the page that shows what removing would do, that this is what is to be applied. */
const REMOVING = 'xoa';

/** Whether the form was sent to take its entry out of the file. */
export function isRemoving(values: FormValues): boolean {
  const step = textOf(values, STEP);
  return step === 'xoa' || (step !== 'sua' && textOf(values, REMOVING) === 'co');
}

/** One step of taking an entry out of its file: the same look at what it would do, and the same check, as for every change. */
export function takeRemoval(
  c: ConsoleContext,
  desk: FilesDesk,
  { opened, list, id, thing, values }: Removal,
  form: (outcome: Outcome) => Html,
): Promise<Response> {
  const text = removeEntry(opened.text, list, id);
  const notice = `Không xóa được ${thing} ${id}: các tệp còn nhắc đến mục này, hoặc không còn mục nào khác.`;
  const draft = {
    ...{ opened, text },
    what: `Xóa ${thing} ${id}`,
    values: new Map([...values, [REMOVING, ['co']] as const]),
    done: `${CONSOLE}/cau-hinh?da-xoa=${encodeURIComponent(id)}`,
    form: (outcome: Outcome) => form(outcome.problems.length === 0 ? outcome : { ...outcome, notice }),
  };
  return takeStep(c, desk, draft);
}

/** What is to be removed. */
export interface Removal {
  opened: OpenedFile;
  list: ListName;
  id: string;
  /** `nhiệm vụ`, `cơ quan`. */
  thing: string;
  values: FormValues;
}

/** The button that asks what removing the form's entry would do. */
export function removeButton(thing: string): Html {
  return html`<button class="quiet remove" name="${STEP}" value="xoa">Xóa ${thing}…</button>`;
}

/** Why an entry's id stays as it is. */
export function idHint(thing: string): string {
  return `Không đổi được vì sổ và các tệp nhắc đến mã này; cần mã khác thì thêm ${thing} mới rồi xóa ${thing} này`;
}

/** Said when a form brings another id than the entry has. */
export const ID_STAYS =
  'không đổi được mã: các thời hạn, thư và câu trả lời trong sổ gắn với mã này; cần mã khác thì thêm mục mới rồi xóa mục này';
