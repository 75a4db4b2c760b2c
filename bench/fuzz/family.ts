import type { Random } from './random.ts';

/** One kind of input that is spoilt and handed to the product. */
export interface Family {
  name: string;
  /** Cases of the full run, and of the short one in the suite. */
  full: number;
  short: number;
  /** A case that takes longer than this, in milliseconds, hangs. */
  limit: number;
  open(): Promise<OpenFamily>;
}

/** A family at work: whatever it needs (a record, a server, a folder) is there until it is closed. */
export interface OpenFamily {
  /** Spoils, hands over, and judges what came of it. @throws BadCase, or whatever the product threw: both are a hole. */
  run(random: Random): Promise<CaseEnd>;
  close(): Promise<void>;
}

/** How a case ended well. */
export interface CaseEnd {
  /** Counted by this name: `valid`, `refused`, a status. */
  outcome: string;
  /** How long the product worked, and how long it works for the same unspoilt, in milliseconds of processor time. */
  took?: { spoilt: number; sound: number };
}

/** The product did not behave; `input` is what it was given, to be kept. */
export class BadCase extends Error {
  override name = 'BadCase';
  readonly input: Uint8Array | string;
  constructor(message: string, input: Uint8Array | string) {
    super(message);
    this.input = input;
  }
}

/** Runs `judge`; whatever it throws becomes a bad case of this input. */
export async function judging<T>(input: Uint8Array | string, judge: () => Promise<T> | T): Promise<T> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof BadCase) throw error;
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new BadCase(words, input);
  }
}
