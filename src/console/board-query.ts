import { isIsoDate } from '../calendar/dates.ts';
import { BOARD_STATES } from '../board/board-state.ts';
import type { BoardFilter } from '../board/choose-rows.ts';
import { readMonth } from '../board/month.ts';
import { CONSOLE } from './console-env.ts';

/** What the address bar asks of the board. */
export interface BoardQuery {
  filter: BoardFilter;
  /** From 1. */
  page: number;
}

const LONGEST = 200;

/** How each part of the filter is called in addresses and forms. */
export const FIELDS = {
  words: 'tim',
  state: 'trang-thai',
  unit: 'don-vi',
  plan: 'ke-hoach',
  clause: 'muc',
  month: 'thang',
  day: 'ngay',
} as const satisfies Record<keyof BoardFilter, string>;

/** Reads a board's address; what is empty or unreadable in it is not asked. */
export function readBoardQuery(query: Record<string, string>): BoardQuery {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, LONGEST) || undefined;
  const day = text(FIELDS.day);
  const filter: BoardFilter = {
    words: text(FIELDS.words),
    state: BOARD_STATES.find(({ slug }) => slug === query[FIELDS.state])?.id,
    unit: text(FIELDS.unit),
    plan: text(FIELDS.plan),
    clause: text(FIELDS.clause),
    month: readMonth(text(FIELDS.month)),
    day: day !== undefined && isIsoDate(day) ? day : undefined,
  };
  const page = query.trang ?? '';
  return { filter, page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 };
}

/** The board's address for a filter: `/quan-ly?don-vi=so-tu-phap`. */
export function boardAddress(filter: BoardFilter, page = 1): string {
  const parameters = new URLSearchParams();
  const slug = BOARD_STATES.find(({ id }) => id === filter.state)?.slug;
  for (const [part, value] of Object.entries({ ...filter, state: slug }))
    if (value !== undefined) parameters.set(FIELDS[part as keyof BoardFilter], value);
  parameters.sort();
  if (page > 1) parameters.set('trang', String(page));
  return parameters.size === 0 ? CONSOLE : `${CONSOLE}?${parameters.toString()}`;
}

/** The address of a month's page; `month` as `2019-10`. */
export function monthAddress(month: string): string {
  return `${CONSOLE}/thang?thang=${month}`;
}
