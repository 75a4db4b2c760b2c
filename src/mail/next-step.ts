import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { addresseeName, isSuperior } from '../plan/addressee.ts';
import { obstacleTo, type Step } from '../plan/climb.ts';
import type { Duty } from '../plan/deadlines.ts';

/** What the ladder does next once the day has passed in silence, politely and exactly; null when it does nothing more. */
export function nextStep(duty: Duty, steps: Step[], today: IsoDate): string | null {
  const { deadline, unit } = duty;
  if (unit.requested) return null;
  const ahead = steps.filter(
    (step) =>
      step.rung.offset > 0 && step.planned > today && obstacleTo(step, duty, step.planned) === undefined,
  );
  const [first] = ahead;
  if (first === undefined) return null;
  const together = ahead.filter(({ rung }) => rung === first.rung);
  const names = [...new Set(together.map((step) => addresseeName(step.addressee, step.unit)))];
  const said = together.some(({ addressee }) => isSuperior(addressee))
    ? 'gửi thư, báo cáo tới'
    : 'gửi thư nhắc tới';
  const when = shortDate(first.planned);
  const list = new Intl.ListFormat('vi').format(names);
  return today > deadline.nominal
    ? `Nếu đến ngày ${when} chưa ghi nhận kết quả, hệ thống sẽ ${said} ${list}.`
    : `Nếu đến hết ngày ${shortDate(deadline.nominal)} chưa ghi nhận kết quả, ngày ${when} hệ thống sẽ ${said} ${list}.`;
}
