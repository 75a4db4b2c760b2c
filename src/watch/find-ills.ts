import { moment, twoDigits } from '../calendar/wording.ts';
import { KIND_WORDS } from '../plan/kind-words.ts';
import type { Ill } from '../record/ills.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { CONSOLE_PAGES, letterPage } from './console-pages.ts';
import { coverageIlls } from './coverage-ills.ts';
import type { Signs, Tries } from './signs.ts';

/** One failed try is an accident; so many in a row are an ill. */
const FAILED_BEATS = 3;
const FAILED_CHECKS = 2;

/** An officer who is just editing has this long until faulty files are an ill. Milliseconds. */
const FAULTY_FILES = 30 * 60_000;

/** A greylisted letter is away by then; what waits longer past its hour is stuck. Milliseconds. */
export const LATE_LETTER = 60 * 60_000;

/** An admin who pauses sending to mend something is done by then. Milliseconds. */
export const LONG_PAUSE = 24 * 3_600_000;

/** So many letters refused or failed within 24 hours are more than single wrong addresses. */
const MANY_UNDELIVERED = 5;

const MOST_DETAILS = 30;

/** Everything that is not well by these signs, each told by an id that stays the same while it lasts. */
export function findIlls(signs: Signs, schedule: Schedule): Ill[] {
  const ills = [
    beatFailing(signs.beat),
    queueAway(signs.queue),
    mailAway(signs.mail),
    filesFaulty(signs),
    lettersLate(signs),
    sendingPaused(signs),
    undelivered(signs),
    ...unwritten(signs),
    ...coverageIlls(signs.coverage, signs.distress.begun, schedule),
  ];
  return ills.filter((ill) => ill !== undefined);
}

function beatFailing({ failures, words }: Tries): Ill | undefined {
  if (failures < FAILED_BEATS) return undefined;
  return lasting('beat-failing', {
    sentence: `Lập lịch không thành công ${twoDigits(failures)} lần liền.`,
    details: [plain(words)],
    deed: 'Xem nhật ký của chương trình tại thời điểm lỗi; thư đã lập vẫn được gửi, nhưng thư mới không được lập cho đến khi khắc phục.',
    page: CONSOLE_PAGES.system,
  });
}

function queueAway({ failures, words }: Tries): Ill | undefined {
  if (failures < FAILED_CHECKS) return undefined;
  return lasting('queue-away', {
    sentence: 'Hàng đợi không trả lời.',
    details: [plain(words)],
    deed: 'Kiểm tra máy chủ Redis (hoặc cơ sở dữ liệu, nếu hàng đợi đặt tại đó). Không mất thư: hàng đợi được dựng lại từ sổ.',
    page: CONSOLE_PAGES.queue,
  });
}

function mailAway({ failures, words }: Tries): Ill | undefined {
  if (failures < FAILED_CHECKS) return undefined;
  return lasting('mail-away', {
    sentence: 'Không kết nối được với máy chủ thư.',
    details: [plain(words)],
    deed: 'Kiểm tra máy chủ thư và tài khoản gửi thư. Thư đến giờ được gửi lại cho đến hết ngày làm việc thứ ba kể từ ngày phải gửi.',
    page: CONSOLE_PAGES.system,
  });
}

function filesFaulty({ files: { problems, since }, now }: Signs): Ill | undefined {
  if (problems.length === 0 || since === null || now.getTime() - since.getTime() < FAULTY_FILES)
    return undefined;
  return lasting('files-faulty', {
    sentence: `Tệp lịch hoặc mẫu thư có lỗi từ ${moment(since)}; hệ thống vẫn dùng bản hợp lệ trước đó.`,
    details: problems.slice(0, MOST_DETAILS).map(plain),
    deed: 'Sửa các lỗi nêu trên; thay đổi trong tệp chưa có hiệu lực cho đến khi hết lỗi.',
    page: CONSOLE_PAGES.files,
  });
}

function lettersLate({ distress: { oldestDue, pause }, now }: Signs): Ill | undefined {
  // Whoever paused knows that letters wait; a pause that is forgotten is an ill of its own.
  if (oldestDue === null || pause !== undefined) return undefined;
  if (now.getTime() - oldestDue.getTime() < LATE_LETTER) return undefined;
  return lasting('letters-late', {
    sentence: `Có thư đã quá giờ gửi từ ${moment(oldestDue)} mà chưa gửi được.`,
    details: [],
    deed: 'Xem thư nào đang chờ và trả lời của máy chủ thư tại trang hàng đợi.',
    page: CONSOLE_PAGES.queue,
  });
}

function sendingPaused({ distress: { pause }, now }: Signs): Ill | undefined {
  if (pause === undefined || now.getTime() - pause.since.getTime() < LONG_PAUSE) return undefined;
  return lasting('sending-paused', {
    sentence: `Việc gửi thư đã tạm dừng từ ${moment(pause.since)}.`,
    details: [plain(`${pause.by}: ${pause.why}`)],
    deed: 'Cho gửi trở lại nếu lý do tạm dừng không còn.',
    page: CONSOLE_PAGES.queue,
  });
}

function undelivered({ distress }: Signs): Ill | undefined {
  if (distress.undelivered < MANY_UNDELIVERED) return undefined;
  return lasting('letters-undelivered', {
    sentence: 'Nhiều thư bị từ chối hoặc gửi không được trong 24 giờ qua.',
    details: [plain(`Số thư: ${twoDigits(distress.undelivered)}.`)],
    deed: 'Xem trả lời của máy chủ thư theo từng hộp thư; sửa địa chỉ trong tệp lịch hoặc cấu hình máy chủ thư, rồi cho gửi lại.',
    page: CONSOLE_PAGES.undelivered,
  });
}

function unwritten({ distress }: Signs): Ill[] {
  return distress.unwritten.map(({ kind, letters, words }) =>
    lasting(`letters-unwritten:${kind}`, {
      sentence: `Không soạn được thư loại “${KIND_WORDS[kind]}”: mẫu thư hoặc dữ liệu có lỗi.`,
      details: [
        plain(words),
        ...letters.slice(0, MOST_DETAILS).map((id) => ({
          ...{ title: `Thư ${id}`, who: null, words: 'chờ soạn lại' },
          page: letterPage(id),
        })),
      ],
      deed: 'Sửa mẫu thư; thư được soạn và gửi lại, mỗi lần cách nhau không quá bốn giờ, hoặc bấm “Gửi ngay” tại trang của thư.',
      page: CONSOLE_PAGES.templates,
    }),
  );
}

function lasting(id: string, said: Omit<Ill, 'id' | 'once'>): Ill {
  return { id, once: false, ...said };
}

function plain(title: string): Ill['details'][number] {
  return { title, who: null, words: '', page: null };
}
