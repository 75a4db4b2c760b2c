import { moment, shortDate } from '../calendar/wording.ts';
import { MOST_APART } from '../upkeep/health.ts';
import type { RecordSight } from './record-sight.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

/** A letter that waits longer than this past its hour is late. Milliseconds. */
const LATE = 3_600_000;

type Open = Extract<RecordSight, { state: 'open' }>;

/**
 * What `see` sees of the record, the letters in it, the proof of the last finished day, and the database's clock at `now`. It looks once, when the first of
 * these is asked for: beside the reading of the files, which keeps the process for seconds, the database would look silent.
 */
export function recordChecks(see: () => Promise<RecordSight>, now: () => Date): Check[] {
  let seen: Promise<RecordSight> | undefined;
  const sight = () => (seen ??= see());
  const whenOpen = (tell: (open: Open) => Verdict) => async () => {
    const record = await sight();
    return record.state === 'open' ? tell(record) : notTried('Chưa đọc được sổ.');
  };
  return [
    { id: 'record', title: 'Sổ', look: async () => recordVerdict(await sight()) },
    { id: 'letters', title: 'Thư đang chờ', look: whenOpen((open) => lettersVerdict(open, now())) },
    { id: 'pause', title: 'Tạm dừng gửi', look: whenOpen(pauseVerdict) },
    { id: 'ills', title: 'Sự cố', look: whenOpen(illsVerdict) },
    { id: 'coverage', title: 'Ngày gần nhất', look: whenOpen(coverageVerdict) },
    { id: 'database-clock', title: 'Đồng hồ của cơ sở dữ liệu', look: whenOpen(clockVerdict) },
  ];
}

function recordVerdict(sight: RecordSight): Verdict {
  switch (sight.state) {
    case 'absent':
      return warning('Chưa có sổ nào.', 'Chạy dondoc start: lần đầu sẽ tạo sổ và tài khoản quản trị.');
    case 'away':
      return fault(
        `Không mở được sổ: ${sight.words}`,
        'Xem cơ sở dữ liệu có chạy không và DATABASE_URL (hoặc DATA_DIR) có đúng không.',
      );
    case 'open':
      return ok(
        sight.by === 'worker'
          ? 'Tiến trình đang chạy giữ sổ và trả lời.'
          : 'Mở được sổ; các bảng đúng phiên bản của chương trình này.',
      );
    default:
      return sight.unknown.length > 0
        ? fault(
            `Sổ mới hơn chương trình này: có thêm ${sight.unknown.join(', ')}.`,
            'Chạy phiên bản mới hơn; không chạy phiên bản này trên sổ đó.',
          )
        : warning(
            `Sổ cũ hơn chương trình này: còn thiếu ${sight.missing.join(', ')}.`,
            'Sao lưu trước, rồi chạy dondoc start của phiên bản này: các bảng được nâng cấp khi khởi động.',
          );
  }
}

function lettersVerdict({ facts: { waiting, oldestDue } }: Open, now: Date): Verdict {
  if (oldestDue === null || now.getTime() - oldestDue.getTime() < LATE)
    return ok(`${waiting} thư đang chờ tới giờ gửi; không thư nào quá giờ.`);
  return fault(
    `${waiting} thư đang chờ; có thư đã quá giờ gửi từ ${moment(oldestDue)}.`,
    'Xem máy chủ thư có nhận không (mục Máy chủ thư), rồi mở /quan-ly/hang-doi để xem từng thư.',
  );
}

function pauseVerdict({ facts: { pause } }: Open): Verdict {
  return pause === null
    ? ok('Đang gửi bình thường.')
    : warning(
        `Mọi thư bị tạm dừng từ ${moment(pause.since)} bởi ${pause.by}: ${pause.why}`,
        'Khi lý do không còn, cho gửi lại tại /quan-ly/hang-doi.',
      );
}

function illsVerdict({ facts: { ills } }: Open): Verdict {
  return ills.length === 0
    ? ok('Hệ thống không ghi nhận sự cố nào đang kéo dài.')
    : warning(`Đang có: ${ills.join(', ')}.`, 'Mở /quan-ly/he-thong để xem từng sự cố và cách xử lý.');
}

function coverageVerdict({ coverage }: Open): Verdict {
  if ('problem' in coverage) return notTried(`Không chứng minh được: ${coverage.problem}`);
  const day = shortDate(coverage.day);
  return coverage.full
    ? ok(`${day}: mọi điều phải nhắc đã được nhắc.`)
    : fault(
        `${day}: có ${coverage.holes} điều phải nhắc mà chưa nhắc.`,
        `Chạy dondoc coverage --day ${coverage.day} để xem điều nào và vì sao.`,
      );
}

function clockVerdict({ facts: { clockAhead } }: Open): Verdict {
  const seconds = Math.round(Math.abs(clockAhead) / 1000);
  const found = `Đồng hồ của cơ sở dữ liệu và của máy này lệch nhau ${seconds} giây.`;
  return Math.abs(clockAhead) < MOST_APART
    ? ok(found)
    : fault(found, 'Bật đồng bộ giờ (chrony hoặc systemd-timesyncd) trên cả hai máy.');
}
