import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printable } from '../../src/cli/printable.ts';
import { table } from '../../src/cli/table.ts';
import { readableLine } from '../../src/record/readable-line.ts';
import { createLog } from '../../src/worker/log.ts';

/** What a stranger may put into an answer, an address, a reply, a header or a name. */
const STRANGE: [what: string, sign: string][] = [
  ['a line feed', '\n'],
  ['a carriage return', '\r'],
  ['both', '\r\n{"level":30,"msg":"sent"}\r\n'],
  ['a colour', '\u001b[31m'],
  ['a title for the terminal', '\u001b]0;x\u0007'],
  ['an eight-bit escape', '\u009b31m'],
  ['a zero byte', '\0'],
  ['a backspace', '\b\b\b'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a change of direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['half a character', '\ud800'],
  ['a quotation mark', '","level":60,"x":"'],
  ['a secret that ends in a mark', 'Bearer abc"\n'],
  ['a mailbox before a mark', 'ai@khac.example"\r\nx'],
];
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

it.each(STRANGE)('a log line with %s stays one line of JSON that says the same', (_what, sign) => {
  const lines: string[] = [];
  const log = createLog('info', ['mot-bi-mat'], { write: (line) => lines.push(line) });
  log.warn({ error: `x${sign}y`, list: [sign], [`k${sign}`]: 1 }, `beat ${sign}`);
  log.error({ error: new Error(`x${sign}y`).message }, 'web');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.trimEnd().split(/[\n\r\u2028\u2029]/u)).toHaveLength(1);
    expect(line.trimEnd()).not.toMatch(STEERING);
    const { level } = JSON.parse(line) as { level: number };
    expect([40, 50]).toContain(level);
  }
});

it.each(STRANGE)('words of a server with %s are kept on one line', (_what, sign) => {
  expect(readableLine(`550 ${sign} no`)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});

it.each(STRANGE)('%s in a stored word does not steer the terminal', (_what, sign) => {
  const shown = table(['Tên'], [[`so-a${sign}`]], true).map((line) => printable(line, true));
  expect(shown[0]).toMatch(/^\u001b\[1mTên/);
  expect(shown[1]?.replaceAll(/\r?\n/g, '')).not.toMatch(STEERING);
  const json = JSON.stringify({ words: `x${sign}y` });
  expect(JSON.parse(printable(json, false))).toEqual({ words: `x${sign}y` });
});

it('a refusal that quotes what was typed shows its controls as escapes', () => {
  const program = join('src', 'cli', 'dondoc.ts');
  const args = ['--import', 'tsx', program, 'due', 'xyz', '--from', '\u001b[31m\u202e'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).not.toBe('');
  expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(STEERING);
}, 180_000);
