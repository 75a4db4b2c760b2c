import { shortDate } from '../calendar/wording.ts';
import type { CoverageSight } from './record-sight.ts';
import { fault, notTried, ok, warning, type Verdict } from './verdict.ts';

/** Whether what was to be said on the last finished day reached its readers. */
export function coverageVerdict(coverage: CoverageSight): Verdict {
  if ('problem' in coverage) return notTried(`Không chứng minh được: ${coverage.problem}`);
  const { missed = 0, undelivered = 0, waiting = 0, silent = 0 } = coverage.counts;
  const day = shortDate(coverage.day);
  const unsaid = [
    ...(undelivered === 0 ? [] : [`${undelivered} điều không đến nơi nhận`]),
    ...(waiting === 0 ? [] : [`${waiting} điều còn chờ nhắc`]),
  ].join(', ');
  const look = `Chạy dondoc coverage --day ${coverage.day} để xem điều nào và vì sao`;
  if (missed > 0)
    return fault(
      `${day}: có ${missed} điều phải nhắc mà chưa nhắc${unsaid === '' ? '' : `; ngoài ra ${unsaid}`}.`,
      `${look}.`,
    );
  if (unsaid !== '')
    return warning(
      `${day}: không sót điều nào, nhưng ${unsaid}.`,
      `${look}; thư còn chờ ở /quan-ly/hang-doi, thư không gửi được ở /quan-ly/hang-doi/khong-gui-duoc.`,
    );
  return ok(
    `${day}: mọi điều phải nhắc đã được nhắc${silent === 0 ? '' : `, trừ ${silent} điều có lý do không nhắc`}.`,
  );
}
