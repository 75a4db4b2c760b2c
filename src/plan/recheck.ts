import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Addressee } from '../schedule/shape.ts';
import { LADDER_KINDS, type NoticeKind } from './model.ts';
import { kindOn, TARGET_MET } from './notices.ts';
import { isPausedOn, pauseReason, type DeadlinePause } from './pause.ts';

/** What the record knows of a notice at the moment its letter is about to leave. */
export interface NoticeAtSending {
  id: string;
  addressee: Addressee;
  kind: NoticeKind;
  deadline: {
    status: 'open' | 'done' | 'withdrawn';
    /** It was withdrawn by a decision, not because the schedule lost it. */
    takenOff: boolean;
    met: boolean;
    aim: IsoDate;
    nominal: IsoDate;
    pause: DeadlinePause | undefined;
  };
  /** A later rung of the same deadline and addressee whose slot has already opened. */
  overtakenBy: string | undefined;
  /** For what an answer brought forth: it is still the last word on its matter, and a request still waits. */
  stillSpoken: boolean;
  /** For what a returned letter brought forth: the mailbox still takes no mail. */
  stillDead: boolean;
}

/** Why the notice must not be said on `today`, in Vietnamese, or undefined when it is still true (invariant 4). */
export function objectionTo(notice: NoticeAtSending, today: IsoDate): string | undefined {
  const { deadline } = notice;
  if (notice.kind === 'undelivered')
    return notice.stillDead ? undefined : 'Hộp thư đã dùng được hoặc đã được thay trước khi thư được gửi.';
  if (deadline.status === 'done') return 'Nhiệm vụ đã hoàn thành trước khi thư được gửi.';
  if (deadline.status === 'withdrawn') return withdrawn(notice);
  if (notice.overtakenBy !== undefined) return `Được thay bằng lần nhắc ${notice.overtakenBy} đến sau.`;
  if (notice.kind === 'request' && !notice.stillSpoken)
    return 'Đề nghị đã được quyết định trước khi thư được gửi.';
  if (notice.kind === 'decision' && !notice.stillSpoken) return 'Đã có quyết định khác đến sau.';
  if (notice.kind === 'request' || notice.kind === 'decision') return undefined;
  if (deadline.met) return TARGET_MET;
  if (kindOn(today, deadline.aim, notice.addressee) !== notice.kind)
    return `Thư soạn cho tình trạng khác; đến ngày ${shortDate(today)} thì hạn ${shortDate(deadline.nominal)} không còn như thư viết.`;
  return undefined;
}

/** Why the notice is held back on `today`, in Vietnamese: it is not settled by that, and is said when the pause is over. */
export function pauseOf({ deadline, kind }: NoticeAtSending, today: IsoDate): string | undefined {
  if (deadline.status !== 'open' || !LADDER_KINDS.some((known) => known === kind)) return undefined;
  return isPausedOn(deadline.pause, today) ? pauseReason(deadline.pause) : undefined;
}

/** That a deadline was withdrawn is the one thing that is said of it. */
function withdrawn({ deadline, kind, stillSpoken }: NoticeAtSending): string | undefined {
  if (!deadline.takenOff) return 'Thời hạn không còn trong lịch khi thư được gửi.';
  if (kind === 'decision' && stillSpoken) return undefined;
  return 'Nhiệm vụ đã được rút khỏi diện đôn đốc trước khi thư được gửi.';
}
