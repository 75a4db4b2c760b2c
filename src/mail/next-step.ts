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
  const together = ahead.filter(({ order }) => order === first.order);
  const names = (superior: boolean) => [
    ...new Set(
      together
        .filter(({ addressee }) => isSuperior(addressee) === superior)
        .map(({ addressee, unit }) => addresseeName(addressee, unit, first.planned)),
    ),
  ];
  const said = [sentence('gửi thư nhắc tới', names(false)), sentence('báo cáo', names(true))]
    .filter(Boolean)
    .join(', ');
  const when = shortDate(first.planned);
  return today > deadline.nominal
    ? `Nếu đến ngày ${when} chưa ghi nhận kết quả, hệ thống sẽ ${said}.`
    : `Nếu đến hết ngày ${shortDate(deadline.nominal)} chưa ghi nhận kết quả, ngày ${when} hệ thống sẽ ${said}.`;
}

function sentence(verb: string, names: string[]): string {
  return names.length === 0 ? '' : `${verb} ${new Intl.ListFormat('vi').format(names)}`;
}
