import type { IsoDate } from '../calendar/dates.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { writeDraftLetter } from './draft-letter.ts';
import { viewDraftLetter } from './draft-letter-view.ts';
import { draftedNotices } from './drafted-notices.ts';
import type { Attachment } from './message.ts';

/**
 * The draft urging letter that goes with a report to the follow-up unit: it covers exactly the deadlines that stand on a rung
 * with `draft`. Undefined when there are none. Nothing sends it on: a person reads, numbers and signs it.
 * @throws UnknownInSchedule
 */
export async function draftOf(
  letter: ClaimedLetter,
  schedule: Schedule,
  today: IsoDate,
): Promise<Attachment | undefined> {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  if (folder === undefined) return undefined;
  const notices = draftedNotices(letter, folder, schedule.calendar);
  if (notices.length === 0) return undefined;
  return {
    filename: draftFileName(today),
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await writeDraftLetter(viewDraftLetter(notices, folder, schedule.calendar, today)),
  };
}

/** ASCII, because mail programs mangle what is not: `du-thao-cong-van-don-doc-2019-10-21.docx`. */
export function draftFileName(today: IsoDate): string {
  return `du-thao-cong-van-don-doc-${today}.docx`;
}
