import { moment } from '../calendar/wording.ts';
import type { Overview } from '../record/overview.ts';
import type { Pause } from '../record/pauses.ts';

const LETTER_WORDS = {
  planned: 'đã lập, chờ gửi',
  sending: 'đang gửi',
  retrying: 'chờ gửi lại',
  sent: 'đã gửi',
  refused: 'bị từ chối',
  failed: 'gửi không được',
  dropped: 'đã bỏ',
} as const;

const DEADLINE_WORDS = { open: 'đang theo dõi', done: 'đã hoàn thành', withdrawn: 'đã rút' } as const;

/** A pause of all sending, without who paused and why where anybody reads. */
type ToldPause = Pick<Pause, 'since'> & Partial<Pause>;

/** The system's state in Vietnamese, as pairs of a label and a value, in reading order. */
export function statusLines(
  status: Omit<Overview, 'pause'> & { pause: ToldPause | null; lastBeat?: Date | null; problems?: string[] },
): [string, string | number][] {
  const counted = (words: Record<string, string>, counts: Record<string, number | undefined>) =>
    Object.entries(words)
      .filter(([state]) => counts[state] !== undefined)
      .map(([state, word]) => `${counts[state]} ${word}`)
      .join('; ') || 'chưa có';
  return [
    ['Thời hạn', counted(DEADLINE_WORDS, status.deadlines)],
    ...(status.pause === null ? [] : [['Gửi thư', pauseWords(status.pause)] as [string, string]]),
    ['Thư', counted(LETTER_WORDS, status.letters)],
    ['Thư gần nhất đã gửi', momentOrNone(status.lastSent)],
    ['Thư kế tiếp', momentOrNone(status.nextLetter)],
    ...(status.lastBeat === undefined
      ? []
      : [['Lần lập lịch gần nhất', momentOrNone(status.lastBeat)] as [string, string]]),
    ...(status.problems === undefined || status.problems.length === 0
      ? []
      : [['Tệp có lỗi, đang dùng bản hợp lệ trước đó', status.problems.join('\n')] as [string, string]]),
  ];
}

function momentOrNone(instant: Date | null): string {
  return instant === null ? 'chưa có' : moment(instant);
}

function pauseWords({ since, by, why }: ToldPause): string {
  const words = `đang tạm dừng từ ${moment(since)}`;
  return by === undefined || why === undefined ? words : `${words} (${by}): ${why}`;
}
