import type { Dns } from './dns.ts';

/** DNS names are not climbed further than this (as the DMARC tree walk does it). */
const MOST_STEPS = 8;

/**
 * The DMARC records that hold for `domain`: its own, or those of the nearest domain above it that has any. The name of a whole country or a
 * single label is not asked. @throws NoDns
 */
export async function dmarcOf(
  dns: Dns,
  domain: string,
): Promise<{ name: string; records: string[] } | undefined> {
  const labels = domain.split('.');
  for (let step = 0; step < Math.min(labels.length - 1, MOST_STEPS); step += 1) {
    const name = `_dmarc.${labels.slice(step).join('.')}`;
    const records = (await dns.texts(name)).filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
    if (records.length > 0) return { name, records };
  }
  return undefined;
}
