import { FAMILIES } from './fuzz/families.ts';
import { runCases, type Tally } from './fuzz/run-cases.ts';
import { parseArgs } from 'node:util';
import { randomInt } from 'node:crypto';

/**
 * `npm run fuzz [-- FAMILY…] [--seed N] [--cases N] [--case N] [--jobs N]`: spoils every kind of input and looks what becomes of it. The
 * same seed spoils alike; `--case` runs one case again. What made a case bad is kept in out/fuzz. SIGUSR2 tells how far it is. Exit code 1 for a hole.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    cases: { type: 'string' },
    case: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
const unknown = positionals.filter((name) => !FAMILIES.some((family) => family.name === name));
if (unknown.length > 0)
  throw new Error(`No family ${unknown.join(', ')}: ${FAMILIES.map(({ name }) => name).join(', ')}`);
console.log(`seed ${seed}`);
for (const family of FAMILIES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const only = values.case === undefined ? undefined : Number(values.case);
  const range =
    only === undefined ? { from: 0, to: Number(values.cases ?? family.full) } : { from: only, to: only + 1 };
  const begun = performance.now();
  const tally: Tally = { cases: 0, outcomes: {}, holes: [] };
  const tell = () => print(family.name, tally, performance.now() - begun);
  process.on('SIGUSR2', tell);
  await runCases(family, { seed, ...range, jobs: Number(values.jobs) }, tally);
  process.off('SIGUSR2', tell);
  tell();
  if (tally.holes.length > 0) process.exitCode = 1;
}

function print(name: string, { cases, outcomes, holes, slowest }: Tally, milliseconds: number): void {
  const counts = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
  console.log(`\n${name}: ${cases} cases in ${Math.round(milliseconds / 1000)} s`);
  for (const [outcome, count] of counts) console.log(`  ${outcome.padEnd(12)} ${count}`);
  if (slowest !== undefined)
    console.log(
      `  slowest      ${slowest.times.toFixed(1)} times the unspoilt (${Math.round(slowest.milliseconds)} ms), case ${slowest.index}`,
    );
  for (const what of ['crash', 'hang', 'wrong'])
    console.log(`  ${what.padEnd(12)} ${holes.filter((hole) => hole.what === what).length}`);
  for (const hole of holes)
    console.log(
      `\n  --seed ${seed} --case ${hole.index}: ${hole.what}${hole.kept === undefined ? '' : `, input kept in ${hole.kept}`}\n${hole.words}`,
    );
}
