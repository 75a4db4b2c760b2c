import { describe, expect, it } from 'vitest';
import { readLocatedYaml, type LocatedYaml } from '../../src/schedule/located-yaml.ts';

const encoder = new TextEncoder();

function read(text: string): LocatedYaml {
  const reading = readLocatedYaml(encoder.encode(text));
  if (!reading.ok) throw new Error(reading.faults.map(({ message }) => message).join());
  return reading.yaml;
}

function faultsOf(bytes: Uint8Array) {
  const reading = readLocatedYaml(bytes);
  return reading.ok ? [] : reading.faults;
}

describe('located YAML', () => {
  const yaml = read('a:\n  - b: một\n    c: [x, yy]\nd: &d\n  e: 1\nf: *d\n');

  it('points at values inside maps, lists and lines', () => {
    expect(yaml.placeOf(['a', 0, 'b'])).toEqual({ line: 2, column: 8 });
    expect(yaml.placeOf(['a', 0, 'c', 1])).toEqual({ line: 3, column: 12 });
  });

  it('points at a key when asked to', () => {
    expect(yaml.placeOf(['a', 0, 'c'], 'key')).toEqual({ line: 3, column: 5 });
  });

  it('points at what encloses a missing value', () => {
    expect(yaml.placeOf(['a', 0, 'missing'])).toEqual({ line: 2, column: 5 });
    expect(yaml.placeOf(['a', 7, 'b'])).toEqual({ line: 2, column: 3 });
    expect(yaml.placeOf(['missing'])).toEqual({ line: 1, column: 1 });
  });

  it('follows an alias to the place where the value was written', () => {
    expect(yaml.placeOf(['f', 'e'])).toEqual({ line: 5, column: 6 });
  });

  it('points at the key of an empty value', () => {
    expect(read('a: 1\nb:\n').placeOf(['b']).line).toBe(2);
  });

  it('counts the same in a file with Windows line ends', () => {
    expect(read('a: 1\r\nb:\r\n  c: 2\r\n').placeOf(['b', 'c'])).toEqual({ line: 3, column: 6 });
  });

  it('counts the same in a file with the line ends of old Macs', () => {
    expect(read('a: 1\rb:\r  c: 2\r').placeOf(['b', 'c'])).toEqual({ line: 3, column: 6 });
  });

  it('says once, at the first line, that lines are indented with no-break spaces', () => {
    const faults = faultsOf(encoder.encode('a:\n  b: 1\n \u00a0c: 2\n\u00a0\u00a0d: 3\n'));
    expect(faults).toEqual([{ line: 3, column: 1, message: expect.stringContaining('U+00A0') as string }]);
  });

  it('takes no-break spaces inside a value as they are', () => {
    expect(read('a: Sở\u00a0Tư pháp # \u00a0\n').value).toEqual({ a: 'Sở\u00a0Tư pháp' });
  });

  it('says once that a merge was left half done, even where only its end is left', () => {
    const merge = 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> nhánh\n';
    for (const [text, line] of [
      [merge, 2],
      [merge.replace('<<<<<<< HEAD\n', ''), 5],
    ] as const)
      expect(faultsOf(encoder.encode(text))).toEqual([
        { line, column: 1, message: expect.stringContaining('xung đột') as string },
      ]);
  });

  it('does not take a row of arrows inside a value for a merge', () => {
    expect(read('a: x <<<<<<< y\n').value).toEqual({ a: 'x <<<<<<< y' });
  });

  it('refuses each merge key at its place, and nothing else', () => {
    const faults = faultsOf(encoder.encode('a: &a { x: 1 }\nb:\n  <<: *a\nc: { <<: *a }\n'));
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, 3],
      [4, 6],
    ]);
    expect(faults[0]?.message).toContain('“<<”');
  });

  it('keeps days and hours as words', () => {
    expect(read('a: 2019-06-30\nb: 07:30\nc: yes\n').value).toEqual({
      a: '2019-06-30',
      b: '07:30',
      c: 'yes',
    });
  });

  it('lists every syntax error at once', () => {
    const faults = faultsOf(encoder.encode('a: 1\na: 2\n\tb: 3\nc: "x\n'));
    expect(faults.map(({ line }) => line)).toEqual(expect.arrayContaining([2, 3]));
    expect(faults.length).toBeGreaterThanOrEqual(3);
  });

  it('says once that a bracket was left open, not again at every word after it', () => {
    const text = '    to: [\n  - id: A13\n    clause: một, hai\n    lead: x\n';
    const places = faultsOf(encoder.encode(text)).map(({ line, column }) => [line, column]);
    expect(places.length).toBeLessThan(3);
    expect(places[0]).toEqual([2, 3]);
  });

  it('refuses a file over two megabytes without reading it', () => {
    expect(faultsOf(new Uint8Array(2 * 1024 * 1024 + 1))).toEqual([
      { line: 1, column: 1, message: expect.stringContaining('2 MB') as string },
    ]);
  });

  it.each([
    ['lists', '['.repeat(200_000)],
    ['lists on one line', '- '.repeat(10_000)],
    ['keys', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('refuses %s nested beyond reason', (_what, text) => {
    expect(faultsOf(encoder.encode(text)).map(({ message }) => message)).toEqual([
      'các mục lồng nhau quá sâu',
    ]);
  });
});
