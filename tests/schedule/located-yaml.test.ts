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
