import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import suite from './vitest.config.ts';

/** `npm run explore`: the property tests by a seed that no run had before; `SEED=… npm run explore` takes one again. */
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
console.info(`SEED=${seed}`);

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((path) => join('tests', path))
  .filter((path) => path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes("from 'fast-check'"));

export default { ...suite, test: { ...suite.test, include: tests, provide: { seed } } };
