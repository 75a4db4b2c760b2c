import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { NoticeKind } from './model.ts';
import { kindOn, TARGET_MET } from './notices.ts';

/** What the record knows of a notice at the moment its letter is about to leave. */
export interface NoticeAtSending {
  id: string;
  addressee: Addressee;
  kind: NoticeKind;
  deadline: { status: 'open' | 'done' | 'withdrawn'; met: boolean; aim: IsoDate; nominal: IsoDate };
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
  if (deadline.status === 'withdrawn') return 'Thời hạn không còn trong lịch khi thư được gửi.';
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
