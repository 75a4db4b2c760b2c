import { spawnSync } from 'node:child_process';

/** One command before a change: every step runs, each is named, and the last line counts them. */
const steps: [name: string, command: string][] = [
  ['Format', 'prettier --check --log-level warn src tests docs bench .ci package.json'],
  ['Lint', 'eslint -c .ci/eslint.config.js .'],
  ['Types', 'tsc --noEmit -p .'],
  ['Import rules', 'depcruise --config .ci/rooms.cjs src'],
  ['Circular imports', 'depcruise --config .ci/circles.cjs src'],
  ['Schedules and templates', 'tsx src/cli/dondoc.ts check'],
  ['Tests', 'vitest run --config tests/vitest.config.ts --root .'],
];

const failed = steps.filter(([name, command]) => {
  console.log(`\n==> ${name}`);
  return spawnSync('npx', ['--no-install', ...command.split(' ')], { stdio: 'inherit' }).status !== 0;
});

for (const [name] of failed) console.log(`Failed: ${name}`);
console.log(`\nSteps: ${steps.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
