/** How something that was looked at is. `not-tried`: nothing is known of it, and why is told. */
export type State = 'ok' | 'warning' | 'fault' | 'not-tried';

/** What was found, in Vietnamese on one line without secrets, and what to do about it. */
export interface Verdict {
  state: State;
  found: string;
  advice?: string;
}

/** One thing that the doctor looks at. */
export interface Check {
  /** Its name for programs; never changes. */
  id: string;
  /** Its name for readers, in Vietnamese. */
  title: string;
  /** Never changes what it looks at. What it throws becomes a fault. */
  look: () => Verdict | Promise<Verdict>;
}

/** A check's verdict. */
export interface Finding extends Verdict {
  id: string;
  title: string;
}

export const ok = (found: string): Verdict => ({ state: 'ok', found });
export const warning = (found: string, advice: string): Verdict => ({ state: 'warning', found, advice });
export const fault = (found: string, advice: string): Verdict => ({ state: 'fault', found, advice });
export const notTried = (found: string): Verdict => ({ state: 'not-tried', found });
