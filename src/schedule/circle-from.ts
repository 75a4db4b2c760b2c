/** The shortest way from `start` back to itself along `next`, as the ids on it: `a`, `b`, `a`; undefined when there is none. */
export function circleFrom(start: string, next: (id: string) => readonly string[]): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const reached = [start];
  for (const id of reached) {
    for (const following of next(id)) {
      if (following === start) return [...wayTo(id, cameFrom), start];
      if (cameFrom.has(following)) continue;
      cameFrom.set(following, id);
      reached.push(following);
    }
  }
  return undefined;
}

function wayTo(id: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let step: string | undefined = id; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
  return way;
}
