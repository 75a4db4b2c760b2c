import { BlockList, isIP } from 'node:net';
import type { Dns } from './dns.ts';
import { judgeSpf, spfRecords, type SpfResult } from './spf.ts';
import { fault, ok, warning, type Verdict } from './verdict.ts';

const RELAYED = 'nếu máy chủ thư gửi ra ngoài từ địa chỉ khác thì địa chỉ đó cũng phải có trong bản ghi';

/**
 * What the SPF record of the domain that letters are returned to says of the mail server `host`. From here only the address that we hand letters
 * to is known; a server may send from another.
 */
export async function spfVerdict(dns: Dns, domain: string, host: string): Promise<Verdict> {
  const records = spfRecords(await dns.texts(domain));
  const [record] = records;
  if (record === undefined)
    return warning(
      `Không có bản ghi SPF cho ${domain}.`,
      `Khai báo: ${domain}. IN TXT "v=spf1 mx -all", thay mx bằng nơi máy chủ thư gửi đi.`,
    );
  if (records.length > 1)
    return fault(
      `Có ${records.length} bản ghi SPF cho ${domain}: cả hai đều vô hiệu.`,
      'Gộp thành một bản ghi.',
    );
  if (/(^|\s)\+?all(\s|$)/i.test(record))
    return warning(
      `SPF của ${domain} cho phép mọi máy gửi (+all): ${record}`,
      'Đổi +all thành -all hoặc ~all.',
    );
  const addresses = await addressesOf(dns, host);
  const shown = `SPF của ${domain} (${record})`;
  if (addresses.length === 0)
    return ok(`${shown} có đó; không đối chiếu được với ${host}: ${whyNot(host)}; ${RELAYED}.`);
  const results = await Promise.all(addresses.map((address) => judgeSpf(dns, domain, address)));
  return told(shown, `${host} (${addresses.join(', ')})`, results);
}

function told(shown: string, host: string, results: SpfResult[]): Verdict {
  if (results.includes('permerror'))
    return fault(
      `${shown} có lỗi hoặc cần hơn 10 lần hỏi DNS.`,
      'Sửa bản ghi theo RFC 7208; các phần include phải tồn tại.',
    );
  if (results.includes('undecided'))
    return ok(
      `${shown} có phần (exists, ptr, macro) không xét được từ đây; chưa rõ có cho phép ${host} không.`,
    );
  if (results.every((result) => result === 'pass')) return ok(`${shown} cho phép ${host}; ${RELAYED}.`);
  return warning(
    `${shown} không cho phép ${host}.`,
    `Thêm địa chỉ mà máy chủ thư dùng để gửi ra ngoài; bỏ qua nếu nó gửi từ địa chỉ khác đã có trong bản ghi.`,
  );
}

/** The public addresses of a host, which others see; none when it is on this machine or in a private network. */
async function addressesOf(dns: Dns, host: string): Promise<string[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const addresses = isIP(bare) === 0 ? await dns.addresses(bare) : [bare];
  return addresses.filter((address) => !PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));
}

function whyNot(host: string): string {
  return `${host} chỉ có địa chỉ nội bộ hoặc không có trong DNS này`;
}

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');
