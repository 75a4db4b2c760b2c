import { moment } from '../calendar/wording.ts';
import { MOST_APART } from '../upkeep/health.ts';
import { coverageVerdict } from './coverage-verdict.ts';
import { lettersVerdict } from './letters-verdict.ts';
import type { RecordSight } from './record-sight.ts';
import { recordVerdict } from './record-verdict.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

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
    { id: 'letters', title: 'Thư đang chờ', look: whenOpen(({ facts }) => lettersVerdict(facts, now())) },
    { id: 'pause', title: 'Tạm dừng gửi', look: whenOpen(pauseVerdict) },
    { id: 'ills', title: 'Sự cố', look: whenOpen(illsVerdict) },
    { id: 'coverage', title: 'Ngày gần nhất', look: whenOpen(({ coverage }) => coverageVerdict(coverage)) },
    { id: 'database-clock', title: 'Đồng hồ của cơ sở dữ liệu', look: whenOpen(clockVerdict) },
  ];
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

function clockVerdict({ facts: { clockAhead } }: Open): Verdict {
  const seconds = Math.round(Math.abs(clockAhead) / 1000);
  const found = `Đồng hồ của cơ sở dữ liệu và của máy này lệch nhau ${seconds} giây.`;
  return Math.abs(clockAhead) < MOST_APART
    ? ok(found)
    : fault(found, 'Bật đồng bộ giờ (chrony hoặc systemd-timesyncd) trên cả hai máy.');
}
