import { dkimRecord, publicKeyOf, type Dkim } from '../mail/dkim.ts';
import type { Settings } from '../settings/settings.ts';
import { NoDns, type Dns } from './dns.ts';
import { dmarcOf } from './dmarc.ts';
import { isReserved } from './reserved-domain.ts';
import { spfVerdict } from './spf-verdict.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

type Sender = Pick<Settings, 'mailFrom' | 'smtpUrl' | 'dkim'>;

/** What DNS says of the domain that letters come from: whether they can come back, and whether others can tell that they are genuine. */
export function senderChecks(sender: Sender, dns: Dns): Check[] {
  const { mailFrom, smtpUrl, dkim } = sender;
  const returned = mailFrom.returnTo ?? mailFrom.address;
  const returnDomain = returned.slice(returned.lastIndexOf('@') + 1).toLowerCase();
  const tried = (look: (smtp: string) => Promise<Verdict>) => async () => {
    if (smtpUrl === undefined) return notTried('Chưa đặt SMTP_URL: thư không rời khỏi máy này.');
    if (isReserved(mailFrom.domain))
      return notTried(`Miền ${mailFrom.domain} không có trong DNS; xem mục Địa chỉ gửi.`);
    try {
      return await look(smtpUrl);
    } catch (error) {
      if (error instanceof NoDns) return notTried(`${error.message}; thử --dns với máy chủ DNS khác.`);
      throw error;
    }
  };
  return [
    { id: 'mail-from', title: 'Địa chỉ gửi', look: () => fromVerdict(sender) },
    { id: 'mx', title: 'MX', look: tried(() => mxVerdict(dns, returnDomain)) },
    { id: 'spf', title: 'SPF', look: tried((smtp) => spfVerdict(dns, returnDomain, new URL(smtp).hostname)) },
    { id: 'dkim', title: 'DKIM', look: tried(() => dkimVerdict(dns, dkim, mailFrom.domain)) },
    { id: 'dmarc', title: 'DMARC', look: tried(() => dmarcVerdict(dns, mailFrom.domain)) },
  ];
}

function fromVerdict({ mailFrom, smtpUrl }: Sender): Verdict {
  if (smtpUrl !== undefined && isReserved(mailFrom.domain))
    return fault(
      `Thư mang địa chỉ ${mailFrom.address}, thuộc miền chỉ để làm ví dụ.`,
      'Đặt MAIL_FROM thành hộp thư thật của cơ quan.',
    );
  return ok(`Thư mang địa chỉ ${mailFrom.address}.`);
}

async function mxVerdict(dns: Dns, domain: string): Promise<Verdict> {
  const servers = await dns.mailServers(domain);
  if (servers.length === 1 && servers[0] === '')
    return fault(
      `${domain} tuyên bố không nhận thư (MX rỗng).`,
      'Thư trả lại không về được; đặt MAIL_FROM hoặc BOUNCE_ADDRESS ở miền nhận thư.',
    );
  if (servers.length > 0) return ok(`${domain} nhận thư qua ${servers.join(', ')}.`);
  return (await dns.addresses(domain)).length > 0
    ? warning(`${domain} không có bản ghi MX; thư trả lại chỉ về được qua bản ghi A.`, 'Khai báo bản ghi MX.')
    : fault(
        `${domain} không có bản ghi MX hay A: không ai gửi trả lại được.`,
        'Khai báo bản ghi MX cho miền này; nhiều máy chủ từ chối thư từ miền không nhận thư.',
      );
}

async function dkimVerdict(dns: Dns, dkim: Dkim | undefined, from: string): Promise<Verdict> {
  if (dkim === undefined)
    return notTried('Hệ thống không ký thư (chưa đặt DKIM_SELECTOR); bỏ qua nếu máy chủ thư ký thay.');
  const { name, zoneLine } = dkimRecord(dkim);
  const keys = (await dns.texts(name)).filter((text) => tagOf(text, 'p') !== undefined);
  if (keys.length === 0) return fault(`Không có bản ghi DKIM tại ${name}.`, `Khai báo: ${zoneLine}`);
  if (keys.length > 1)
    return fault(`Có ${keys.length} bản ghi DKIM tại ${name}.`, `Chỉ để lại một bản ghi: ${zoneLine}`);
  const published = tagOf(keys[0] ?? '', 'p');
  if (published === '')
    return fault(`Khóa DKIM tại ${name} đã bị thu hồi (p= rỗng).`, `Khai báo: ${zoneLine}`);
  if (published !== publicKeyOf(dkim.key))
    return fault(`Khóa DKIM tại ${name} không phải khóa đang ký thư.`, `Thay bản ghi bằng: ${zoneLine}`);
  return from === dkim.domain || from.endsWith(`.${dkim.domain}`)
    ? ok(`Khóa DKIM tại ${name} đúng là khóa đang ký thư.`)
    : warning(
        `Khóa DKIM tại ${name} đúng, nhưng thư mang miền ${from} còn chữ ký mang miền ${dkim.domain}.`,
        `Đặt DKIM_DOMAIN=${from} để chữ ký có giá trị với DMARC.`,
      );
}

async function dmarcVerdict(dns: Dns, domain: string): Promise<Verdict> {
  const found = await dmarcOf(dns, domain);
  if (found === undefined)
    return warning(
      `Không có bản ghi DMARC cho ${domain}.`,
      `Khai báo: _dmarc.${domain}. IN TXT "v=DMARC1; p=none; rua=mailto:..." rồi siết dần.`,
    );
  if (found.records.length > 1)
    return fault(`Có ${found.records.length} bản ghi DMARC tại ${found.name}.`, 'Chỉ để lại một bản ghi.');
  const policy = tagOf(found.records[0] ?? '', 'p');
  return policy === undefined || !['none', 'quarantine', 'reject'].includes(policy.toLowerCase())
    ? fault(`Bản ghi DMARC tại ${found.name} không có p= hợp lệ.`, 'Ghi p=none, p=quarantine hoặc p=reject.')
    : ok(`Bản ghi DMARC tại ${found.name}: p=${policy}.`);
}

/** A tag's value in a list such as `v=DKIM1; p=…`, without white space (RFC 6376, 3.2). */
function tagOf(record: string, tag: string): string | undefined {
  const parts = record.split(';').map((part) => part.split('='));
  const found = parts.find(([name = '']) => name.trim().toLowerCase() === tag);
  return found?.slice(1).join('=').replace(/\s+/g, '');
}
