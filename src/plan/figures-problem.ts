import type { Obligation } from '../schedule/schedule.ts';
import { amount } from './amount-words.ts';
import type { Figures } from './model.ts';

type Target = NonNullable<Obligation['target']>;

/** Beyond this a figure is a slip of the hand, and is no longer told exactly. */
const TOO_GREAT = 1e12;

/** Why what `unit` reports of its target cannot be taken, in a Vietnamese sentence for who reported it; undefined when it can. */
export function figuresProblem(target: Target, unit: string, figures: Figures): string | undefined {
  return target.counts === undefined
    ? valueProblem(target, figures)
    : shareProblem(target.counts, totalOf(target, unit), figures);
}

/** Out of how many the unit counts, when the plan says so; otherwise the unit reports that too. */
export function totalOf({ total, totals }: Target, unit: string): number | undefined {
  return totals?.[unit] ?? total;
}

function shareProblem(noun: string, known: number | undefined, { count, total = known }: Figures) {
  if (count === undefined) return `Cần ghi số ${noun} đã đạt.`;
  if (!isCount(count)) return `Số ${noun} đã đạt phải là số nguyên, từ 0 trở lên.`;
  if (total === undefined) return `Cần ghi tổng số ${noun}.`;
  if (!isCount(total) || total === 0) return `Tổng số ${noun} phải là số nguyên, lớn hơn 0.`;
  if (known !== undefined && total !== known)
    return `Tổng số theo kế hoạch là ${amount(known, noun)}, không phải ${amount(total, noun)}.`;
  if (count > total) return `Số đã đạt (${amount(count, noun)}) lớn hơn tổng số (${amount(total, noun)}).`;
  return undefined;
}

function valueProblem({ unit, direction, baselineValue }: Target, { value }: Figures): string | undefined {
  if (value === undefined) return `Cần ghi số liệu (đơn vị tính: ${unit}).`;
  if (!Number.isFinite(value) || value > TOO_GREAT) return 'Số liệu phải là một số, không quá lớn.';
  const isChange = direction !== undefined && baselineValue === undefined;
  if (value < 0)
    return isChange
      ? `Mức ${direction} không được âm; nếu chưa ${direction} thì ghi 0.`
      : 'Số liệu không được âm.';
  if (isChange && direction === 'giảm' && unit === '%' && value > 100) return 'Mức giảm không thể quá 100%.';
  return undefined;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= TOO_GREAT;
}
