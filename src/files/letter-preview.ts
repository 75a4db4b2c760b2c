import { resolve } from 'node:path';
import type { IsoDate } from '../calendar/dates.ts';
import type { Links } from '../answer/links.ts';
import type { LetterView } from '../mail/letter-view.ts';
import { sampleViews } from '../mail/sample-views.ts';
import { createTemplates, type RenderedLetter } from '../mail/template-engine.ts';
import { readTemplateFiles } from '../mail/template-files.ts';
import { viewDigest } from '../mail/view-digest.ts';
import { viewLetter } from '../mail/view-letter.ts';
import { isDigest, LETTER_KINDS, type Letter, type LetterKind, type PlannedWork } from '../plan/model.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import { deadMailboxes } from '../record/dead-mailboxes.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readStandings } from '../record/standings.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { templatePath, type KnownFile, type Places } from './known-files.ts';
import { workAhead } from './work-ahead.ts';

/** A letter as a template would write it. */
export interface LetterPreview {
  /** The letter that is shown: one that is planned, or made up when none of this kind is near. */
  of: { mailbox: string; day: IsoDate } | undefined;
  letter: RenderedLetter;
}

/** A letter of the same kind is looked for so many days ahead. */
const NEAR = 90;

/**
 * What the next letter would look like if the template held `text`: one of the template's own kind; for a part that several
 * kinds share, a letter of the first kind.
 * @throws Error of the templates, for a text in which `checkTemplates` finds problems.
 */
export async function previewLetter(
  { db, now, schedule, places }: { db: RecordDb; now: Date; schedule: Schedule; places: Places },
  file: KnownFile,
  text: string,
): Promise<LetterPreview> {
  const files = await readTemplateFiles(places.templates, new Map([[resolve(file.path), text]]));
  const templates = createTemplates(files);
  const kind = LETTER_KINDS.find((each) => templatePath(file).startsWith(`${each}/`)) ?? LETTER_KINDS[0];
  const work = await workAhead(db, now, NEAR, schedule);
  for (const letter of work.letters.filter((each) => each.kind === kind)) {
    const view = await viewOf(db, letter, work, schedule);
    if (view !== undefined) return { of: letter, letter: templates.render(view) };
  }
  return { of: undefined, letter: templates.render(madeUp(kind)) };
}

async function viewOf(
  db: RecordDb,
  letter: Letter,
  work: PlannedWork,
  schedule: Schedule,
): Promise<LetterView | undefined> {
  if (letter.kind === 'daily' || letter.kind === 'undelivered') return undefined;
  const claimed = asClaimed(letter, work);
  if (!isDigest(letter.kind)) return viewLetter(claimed, schedule, letter.day, NOWHERE);
  const standings = await readStandings(db, letter.folder);
  return viewDigest(claimed, schedule, letter.day, NOWHERE, {
    ...{ standings, proof: [], dead: await deadMailboxes(db) },
  });
}

/** The planned letter as if it were being sent, nothing having been answered. */
function asClaimed(letter: Letter, { deadlines }: PlannedWork): ClaimedLetter {
  const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
  const notices = letter.notices.flatMap(({ deadline: id, ...notice }) => {
    const deadline = byId.get(id);
    if (deadline === undefined) return [];
    const untouched = { originalNominal: null, extensions: 0, sequence: 0, progress: null };
    return [{ ...notice, said: null, deadline: { ...deadline, ...untouched } }];
  });
  return { ...letter, attempt: 1, notices };
}

function madeUp(kind: LetterKind): LetterView {
  const found = sampleViews().find(({ view }) => view.kind === kind);
  if (found === undefined) throw new Error(`No sample letter of the kind ${kind}`);
  return found.view;
}

/** A preview's links lead nowhere. */
const NOWHERE: Links = {
  answer: () => 'https://dondoc.example/tra-loi/xem-truoc',
  decide: () => 'https://dondoc.example/quyet-dinh/xem-truoc',
  event: () => 'https://dondoc.example/su-kien/xem-truoc',
  unit: () => 'https://dondoc.example/don-vi/xem-truoc',
  calendar: () => 'https://dondoc.example/lich/xem-truoc.ics',
};
