import { BlockList, isIP } from 'node:net';
import type { Dns } from './dns.ts';

/** What a domain's SPF record (RFC 7208) says of an address; `undecided`: it has parts that cannot be judged from here. */
export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror' | 'undecided';

const RESULTS = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;
/** RFC 7208, 4.6.4. */
const MOST_LOOKUPS = 10;

/** The SPF records among a domain's texts. */
export function spfRecords(texts: readonly string[]): string[] {
  return texts.filter((text) => /^v=spf1( |$)/i.test(text));
}

/** Judges `address` (IPv4 or IPv6) by `domain`'s record. @throws NoDns */
export function judgeSpf(dns: Dns, domain: string, address: string): Promise<SpfResult> {
  return judge(dns, domain, address, { left: MOST_LOOKUPS });
}

async function judge(
  dns: Dns,
  domain: string,
  address: string,
  lookups: { left: number },
): Promise<SpfResult> {
  const records = spfRecords(await dns.texts(domain));
  if (records.length === 0) return 'none';
  if (records.length > 1) return 'permerror';
  const terms = (records[0] ?? '').split(/ +/).slice(1).filter(Boolean);
  let undecided = false;
  for (const term of terms.filter((text) => !/^[a-z][a-z0-9._-]*=/i.test(text))) {
    const { sign, name, value, prefixes } = partsOf(term);
    if (['include', 'a', 'mx', 'exists', 'ptr'].includes(name) && --lookups.left < 0) return 'permerror';
    const matched = await matches(dns, { name, value, prefixes }, { domain, address }, lookups);
    if (matched === 'permerror') return 'permerror';
    if (matched === 'undecided') undecided = true;
    // What comes after a part that cannot be judged holds only if that part does not match.
    else if (matched) return undecided ? 'undecided' : RESULTS[sign];
  }
  const target = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find((found) => found !== undefined);
  if (undecided || target?.includes('%')) return 'undecided';
  if (target === undefined) return 'neutral';
  if (--lookups.left < 0) return 'permerror';
  const result = await judge(dns, target, address, lookups);
  return result === 'none' ? 'permerror' : result;
}

interface Mechanism {
  name: string;
  value: string | undefined;
  /** How many leading bits of an IPv4 and of an IPv6 address must agree. */
  prefixes: { ipv4: number; ipv6: number };
}

function partsOf(term: string): Mechanism & { sign: keyof typeof RESULTS } {
  const [, sign = '+', name = '', rest = ''] = /^([+\-~?])?([a-z0-9]+)(.*)$/i.exec(term) ?? [];
  const [, value, ipv4, ipv6] = /^(?::(.*?))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/.exec(rest) ?? [];
  const own = name.toLowerCase() === 'ip6' ? { ipv4: 32, ipv6: Number(ipv4 ?? 128) } : undefined;
  return {
    sign: sign as keyof typeof RESULTS,
    name: name.toLowerCase(),
    value,
    prefixes: own ?? { ipv4: Number(ipv4 ?? 32), ipv6: Number(ipv6 ?? 128) },
  };
}

async function matches(
  dns: Dns,
  { name, value, prefixes }: Mechanism,
  { domain, address }: { domain: string; address: string },
  lookups: { left: number },
): Promise<boolean | 'permerror' | 'undecided'> {
  if (value?.includes('%')) return 'undecided';
  const within = (networks: string[]) => networks.some((network) => isWithin(address, network, prefixes));
  switch (name) {
    case 'all':
      return true;
    case 'ip4':
    case 'ip6':
      return value === undefined ? 'permerror' : within([value]);
    case 'a':
      return within(await dns.addresses(value ?? domain));
    case 'mx': {
      const servers = (await dns.mailServers(value ?? domain)).slice(0, MOST_LOOKUPS);
      return within(
        (await Promise.all(servers.filter(Boolean).map((server) => dns.addresses(server)))).flat(),
      );
    }
    case 'include': {
      if (value === undefined) return 'permerror';
      const result = await judge(dns, value, address, lookups);
      if (result === 'undecided') return result;
      return result === 'none' || result === 'permerror' ? 'permerror' : result === 'pass';
    }
    case 'exists':
    case 'ptr':
      return 'undecided';
    default:
      return 'permerror';
  }
}

function isWithin(address: string, network: string, prefixes: Mechanism['prefixes']): boolean {
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(network) === 0 || isIP(address) !== isIP(network)) return false;
  const list = new BlockList();
  const most = family === 'ipv4' ? 32 : 128;
  list.addSubnet(network, Math.min(prefixes[family], most), family);
  return list.check(address, family);
}
