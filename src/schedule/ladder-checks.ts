import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import type { Problem } from './problem.ts';
import { readRepeat } from './rung-repeat.ts';
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

/** Repetitions that are not understood, or of a rung that is not after the date. */
export function unreadRepetitions(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap((ladder) =>
    ladder.value.rungs.flatMap(({ when, repeat }, index) => {
      if (repeat === undefined) return [];
      const place = ['rungs', index, 'repeat'];
      const reading = readRepeat(repeat);
      if (!reading.ok) return [entryProblem(ladder, place, reading.error, reading.suggestion)];
      const moment = readWhen(when);
      if (!moment.ok || moment.offset > 0) return [];
      return [entryProblem(ladder, place, 'chỉ bậc quá hạn mới lặp lại')];
    }),
  );
}

/** Rungs before or on the date that would be told to a superior: until the date nothing is wrong. */
export function earlyReports(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap((ladder) =>
    ladder.value.rungs.flatMap(({ when, to }, index) => {
      const moment = readWhen(when);
      const superior = to.findIndex((addressee) => addressee === 'followUp' || addressee === 'authority');
      if (!moment.ok || moment.offset > 0 || superior < 0) return [];
      const message = 'chỉ báo cáo cơ quan theo dõi (followUp), cấp có thẩm quyền (authority) ở bậc quá hạn';
      return [entryProblem(ladder, ['rungs', index, 'to', superior], message)];
    }),
  );
}

/** Draft urging letters on rungs that do not report a late duty to the follow-up unit, who is to finish and sign them. */
export function misplacedDrafts(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap((ladder) =>
    ladder.value.rungs.flatMap(({ when, to, draft }, index) => {
      if (!draft) return [];
      const place = ['rungs', index, 'draft'];
      const moment = readWhen(when);
      if (moment.ok && moment.offset <= 0) {
        const message = `bậc “${when}” chưa quá hạn; chỉ bậc quá hạn mới kèm dự thảo công văn đôn đốc`;
        return [entryProblem(ladder, place, message, 'draft: false')];
      }
      if (to.includes('followUp')) return [];
      const message = 'dự thảo công văn đôn đốc chỉ kèm thư gửi cơ quan theo dõi; bậc này không gửi followUp';
      return [entryProblem(ladder, place, message, `to: [${[...to, 'followUp'].join(', ')}]`)];
    }),
  );
}

/** Rungs of one ladder that fall on the same day, repetitions included. */
export function repeatedRungs(folder: FolderDraft): Problem[] {
  return folder.ladders.flatMap(repeatedOffsets);
}

function repeatedOffsets(ladder: Entry<LadderEntry>): Problem[] {
  const seen = new Set<number>();
  return ladder.value.rungs.flatMap((rung, index) => {
    const offsets = offsetsOf(rung);
    const twice = offsets.find((offset) => seen.has(offset));
    for (const offset of offsets) seen.add(offset);
    if (twice === undefined) return [];
    const message = `thang đã có một bậc “${rungId(twice)}”; hãy gộp nơi nhận vào một bậc`;
    const part = twice === offsets[0] ? 'when' : 'repeat';
    return [entryProblem(ladder, ['rungs', index, part], message)];
  });
}

function offsetsOf({ when, repeat }: LadderEntry['rungs'][number]): number[] {
  const moment = readWhen(when);
  if (!moment.ok) return [];
  const reading = repeat === undefined ? undefined : readRepeat(repeat);
  const { every, times } = reading?.ok ? reading : { every: 0, times: 0 };
  return Array.from({ length: times + 1 }, (_, time) => moment.offset + time * every);
}
