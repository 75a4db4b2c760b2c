import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editTop } from '../schedule/edit-top.ts';
import { topKeyAtLine } from '../schedule/file-entry.ts';
import { laddersFileShape } from '../schedule/shape.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import type { Outcome } from './files-draft.ts';
import { findFile, type AskedFile } from './files-entry.ts';
import { byField } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, type FormValues } from './files-form-values.ts';
import { cannotEditPage } from './files-refusals.ts';
import {
  isSendingField,
  readSending,
  sendingFields,
  sendingProblems,
  sendingValues,
} from './files-sending-fields.ts';
import { sendingForm, SENDING_PATH } from './files-sending-form.ts';
import { may } from './guards.ts';

const ORDER = Object.keys(laddersFileShape.shape);

/** `/cau-hinh/gio-gui?thu-muc=…`: when a folder's letters leave, and which digests are sent; for whoever changes a plan of the folder. */
export function sendingPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const find = (c: ConsoleContext) => findFile(c, desk, 'ladders.yaml', 'tệp thang nhắc việc');

  app.get(SENDING_PATH, may('officer'), async (c) => {
    const asked = await find(c);
    if (asked instanceof Response) return asked;
    const { text } = asked.opened;
    return c.html(shown(c, asked, sendingValues(readSending(text)), text, { problems: [] }));
  });

  app.post(SENDING_PATH, may('officer'), async (c) => {
    const asked = await find(c);
    if (asked instanceof Response) return asked;
    const { opened } = asked;
    const values = await readValues(c);
    const wrong = sendingProblems(values, opened.file.name);
    if (wrong.length > 0) return c.html(shown(c, asked, values, opened.text, { problems: wrong }), 422);
    const text = editTop(opened.text, sendingFields(values, readSending(opened.text)), ORDER);
    const draft = {
      ...{ opened, text, values },
      what: 'Sửa giờ gửi thư, thư tổng hợp',
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent('giờ gửi thư, thư tổng hợp')}`,
      form: (outcome: Outcome) => shown(c, asked, values, text, outcome),
    };
    return takeStep(c, desk, draft);
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  { folder, opened }: AskedFile,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const of = { file: opened.file.name, keyAt: (line: number) => topKeyAtLine(text, line) };
  return sendingForm(c, {
    ...{ folder, opened, values, outcome },
    ...byField(outcome.problems, of, isSendingField),
  });
}
