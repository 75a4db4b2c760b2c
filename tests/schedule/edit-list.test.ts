import { expect, it } from 'vitest';
import { editEntry } from '../../src/schedule/edit-entry.ts';

const FILE = `groups:
  - id: g
    name: Nhóm
    members:
      # trước hết
      - a # ở lại

      - b # đi
      - 'c'
  # sau nhóm
  - id: h
    name: Khác
    members: [a, b]
`;

const members = (...ids: string[]) => ({ members: new Set(ids) });

it.each([
  ['a member that goes takes its line along', ['a', 'c'], FILE.replace('      - b # đi\n', '')],
  [
    'one that comes gets a line after the last',
    ['d', 'c', 'b', 'a'],
    FILE.replace("'c'\n", "'c'\n      - d\n"),
  ],
  ['the last goes, another comes', ['a', 'b', 'true'], FILE.replace("      - 'c'\n", "      - 'true'\n")],
  ['another order is no change', ['c', 'b', 'a'], FILE],
])('in a list of texts %s', (_what, ids, expected) => {
  expect(editEntry(FILE, 'groups', 'g', members(...ids))).toBe(expected);
});

it('a list of which nobody stays is written anew', () => {
  expect(editEntry(FILE, 'groups', 'g', members('x', 'y'))).toContain('    members: [x, y]\n  # sau nhóm');
});

it('a list on one line stays on one line', () => {
  expect(editEntry(FILE, 'groups', 'h', members('b', 'z'))).toContain('    members: [b, z]\n');
});

it('a long list is written one text a line', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `mot-co-quan-${at}`);
  expect(editEntry(FILE, 'groups', 'h', members(...ids))).toContain(
    '    members:\n      - mot-co-quan-0\n      - mot-co-quan-1\n',
  );
});
