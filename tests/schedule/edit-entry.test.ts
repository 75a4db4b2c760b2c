import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { editEntry } from '../../src/schedule/edit-entry.ts';
import { CannotEdit, keyAtLine, readEntry, type ListName } from '../../src/schedule/file-entry.ts';

const FILES: [file: string, list: ListName][] = [
  ['schedules/kon-tum-2019/plan.yaml', 'obligations'],
  ['schedules/mau-2026/plan.yaml', 'obligations'],
  ['schedules/kon-tum-2019/units.yaml', 'units'],
  ['schedules/mau-2026/units.yaml', 'units'],
];

const HOSTILE = [
  `Báo cáo "năm": 'quý' # không phải ghi chú`,
  '- gạch đầu dòng: [a, {b: c}]',
  '!!js/function "x"',
  '&neo *neo',
  '| khối',
  '> gấp',
  '%YAML 1.1',
  '--- ...',
  '? khóa',
  '@ai `đó`',
  'true',
  'null',
  '~',
  '0x1F',
  '2019-06-30',
  '1_000',
  'dòng một\ndòng hai: x\r\n# ba',
  'tab\tvà \u0000 \u001b[31m \u0085 \u2028 \u202e \u200b \ufeff cuối',
  '😀 đặng \u{1D11E} ễỗậ',
  '\\n \\" \\u0041',
  ':',
  '-',
  'a:',
  'kết thúc bằng hai chấm:',
  '<<: *a',
];

interface Entry {
  id: string;
  title?: string;
  name?: string;
}

function entriesOf(text: string, list: ListName): Entry[] {
  return (parse(text) as Record<ListName, Entry[]>)[list];
}

describe.each(FILES)('%s', (file, list) => {
  const text = readFileSync(file, 'utf8');
  const key = list === 'units' ? 'name' : 'title';
  const ids = entriesOf(text, list).map(({ id }) => id);

  it.each(ids)('%s: what says the same changes nothing', (id) => {
    const entry = readEntry(text, list, id) ?? {};
    const fields = Object.fromEntries(
      Object.entries(entry).filter(
        ([, value]) => ['string', 'boolean'].includes(typeof value) || Array.isArray(value),
      ),
    ) as Record<string, string>;
    expect(
      editEntry(text, list, id, { ...fields, hint: fields.hint, standing: fields.standing ?? false }),
    ).toBe(text);
  });

  it.each(ids)('%s: a new title changes that line alone', (id) => {
    const lines = text.split('\n');
    const edited = editEntry(text, list, id, { [key]: 'Tên khác: “mới”' }).split('\n');
    expect(edited).toHaveLength(lines.length);
    const changed = lines.flatMap((line, at) => (line === edited[at] ? [] : [at]));
    expect(changed).toHaveLength(1);
    expect(edited[changed[0] ?? 0]).toBe(`    ${key}: 'Tên khác: “mới”'`);
    expect(readEntry(edited.join('\n'), list, id)?.[key]).toBe('Tên khác: “mới”');
  });

  it.each(HOSTILE)('%j comes back as the text it is', (hostile) => {
    const id = ids[0] ?? '';
    const edited = editEntry(text, list, id, { [key]: hostile });
    expect(edited.split('\n')).toHaveLength(text.split('\n').length);
    const expected = entriesOf(text, list).map((entry) =>
      entry.id === id ? { ...entry, [key]: hostile } : entry,
    );
    expect(entriesOf(edited, list)).toEqual(expected);
  });

  it.each(HOSTILE)('%j in a new entry comes back as the text it is', (hostile) => {
    const edited = editEntry(text, list, undefined, { id: 'moi', [key]: hostile });
    expect(edited.startsWith(text.slice(0, 400))).toBe(true);
    expect(entriesOf(edited, list)).toEqual([...entriesOf(text, list), { id: 'moi', [key]: hostile }]);
  });
});

const PLAN = `# Đầu tệp
plan: { id: kh }   # một dòng

obligations:
  # ghi chú trên
  - id: A1   # mã
    title: Tên cũ   # vì sao
    # giữa
    lead: [so-a,   so-b] # hai sở
    phrase: >-
      trước ngày
      15/10/2019
    target:
      atLeast: 80 # phần trăm

  # ghi chú dưới
  - {id: A2, title: Hai, lead: so-a}
  - title: Ba
    id: A3
# cuối tệp
`;

describe('the text around a change', () => {
  it('keeps the comment on the same line', () => {
    expect(editEntry(PLAN, 'obligations', 'A1', { title: 'Tên mới' })).toBe(
      PLAN.replace('title: Tên cũ ', 'title: Tên mới '),
    );
  });

  it('replaces a text written over several lines', () => {
    expect(editEntry(PLAN, 'obligations', 'A1', { phrase: 'trong quý I' })).toBe(
      PLAN.replace('phrase: >-\n      trước ngày\n      15/10/2019\n', 'phrase: trong quý I\n'),
    );
    expect(editEntry(PLAN, 'obligations', 'A1', { phrase: 'trước ngày 15/10/2019' })).toBe(PLAN);
  });

  it('keeps a list that names the same units, and writes one unit without brackets', () => {
    expect(editEntry(PLAN, 'obligations', 'A1', { lead: ['so-b', 'so-a'] })).toBe(PLAN);
    expect(editEntry(PLAN, 'obligations', 'A1', { lead: ['so-b'] })).toBe(
      PLAN.replace('lead: [so-a,   so-b]', 'lead: so-b'),
    );
    expect(editEntry(PLAN, 'obligations', 'A1', { with: ['so-c', 'so-d'] })).toBe(
      PLAN.replace('# hai sở\n', '# hai sở\n    with: [so-c, so-d]\n'),
    );
  });

  it('takes a line out and puts lines in where they belong', () => {
    expect(editEntry(PLAN, 'obligations', 'A1', { phrase: '' })).toBe(
      PLAN.replace('    phrase: >-\n      trước ngày\n      15/10/2019\n', ''),
    );
    expect(editEntry(PLAN, 'obligations', 'A1', { hint: 'H', phrase: '', due: 'D' })).toBe(
      PLAN.replace('phrase: >-\n      trước ngày\n      15/10/2019\n', 'due: D\n    hint: H\n'),
    );
    expect(editEntry(PLAN, 'obligations', 'A3', { title: undefined })).toBe(
      PLAN.replace('- title: Ba\n    id: A3', '- id: A3'),
    );
  });

  it('writes out an entry that stood in braces, and it alone', () => {
    expect(editEntry(PLAN, 'obligations', 'A2', { title: 'Hai mới' })).toBe(
      PLAN.replace('{id: A2, title: Hai, lead: so-a}', 'id: A2\n    title: Hai mới\n    lead: so-a'),
    );
  });

  it('adds an entry after the last one, before what is said at the end', () => {
    expect(
      editEntry(PLAN, 'obligations', undefined, { id: 'A4', title: 'Bốn', standing: true, hint: '' }),
    ).toBe(PLAN.replace('    id: A3\n', '    id: A3\n  - id: A4\n    title: Bốn\n    standing: true\n'));
    expect(
      editEntry(PLAN.trimEnd().replace('\n# cuối tệp', ''), 'obligations', undefined, { id: 'A4' }),
    ).toMatch(/id: A3\n {2}- id: A4$/);
  });

  it('keeps the line ends of a file from Windows', () => {
    const windows = PLAN.replaceAll('\n', '\r\n');
    const edited = editEntry(windows, 'obligations', 'A1', { title: 'Tên mới', hint: 'H' });
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(edited).toBe(
      editEntry(PLAN, 'obligations', 'A1', { title: 'Tên mới', hint: 'H' }).replaceAll('\n', '\r\n'),
    );
  });

  it('refuses what it cannot change without touching something else', () => {
    const anchored = 'obligations:\n  - id: A1\n    title: &ten Tên\n  - id: A2\n    title: *ten\n';
    expect(() => editEntry(anchored, 'obligations', 'A1', { title: 'Khác' })).toThrow(CannotEdit);
    expect(() => editEntry('obligations: [', 'obligations', 'A1', { title: 'x' })).toThrow(CannotEdit);
    expect(() => editEntry('obligations: [{id: A1}]', 'obligations', 'A1', { title: 'x' })).toThrow(
      CannotEdit,
    );
    expect(() => editEntry(PLAN, 'obligations', 'A9', { title: 'x' })).toThrow('A9');
  });
});

describe('a mapping in an entry', () => {
  const TARGET = `obligations:
  - id: A1
    title: Một
    target:
      # mức của Kế hoạch
      atLeast: 80 # phần trăm
      unit: '%'   # vì đếm
      measure: số xã
      totals:
        h-a: 13 # theo Công văn số 1
        h-b: 11
    hint: x # nhắc
`;

  it('has only the changed values changed', () => {
    const target = { atLeast: 60, unit: '%', measure: 'số xã', totals: { 'h-a': 13, 'h-b': 12 } };
    expect(editEntry(TARGET, 'obligations', 'A1', { target })).toBe(
      TARGET.replace('80 #', '60 #').replace('h-b: 11', 'h-b: 12'),
    );
  });

  it('can lose its first value and gain others, each in its place', () => {
    const target = { atMost: 3, unit: 'người', measure: 'cấp phó', counts: 'phòng' };
    expect(editEntry(TARGET, 'obligations', 'A1', { target })).toBe(`obligations:
  - id: A1
    title: Một
    target:
      # mức của Kế hoạch
      atMost: 3
      unit: người   # vì đếm
      measure: cấp phó
      counts: phòng
    hint: x # nhắc
`);
  });

  it('goes with its key', () => {
    expect(
      readEntry(editEntry(TARGET, 'obligations', 'A1', { target: undefined }), 'obligations', 'A1'),
    ).toEqual({
      ...{ id: 'A1', title: 'Một', hint: 'x' },
    });
  });

  it('says what is wanted after any change', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.constantFrom('%', 'a: b', '# c'),
      fc.constant({ x: 1, y: 'hai' }),
    );
    const mapping = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), value, { minKeys: 1 });
    fc.assert(
      fc.property(mapping, mapping, (one, other) => {
        const first = editEntry(TARGET, 'obligations', 'A1', { target: one });
        const second = editEntry(first, 'obligations', 'A1', { target: other });
        expect(readEntry(second, 'obligations', 'A1')?.target).toEqual(other);
      }),
    );
  });
});

describe('keyAtLine', () => {
  it('tells whose value stands on a line', () => {
    expect([6, 7, 9, 10, 12, 14, 16].map((line) => keyAtLine(PLAN, 'obligations', 'A1', line))).toEqual([
      'id',
      'title',
      'lead',
      'phrase',
      'phrase',
      'target.atLeast',
      undefined,
    ]);
  });
});
