import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../src/board/board-row.ts';
import { BOARD_STATES, type BoardStateId } from '../../src/board/board-state.ts';
import { chooseRows, countsOf, type BoardFilter } from '../../src/board/choose-rows.ts';

function row(id: string, more: Partial<BoardRow> = {}): BoardRow {
  return {
    ...{ id, plan: 'KH', planName: 'Kế hoạch số 703/KH-UBND', planTitle: 'Kế hoạch thử' },
    ...{ planNumber: '703/KH-UBND', obligation: id, title: `Nhiệm vụ ${id}`, unitRank: 0 },
    ...{ clause: 'điểm b, mục 2.1 (II.2.1.b)', clauseSymbol: 'II.2.1.b', unit: 'so-tu-phap' },
    ...{ unitName: 'Sở Tư pháp', nominal: '2019-10-14', aim: '2019-10-14', original: null },
    ...{ document: null, doneOn: null, state: 'calm', look: 'calm', shape: '○', words: 'Còn hạn' },
    ...{ distance: '', waitsFor: undefined },
    ...more,
  };
}

const ROWS = [
  row('a', { state: 'overdue', waitsFor: 'decision', unit: 'so-y-te', unitName: 'Sở Y tế' }),
  row('b', { state: 'awaiting', waitsFor: 'confirmation', document: '12/BC-STP' }),
  row('c', { title: 'Đề án ứng dụng công nghệ thông tin', clauseSymbol: 'II.1.4.c' }),
  row('d', { nominal: '2019-11-30', aim: '2019-11-29', plan: 'KH2', planTitle: 'Kế hoạch khác' }),
  row('e', { state: 'withdrawn' }),
];

const chosen = (filter: BoardFilter) => chooseRows(ROWS, filter).map(({ id }) => id);

describe('what is chosen', () => {
  it.each<[BoardFilter, string[]]>([
    [{}, ['a', 'b', 'c', 'd']],
    [{ unit: 'so-y-te' }, ['a']],
    [{ plan: 'KH2' }, ['d']],
    [{ clause: 'II.1.4.c' }, ['c']],
    [{ month: '2019-11' }, ['d']],
    [{ month: '2019-1' }, []],
    [{ day: '2019-11-29' }, ['d']],
    [{ day: '2019-11-30' }, ['d']],
    [{ state: 'overdue' }, ['a']],
    [{ state: 'awaiting' }, ['a', 'b']],
    [{ state: 'withdrawn' }, ['e']],
    [{ state: 'awaiting', unit: 'so-tu-phap' }, ['b']],
    [{ unit: 'khong-co' }, []],
  ])('%j', (filter, ids) => expect(chosen(filter)).toEqual(ids));

  it.each([
    ['de an ung dung', ['c']],
    ['ĐỀ ÁN', ['c']],
    ['thông tin đề', ['c']],
    ['so y te', ['a']],
    ['Sở Y tế', ['a']],
    ['12/bc', ['b']],
    ['ke hoach khac', ['d']],
    ['điểm b muc', ['a', 'b', 'c', 'd']],
    ['đề án sở y tế', []],
  ])('finds “%s” with or without marks', (words, ids) => expect(chosen({ words })).toEqual(ids));

  it('counts as many as each state then shows', () => {
    const counts = countsOf(ROWS);
    for (const { id } of BOARD_STATES) expect([id, counts[id]]).toEqual([id, chosen({ state: id }).length]);
    const shown: Partial<Record<BoardStateId | 'all', number>> = { all: 4, overdue: 1, awaiting: 2, calm: 2 };
    expect(counts).toMatchObject({ ...shown, withdrawn: 1 });
  });
});
