import type { NamedLetter } from '../upkeep/named-letter.ts';
import type { QueuePlace } from '../upkeep/queue-sight.ts';
import { markOf, type Mark } from '../web/mark.ts';
import type { Html } from '../web/page.ts';

const PLACES: Record<QueuePlace, Mark & { address: string }> = {
  active: { address: 'dang-chay', look: 'awaiting', shape: '▶', words: 'Đang chạy' },
  waiting: { address: 'cho-chay', look: 'calm', shape: '◔', words: 'Chờ chạy' },
  delayed: { address: 'hen-gio', look: 'calm', shape: '○', words: 'Hẹn giờ' },
  failed: { address: 'loi', look: 'overdue', shape: '●', words: 'Tác vụ lỗi' },
  missing: { address: 'thieu-tac-vu', look: 'overdue', shape: '▲', words: 'Thư chưa có tác vụ' },
  later: { address: 'chua-den-luc', look: 'calm', shape: '◌', words: 'Chưa đến lúc xếp hàng' },
  orphan: { address: 'khong-co-thu', look: 'upcoming', shape: '◇', words: 'Tác vụ không có thư chờ' },
};

const STATUSES: Record<NamedLetter['status'] | 'returned', Mark> = {
  planned: { look: 'calm', shape: '○', words: 'Chờ gửi' },
  sending: { look: 'awaiting', shape: '▶', words: 'Đang gửi' },
  retrying: { look: 'upcoming', shape: '◔', words: 'Chờ gửi lại' },
  sent: { look: 'done', shape: '✓', words: 'Đã gửi' },
  refused: { look: 'overdue', shape: '●', words: 'Bị từ chối' },
  failed: { look: 'overdue', shape: '●', words: 'Gửi không được' },
  returned: { look: 'overdue', shape: '▼', words: 'Đã gửi, bị trả lại' },
  dropped: { look: 'calm', shape: '–', words: 'Đã bỏ' },
  empty: { look: 'calm', shape: '–', words: 'Không có nội dung phải gửi' },
};

/** Where something stands in the queue. */
export function placeMark(place: QueuePlace): Html {
  return markOf(PLACES[place]);
}

/** What the record says of a letter; `returned` of one that was sent and came back. */
export function statusMark(status: NamedLetter['status'] | 'returned'): Html {
  return markOf(STATUSES[status]);
}

/** Whether something is well, in these words. */
export function healthMark(well: boolean, words: string): Html {
  return markOf({ look: well ? 'done' : 'overdue', shape: well ? '✓' : '●', words });
}

/** How the filter for a place is written in an address: `hen-gio`. */
export function placeAddress(place: QueuePlace): string {
  return PLACES[place].address;
}

/** The place that a filter names. */
export function placeNamed(address: string | undefined): QueuePlace | undefined {
  const named = Object.entries(PLACES).find(([, place]) => place.address === address);
  return named?.[0] as QueuePlace | undefined;
}
