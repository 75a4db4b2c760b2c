import { pino } from 'pino';
import type { Settings } from '../settings/settings.ts';

/** Structured lines on standard output: addresses and ids, never a letter's words or a password. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

/** The process's log at the level that is set. */
export function createLog(level: Settings['logLevel']): Log {
  return pino({ level, base: null });
}
