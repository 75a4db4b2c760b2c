import { isIPv6 } from 'node:net';

/**
 * What one client is counted under: an IPv4 address, and of an IPv6 address its /64, since whoever has one address has them all
 * (RFC 6177, RFC 4291 section 2.5.4). An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2) is the IPv4 one, and a port after it is left out; what is no address is left as it is.
 */
export function clientNetwork(address: string): string {
  const [bare = ''] = address.replace(/^\[|\].*$/g, '').split('%');
  if (!isIPv6(bare)) return address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  // The URL parser writes every IPv6 address in one way (RFC 5952).
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - (first?.length ?? 0) - (last?.length ?? 0)).fill('0');
  const groups = tail === undefined ? (first ?? []) : [...(first ?? []), ...zeros, ...(last ?? [])];
  if (groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff')
    return groups
      .slice(6)
      .flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255])
      .join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}
