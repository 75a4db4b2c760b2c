import type { IsoDate } from '../calendar/dates.ts';
import type { Figures } from '../plan/model.ts';
import type { DeadlinePause } from '../plan/pause.ts';
import type { NewEvent } from '../record/events.ts';

/** A deadline's row as an answer finds it. */
export interface Standing {
  status: 'open' | 'done' | 'withdrawn';
  /** Withdrawn by a decision. */
  taken_off: boolean;
  plan: string;
  obligation: string;
  unit: string;
  nominal: IsoDate;
  aim: IsoDate;
  original_nominal: IsoDate | null;
  extensions: number;
  received: boolean;
  accepted: boolean;
  handed_back: boolean;
  asked_until: IsoDate | null;
  met: boolean;
  /** The last pause. */
  pause: DeadlinePause | undefined;
  /** The days that extensions gave and that have not been undone, first to last. */
  granted: readonly IsoDate[];
  /** How many answers there have been. */
  answers: number;
}

/** What an answer does to the row, and what the record says of it. */
export interface Effect {
  row: Partial<Omit<Standing, 'pause' | 'granted'>> & {
    done_document?: string | null;
    done_on?: IsoDate | null;
    progress?: Figures;
  };
  /** A pause that begins or changes, or that the pause which there is ends now. */
  pause?: Pick<DeadlinePause, 'until' | 'why'> | 'ended';
  event: NewEvent;
}

/** The sentence, with what was noted beside it. */
export function withNote(sentence: string, note: string | undefined): string {
  return note === undefined ? sentence : `${sentence} Ghi chú: ${note}`;
}
