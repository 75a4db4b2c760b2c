import type { LetterStory } from '../answer/letter-story.ts';

const WORDS: Record<LetterStory['status'], string> = {
  planned: 'Chờ gửi',
  sending: 'Đang gửi',
  retrying: 'Chưa gửi được, sẽ gửi lại',
  sent: 'Đã gửi',
  refused: 'Máy chủ thư từ chối',
  failed: 'Không gửi được, đã thôi gửi lại',
  dropped: 'Đã bỏ, lập lại theo lịch mới',
  empty: 'Không gửi vì không có nội dung',
};

/** How a letter stands, in Vietnamese; `returned`: it was sent and came back. */
export function letterStatusWords(status: LetterStory['status'], returned: boolean): string {
  return returned ? 'Đã gửi, bị trả lại' : WORDS[status];
}
