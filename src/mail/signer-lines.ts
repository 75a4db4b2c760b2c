import type { IsoDate } from '../calendar/dates.ts';
import { headOn } from '../schedule/heads.ts';
import type { Unit } from '../schedule/schedule.ts';

/**
 * What stands over the signature of whoever heads the unit `today`, by title and never by name: `Giám đốc`. A people's committee is a
 * collective, and its head signs on its behalf (`TM.`: Nghị định 30/2020/NĐ-CP, phụ lục I).
 */
export function signerLines(unit: Unit, today: IsoDate): string[] {
  const title = shortTitle(unit, headOn(unit, today)?.title ?? unit.headTitle);
  return unit.name.startsWith('Ủy ban nhân dân') ? ['TM. Ủy ban nhân dân', title] : [title];
}

/** The title without the unit's own name, which the letterhead already says: `Giám đốc Sở Nội vụ` becomes `Giám đốc`. */
function shortTitle({ name, also = [] }: Unit, headTitle: string | undefined): string {
  if (headTitle === undefined) return 'Thủ trưởng';
  const unitName = [name, ...also].find((spelling) => headTitle.endsWith(` ${spelling}`));
  const short = headTitle.slice(0, headTitle.length - (unitName?.length ?? 0)).trim();
  // `Chánh Văn phòng`, `Trưởng Ban Dân tộc`: one word alone is no title.
  return short.includes(' ') ? short : headTitle;
}
