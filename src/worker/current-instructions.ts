import type { Clock } from '../clock/clock.ts';
import { formatProblem } from '../schedule/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { readInstructions, type Instructions } from './instructions.ts';
import type { Log } from './log.ts';

/** The last schedules and templates without fault; files that have become faulty change nothing and are complained of once. */
export class CurrentInstructions {
  current: Instructions;
  problems: string[] = [];
  /** Since when there have been problems; null while there are none. */
  faultySince: Date | null = null;
  readonly #clock: Clock;
  readonly #settings: Pick<Settings, 'schedules' | 'templates'>;
  readonly #log: Log;

  constructor(
    settings: Pick<Settings, 'schedules' | 'templates'>,
    first: Instructions,
    clock: Clock,
    log: Log,
  ) {
    this.#settings = settings;
    this.#clock = clock;
    this.current = first;
    this.#log = log;
  }

  /** Reads both folders again. */
  async renew(): Promise<void> {
    const reading = await readInstructions(this.#settings.schedules, this.#settings.templates);
    const problems = reading.ok ? [] : reading.problems.map(formatProblem);
    if (reading.ok) this.current = reading.instructions;
    if (problems.join('\n') === this.problems.join('\n')) return;
    this.problems = problems;
    this.faultySince = problems.length === 0 ? null : (this.faultySince ?? this.#clock.now());
    for (const problem of problems)
      this.#log.warn({ problem }, 'files not used, the last valid ones stay in force');
    if (problems.length === 0) this.#log.info({}, 'files in use again');
  }
}
