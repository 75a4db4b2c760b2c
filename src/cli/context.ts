import type { Clock } from '../clock/clock.ts';
import type { Settings } from '../settings/settings.ts';

/** What every command is handed: where to speak, what time it is, how the program is set. */
export interface CliContext {
  clock: Clock;
  /** Reads and validates the environment on first use. @throws Refusal naming every bad setting. */
  settings(): Settings;
  /** Whether standard output is a terminal that wants colours (`NO_COLOR` is honoured). */
  colour: boolean;
  /** Writes one line to standard output. */
  print(line: string): void;
  /** Writes one line to standard error. */
  complain(line: string): void;
  /** All of standard input, line by line. */
  inputLines(): AsyncIterable<string>;
}

/** A known failure: its message is all the user needs; the process exits 1 and no stack is shown. */
export class Refusal extends Error {
  override name = 'Refusal';
}
