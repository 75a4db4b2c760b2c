import { yearOf, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { DayOff, VnYear } from '../calendar/year-file.ts';
import type { FileProblem } from '../files/check-change.ts';
import type { Row, RowsPlace } from '../schedule/edit-rows.ts';
import { readDay } from '../web/form-day.ts';
import { textOf, type FormValues } from './files-form-values.ts';
import { FROM, fromOf, rowField, rowsOf, withRows, type FormRow } from './files-rows.ts';

/** The letters of the form's lists: sources, days off, swaps. */
export const SOURCES = 's';
export const DAYS = 'o';
export const SWAPS = 'w';

/** What each list begins a new row with; a row without any field would be none. */
export const BLANKS: Readonly<Record<string, FormRow>> = {
  [SOURCES]: new Map([['ref', ['']]]),
  [DAYS]: new Map([['kind', ['le']]]),
  [SWAPS]: new Map([['off', ['']]]),
};

/** The kinds of day off that have rows of their own; a swapped day stands with the day worked for it. */
export const KINDS: Readonly<Record<Exclude<DayOff['kind'], 'hoan_doi'>, string>> = {
  le: 'Ngày lễ, tết',
  bu: 'Nghỉ bù cho ngày lễ',
  lien_ke: 'Liền kề Quốc khánh',
  dia_phuong: 'Ngày nghỉ địa phương',
};

export const PLACES = {
  sources: { key: 'sources', order: ['ref', 'date'], style: 'block' },
  off: { key: 'off', order: ['date', 'kind', 'name', 'pairedWith', 'scope'], style: 'flow' },
  work: { key: 'work', order: ['date', 'name', 'pairedWith', 'scope'], style: 'flow' },
} as const satisfies Record<string, RowsPlace>;

/** A row of the file as the form asks for it, with the form's row and fields that show what is wrong with it. */
export interface DraftRow extends Row {
  field(key: string | undefined): string;
}

/** A year's file as the form asks for it. */
export interface YearDraft {
  status: VnYear['status'];
  sources: DraftRow[];
  off: DraftRow[];
  work: DraftRow[];
}

/** A year as its form shows it. */
export function calendarValues({ status, sources, off, work }: VnYear): FormValues {
  const day = (date: IsoDate | undefined) => [date === undefined ? '' : shortDate(date)];
  const sourceRows = sources.map(({ ref, date }, index) =>
    rowWith({ [FROM]: [String(index)], ref: [ref], date: day(date) }),
  );
  const dayRows = off.flatMap(({ date, kind, name, pairedWith }, index) =>
    kind === 'hoan_doi'
      ? []
      : [
          rowWith({
            ...{ [FROM]: [String(index)], date: day(date), kind: [kind], name: [name] },
            pairedWith: day(pairedWith),
          }),
        ],
  );
  const swapRows = off.flatMap(({ date, kind, pairedWith }, index) => {
    if (kind !== 'hoan_doi') return [];
    const worked = work.findIndex((one) => one.date === pairedWith && one.pairedWith === date);
    return [
      rowWith({
        [FROM]: [String(index)],
        worked: [indexText(worked)],
        off: day(date),
        work: day(pairedWith),
      }),
    ];
  });
  const lone = work.flatMap(({ date, pairedWith }, index) =>
    off.some((one) => one.kind === 'hoan_doi' && one.date === pairedWith && one.pairedWith === date)
      ? []
      : [rowWith({ worked: [String(index)], off: day(pairedWith), work: day(date) })],
  );
  const lists: [string, FormRow[]][] = [
    [SOURCES, sourceRows],
    [DAYS, dayRows],
    [SWAPS, [...swapRows, ...lone]],
  ];
  return lists.reduce<FormValues>(
    (values, [list, rows]) => withRows(values, list, rows),
    new Map([['status', [status]]]),
  );
}

/** What the form asks for, rows without anything in them left out. `before` is the year as the file has it. */
export function readDraft(values: FormValues, year: number, before: VnYear | undefined): YearDraft {
  const day = (text: string) => readDay(text) ?? text;
  const sources = filledRows(values, SOURCES, ['ref', 'date']).map(({ row, at }) => ({
    from: fromOf(row),
    fields: { ref: textOf(row, 'ref'), date: day(textOf(row, 'date')) },
    field: (key: string | undefined) => rowField(SOURCES, at, key ?? 'row'),
  }));
  const days = filledRows(values, DAYS, ['date', 'name', 'pairedWith']).map(({ row, at }) => ({
    from: fromOf(row),
    fields: {
      ...{ date: day(textOf(row, 'date')), kind: textOf(row, 'kind'), name: textOf(row, 'name') },
      pairedWith: day(textOf(row, 'pairedWith')),
    },
    field: (key: string | undefined) => rowField(DAYS, at, key ?? 'row'),
  }));
  const swaps = filledRows(values, SWAPS, ['off', 'work']).map(({ row, at }) => {
    const [off, work] = [day(textOf(row, 'off')), day(textOf(row, 'work'))];
    const worked = textOf(row, 'worked');
    return { at, off, work, offFrom: fromOf(row), workFrom: worked === '' ? undefined : Number(worked) };
  });
  const swappedOff = swaps
    .filter(({ off }) => yearOf(off) === year)
    .map(({ at, off, work, offFrom }): DraftRow => {
      const kept = isPair(before?.off[offFrom ?? -1], off, work);
      const name = kept ? {} : { name: `Nghỉ hoán đổi với ngày ${shortDate(work)}` };
      return {
        from: offFrom,
        fields: { date: off, kind: 'hoan_doi', ...name, pairedWith: work },
        field: (key) => rowField(SWAPS, at, key === 'pairedWith' ? 'work' : 'off'),
      };
    });
  const work = swaps
    .filter((swap) => yearOf(swap.work) === year)
    .map(({ at, off, work: day, workFrom }): DraftRow => {
      const kept = isPair(before?.work[workFrom ?? -1], day, off);
      const name = kept ? {} : { name: `Đi làm bù cho ngày ${shortDate(off)}` };
      return {
        from: workFrom,
        fields: { date: day, ...name, pairedWith: off },
        field: (key) => rowField(SWAPS, at, key === 'pairedWith' ? 'off' : 'work'),
      };
    });
  return {
    status: textOf(values, 'status') === 'provisional' ? 'provisional' : 'official',
    sources,
    off: inPlace([...days, ...swappedOff], before?.off ?? []),
    work: inPlace(work, before?.work ?? []),
  };
}

/** What the form itself sees is wrong: days that are none, and what must not be empty. */
export function calendarProblems(values: FormValues, year: number, file: string): FileProblem[] {
  const problem = (field: string, message: string): FileProblem[] => [
    { file, line: 1, column: 1, message, words: message, field },
  ];
  const days: [string, string[], (field: string) => boolean][] = [
    [SOURCES, ['date'], () => false],
    [DAYS, ['date', 'pairedWith'], (field) => field === 'date'],
    [SWAPS, ['off', 'work'], () => true],
  ];
  const wrongDays = days.flatMap(([list, fields, isNeeded]) =>
    filledRows(values, list, ['ref', 'date', 'name', 'pairedWith', 'off', 'work']).flatMap(({ row, at }) =>
      fields.flatMap((field) => {
        const text = textOf(row, field);
        const name = rowField(list, at, field);
        if (text === '') return isNeeded(field) ? problem(name, 'cần ghi ngày') : [];
        return readDay(text) === undefined
          ? problem(name, `“${text}” không phải một ngày có thật; viết dạng 30/04/${year}`)
          : [];
      }),
    ),
  );
  const elsewhere = filledRows(values, SWAPS, ['off', 'work']).flatMap(({ row, at }) => {
    const years = ['off', 'work'].map((field) => yearOf(readDay(textOf(row, field)) ?? `${year}-01-01`));
    return years.includes(year)
      ? []
      : problem(rowField(SWAPS, at, 'off'), `cả hai ngày đều không thuộc năm ${year}`);
  });
  const unnamed = filledRows(values, DAYS, ['date', 'name']).flatMap(({ row, at }) =>
    textOf(row, 'name') === '' ? problem(rowField(DAYS, at, 'name'), 'cần ghi tên ngày nghỉ') : [],
  );
  return [...wrongDays, ...elsewhere, ...unnamed];
}

/** An official year that is made anew names its notice by number; a law alone fixes no year. */
export function missingNotice(values: FormValues, file: string): FileProblem[] {
  const sources = rowsOf(values, SOURCES);
  const hasNotice = sources.some((row) => /\d\/[\p{Lu}\d-]+/u.test(textOf(row, 'ref')));
  if (textOf(values, 'status') === 'provisional' || hasNotice) return [];
  const message =
    'cần ghi số, ký hiệu của thông báo nghỉ lễ, tết; chưa có thông báo thì chọn tình trạng “Tạm tính”';
  const field = rowField(SOURCES, Math.max(0, sources.length - 1), 'ref');
  return [{ file, line: 1, column: 1, message, words: message, field }];
}

function filledRows(
  values: FormValues,
  list: string,
  fields: readonly string[],
): { row: FormRow; at: number }[] {
  return rowsOf(values, list)
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => fields.some((field) => textOf(row, field) !== ''));
}

/** Rows of the file stay where they are; a new one, or one with another day, goes before the first that is later. */
function inPlace(rows: DraftRow[], before: readonly { date: IsoDate }[]): DraftRow[] {
  const dateOf = ({ fields }: DraftRow) => (typeof fields.date === 'string' ? fields.date : '');
  const stays = (row: DraftRow) => row.from !== undefined && before[row.from]?.date === dateOf(row);
  const placed = rows.filter(stays).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  for (const row of rows.filter((one) => !stays(one))) {
    const later = placed.findIndex((other) => dateOf(other) > dateOf(row));
    placed.splice(later < 0 ? placed.length : later, 0, row);
  }
  return placed;
}

function isPair(
  day: { date: IsoDate; pairedWith?: IsoDate | undefined } | undefined,
  date: IsoDate,
  pairedWith: IsoDate,
): boolean {
  return day?.date === date && day.pairedWith === pairedWith;
}

function rowWith(fields: Record<string, string[]>): FormRow {
  return new Map(Object.entries(fields));
}

function indexText(index: number): string {
  return index < 0 ? '' : String(index);
}
