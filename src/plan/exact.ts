/** A number that floating point might not tell exactly: `top / bottom`, both whole, `bottom` above zero. */
export interface Exact {
  top: bigint;
  bottom: bigint;
}

const PLACES = 6;

/** A decimal as it is written, to the sixth place. `value` lies below 1e21 and is finite. */
export function exact(value: number): Exact {
  return { top: BigInt(value.toFixed(PLACES).replace('.', '')), bottom: 10n ** BigInt(PLACES) };
}

/** `a - b`. */
export function minus(a: Exact, b: Exact): Exact {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** `percentage` percent of a whole number. */
export function partOf(percentage: number, whole: number): Exact {
  const { top, bottom } = exact(percentage);
  return { top: top * BigInt(whole), bottom: bottom * 100n };
}

/** How many percent `a` is of `b`, which is above zero. */
export function percentOf(a: Exact, b: Exact): Exact {
  return { top: a.top * b.bottom * 100n, bottom: a.bottom * b.top };
}

/** Whether `a` is less than `b`. */
export function isLess(a: Exact, b: Exact): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

/** Rounded to `places` after the comma (at most six), halves upwards. */
export function rounded({ top, bottom }: Exact, places = PLACES): number {
  const scale = 10n ** BigInt(places);
  return Number(floorOf(2n * top * scale + bottom, 2n * bottom)) / Number(scale);
}

/** The greatest whole number that is not more. */
export function floor({ top, bottom }: Exact): number {
  return Number(floorOf(top, bottom));
}

/** The least whole number that is not less. */
export function ceil({ top, bottom }: Exact): number {
  return Number(-floorOf(-top, bottom));
}

/** BigInt division cuts towards zero; this goes down. */
function floorOf(top: bigint, bottom: bigint): bigint {
  const cut = top / bottom;
  return top < 0n && cut * bottom !== top ? cut - 1n : cut;
}
