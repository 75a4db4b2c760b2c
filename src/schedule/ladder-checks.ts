import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import type { Problem } from './problem.ts';
import { readWhen, rungId } from './rung-when.ts';
import type { LadderEntry } from './shape.ts';

/** A sending window that closes before, or as soon as, it opens. */
export function closedSendingWindow({ sending }: FolderDraft): Problem[] {
  if (sending === undefined || sending.value.at < sending.value.until) return [];
  const { at, until } = sending.value;
  return [entryProblem(sending, ['until'], `giờ ngừng gửi (${until}) phải sau giờ gửi (${at})`)];
}

/** Rungs whose moment is not understood. */
export function unreadRungs(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap((ladder) =>
    ladder.value.rungs.flatMap(({ when }, index) => {
      const reading = readWhen(when);
      if (reading.ok) return [];
      return [entryProblem(ladder, ['rungs', index, 'when'], reading.error, reading.suggestion)];
    }),
  );
}

/** Rungs of one ladder that fall on the same day. */
export function repeatedRungs(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap(repeatedOffsets);
}

function repeatedOffsets(ladder: Entry<LadderEntry>): Problem[] {
  const seen = new Set<number>();
  return ladder.value.rungs.flatMap(({ when }, index) => {
    const reading = readWhen(when);
    if (!reading.ok) return [];
    if (!seen.has(reading.offset)) {
      seen.add(reading.offset);
      return [];
    }
    const message = `thang đã có một bậc “${rungId(reading.offset)}”; hãy gộp nơi nhận vào một bậc`;
    return [entryProblem(ladder, ['rungs', index, 'when'], message)];
  });
}
