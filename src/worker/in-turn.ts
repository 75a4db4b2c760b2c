/** Runs `work` once at a time: who asks while it runs waits for a run of their own. */
export function inTurn<Words extends unknown[], T>(
  work: (...words: Words) => Promise<T>,
): (...words: Words) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (...words) => {
    const run = last.then(() => work(...words));
    last = run.catch(() => undefined);
    return run;
  };
}
