/** What the bench gives a worker process when it starts. */
export interface Start {
  /** How far its clock is ahead of the machine's, in milliseconds. */
  shift: number;
  /** Its settings, as environment variables. */
  environment: Record<string, string>;
}

/** What the bench asks of a running worker process. */
export type Order = 'beat' | 'readiness' | 'metrics' | 'status' | 'stop';

/** The answer to the order of that number; number 0 says that the worker has started. */
export interface Reply {
  number: number;
  value?: unknown;
  error?: string;
}
