const QUARTERS = ['I', 'II', 'III', 'IV'];

/** A reporting period's label in official words: `2019-Q3` → `quý III năm 2019`, `2019-H1` → `6 tháng đầu năm 2019`; null for a single day. */
export function periodWords(period: string): string | null {
  const [, year = '', part] = /^(\d{4})(?:-([QHW]?\d{1,2}))?$/.exec(period) ?? [];
  if (year === '') return null;
  if (part === undefined) return `năm ${year}`;
  const number = Number(part.replace(/\D/g, ''));
  switch (part[0]) {
    case 'Q':
      return `quý ${QUARTERS[number - 1]} năm ${year}`;
    case 'H':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'W':
      return `tuần ${number} năm ${year}`;
    default:
      return `tháng ${number < 3 ? `0${number}` : number} năm ${year}`;
  }
}
