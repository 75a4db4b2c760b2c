import { instantAt, localDate, type IsoDate, type LocalTime } from '../calendar/dates.ts';
import { moment } from '../calendar/wording.ts';
import type { Pause } from '../record/pauses.ts';
import type { RecordedLetter, RecordedNotice } from '../record/read-day.ts';

/**
 * What became of something that was to be said: said on its day, or late; not said for a reason that the record knows; not
 * taken by the mail server, or taken and returned; still waiting for its hour; or missed, and nothing tells why.
 */
export type Outcome = 'said' | 'late' | 'silent' | 'undelivered' | 'waiting' | 'missed';

export interface Judgement {
  outcome: Outcome;
  /** When, which letter, or why not, in Vietnamese. */
  words: string;
}

/** What became of a notice, as `now` the record shows it; `until` is the hour after which nothing is sent, `pause` the one that holds. */
export function judgeNotice(notice: RecordedNotice, now: Date, until: LocalTime, pause?: Pause): Judgement {
  const { status, reason, letter, planned } = notice;
  if (status === 'skipped') return { outcome: 'silent', words: reason };
  if (letter === null) return missed('sổ không có thư nào mang lời nhắc này');
  const judged = judgeLetter(letter, planned, now, until, pause);
  const agrees: Record<RecordedNotice['status'], Outcome[]> = {
    planned: ['waiting', 'missed'],
    said: ['said', 'late', 'undelivered'],
    skipped: [],
    refused: ['undelivered'],
    failed: ['undelivered'],
  };
  return agrees[status].includes(judged.outcome)
    ? judged
    : missed(`sổ ghi lời nhắc và thư ${letter.id} mang nó không khớp nhau`);
}

/** What became of a letter that was due on `day`. */
export function judgeLetter(
  letter: RecordedLetter,
  day: IsoDate,
  now: Date,
  until: LocalTime,
  pause?: Pause,
): Judgement {
  const { id, status, sentAt, waitsFor } = letter;
  const answer = `máy chủ thư trả lời: “${letter.response ?? ''}”`;
  switch (status) {
    case 'sent':
      if (sentAt === null) return missed(`thư ${id} ghi là đã gửi mà không có giờ gửi`);
      if (letter.returned !== null)
        return {
          outcome: 'undelivered',
          words:
            `Đã gửi lúc ${moment(sentAt)} nhưng bị trả lại, biết lúc ${moment(letter.returned.at)}, thư ${id}: ` +
            `“${letter.returned.words}”.`,
        };
      return localDate(sentAt) > day
        ? { outcome: 'late', words: `Đã nhắc muộn, lúc ${moment(sentAt)}, thư ${id}.` }
        : { outcome: 'said', words: `Đã nhắc lúc ${moment(sentAt)}, thư ${id}.` };
    case 'refused':
      return { outcome: 'undelivered', words: `Máy chủ thư từ chối thư ${id}; ${answer}.` };
    case 'failed':
      return { outcome: 'undelivered', words: `Đã gửi lại hết thời gian cho phép, thư ${id}; ${answer}.` };
    case 'empty':
      return { outcome: 'silent', words: `Đến giờ gửi thì không còn nội dung nào, thư ${id}.` };
    case 'dropped':
      return missed(`thư ${id} đã bỏ`);
    default:
      if (pause !== undefined)
        return {
          outcome: 'waiting',
          words: `Thư ${id} chờ vì đang tạm dừng gửi thư từ ${moment(pause.since)} (${pause.by}): ${pause.why}.`,
        };
      if (instantAt(localDate(waitsFor), until) <= now)
        return missed(`thư ${id} chờ gửi từ ${moment(waitsFor)}, đã hết giờ gửi mà chưa gửi`);
      return {
        outcome: 'waiting',
        words: `Thư ${id} chờ gửi lúc ${moment(waitsFor)}${letter.response === null ? '' : `; lần trước ${answer}`}.`,
      };
  }
}

/** Something was to be said and the record does not tell what became of it. */
export function missed(what: string): Judgement {
  return { outcome: 'missed', words: `Chưa rõ vì sao: ${what}.` };
}
