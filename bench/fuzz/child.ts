import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAMILIES } from './families.ts';
import { BadCase } from './family.ts';
import { randomOf } from './random.ts';
import type { CaseReport } from './run-cases.ts';

/** The cases `from` to `to` (left out) of a family, in a process that may die of them; each is reported as it ends. */
const [name = '', seedText = '', fromText = '', toText = ''] = process.argv.slice(2);
const [seed, from, to] = [seedText, fromText, toText].map(Number) as [number, number, number];
const family = FAMILIES.find((one) => one.name === name);
if (family === undefined) throw new Error(`No family ${name}`);
const opened = await family.open();
tell({ kind: 'open' });
for (let index = from; index < to; index += 1) {
  try {
    tell({ kind: 'end', index, ...(await opened.run(randomOf(seed, name, index))) });
  } catch (error) {
    const kept = error instanceof BadCase ? await keep(index, error.input) : undefined;
    tell({
      kind: 'bad',
      index,
      words: String(error instanceof BadCase ? error.message : (error as Error).stack),
      kept,
    });
  }
}
await opened.close();
process.disconnect?.();

function tell(report: CaseReport): void {
  process.send?.(report);
}

async function keep(index: number, input: Uint8Array | string): Promise<string> {
  const path = join('out', 'fuzz', `${name}-${seed}-${index}`);
  await mkdir(join('out', 'fuzz'), { recursive: true });
  await writeFile(path, input);
  return path;
}
