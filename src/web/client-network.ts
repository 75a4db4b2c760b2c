import { isIPv6 } from 'node:net';

/**
 * What one client is counted under: an IPv4 address, and of an IPv6 address its /64, since whoever has one address has them all
 * (RFC 6177, RFC 4291 section 2.5.4). An IPv4 address written as IPv6 is the IPv4 one; what is no address is left as it is.
 */
export function clientNetwork(address: string): string {
  const [bare = ''] = address.replace(/^\[|\].*$/g, '').split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return address;
  // The URL parser writes every IPv6 address in one way (RFC 5952).
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - (first?.length ?? 0) - (last?.length ?? 0)).fill('0');
  const groups = tail === undefined ? (first ?? []) : [...(first ?? []), ...zeros, ...(last ?? [])];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
