import { ChangeRefused, FileChanged, type FilesDesk } from '../files/files-desk.ts';
import type { ConsoleContext } from './console-env.ts';
import { REASON, STEP, VERSION, type Draft, type Outcome } from './files-draft.ts';
import { textOf } from './files-form-values.ts';
import { trialPage } from './files-trial-page.ts';

const CHANGED =
  'Tệp đã được người khác sửa sau khi mở biểu mẫu. Chưa ghi gì. Nội dung đã nhập còn đủ bên dưới: đề nghị đối chiếu rồi xem trước lại.';
const NOTHING = 'Nội dung không có gì thay đổi so với tệp.';

/**
 * Carries a draft one step on: shows what it would do, or applies it, or shows the form again. Nothing that `dondoc check`
 * refuses is written (422), nor anything over a file that has changed meanwhile (409).
 */
export async function takeStep(c: ConsoleContext, desk: FilesDesk, draft: Draft): Promise<Response> {
  const { opened, text, values } = draft;
  const step = textOf(values, STEP);
  const change = { name: opened.file.name, text, version: textOf(values, VERSION) };
  const again = async (outcome: Outcome, status: 200 | 409 | 422) =>
    c.html(await draft.form(outcome), status);
  if (step === 'sua') return again({ problems: [] }, 200);
  if (text === opened.text) return again({ problems: [], notice: NOTHING }, 422);
  try {
    if (step === 'ap-dung') {
      await desk.apply(change, { name: c.get('session').account.name, why: whyOf(draft) });
      return c.redirect(draft.done, 303);
    }
    const trial = await desk.try(change);
    if (!trial.ok) return again({ problems: trial.problems }, 422);
    return c.html(trialPage(c, draft, trial, await draft.more?.()));
  } catch (error) {
    if (error instanceof ChangeRefused) return again({ problems: error.problems }, 422);
    if (error instanceof FileChanged) return again({ problems: [], notice: CHANGED, isStale: true }, 409);
    throw error;
  }
}

function whyOf({ what, opened, values }: Draft): string {
  const reason = textOf(values, REASON).replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return `${what} (tệp ${opened.file.name})${reason === '' ? '' : `: ${reason}`}.`;
}
