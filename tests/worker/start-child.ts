import { startCommand } from '../../src/cli/start.ts';
import { readSettings } from '../../src/settings/settings.ts';

/** `dondoc start` itself, on a clock that runs from the instant given as the first argument. */
const ahead = new Date(process.argv[2] ?? '').getTime() - Date.now();

await startCommand({
  clock: { now: () => new Date(Date.now() + ahead) },
  settings: readSettings,
  colour: false,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  inputLines: () => {
    throw new Error('Nothing is read here');
  },
}).parseAsync([], { from: 'user' });
