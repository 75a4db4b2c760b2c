/** Chance that can be had again: equal seeds, equal choices. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number;
  /** One of `items`, which are at least one. */
  pick<T>(items: readonly T[]): T;
  /** True once in `times`. */
  oneIn(times: number): boolean;
}

/** The chance of one case: it follows from the run's seed, the family's name and the case's number, and from nothing else. */
export function randomOf(seed: number, family: string, index: number): Random {
  const next = mulberry32(hashOf(`${seed}/${family}/${index}`));
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    pick: (items) => items[number(items.length)] as (typeof items)[number],
    oneIn: (times) => number(times) === 0,
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, enough for choosing slips. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
