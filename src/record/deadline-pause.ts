import type { IsoDate } from '../calendar/dates.ts';
import type { DeadlinePause } from '../plan/pause.ts';

/** The columns that keep a deadline's last pause. */
export interface PauseColumns {
  paused_at: Date | null;
  paused_until: IsoDate | null;
  paused_why: string | null;
  resumed_at: Date | null;
}

/** The last pause that a row keeps; undefined for a deadline that was never paused. */
export function pauseIn(row: PauseColumns): DeadlinePause | undefined {
  if (row.paused_at === null || row.paused_why === null) return undefined;
  return { since: row.paused_at, until: row.paused_until, ended: row.resumed_at, why: row.paused_why };
}
