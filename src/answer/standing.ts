import type { IsoDate } from '../calendar/dates.ts';
import type { Figures } from '../plan/model.ts';
import type { NewEvent } from '../record/events.ts';

/** A deadline's row as an answer finds it. */
export interface Standing {
  status: 'open' | 'done' | 'withdrawn';
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
  /** How many answers there have been. */
  answers: number;
}

/** What an answer does to the row, and what the record says of it. */
export interface Effect {
  row: Partial<Standing> & {
    done_document?: string | null;
    done_on?: IsoDate | null;
    progress?: Figures;
  };
  event: NewEvent;
}

/** The sentence, with what was noted beside it. */
export function withNote(sentence: string, note: string | undefined): string {
  return note === undefined ? sentence : `${sentence} Ghi chú: ${note}`;
}
