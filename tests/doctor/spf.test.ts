import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDns, type Dns } from '../../src/doctor/dns.ts';
import { judgeSpf } from '../../src/doctor/spf.ts';
import { startDns, type DnsServer } from '../support/dns-server.ts';

let server: DnsServer;
let dns: Dns;
beforeAll(async () => {
  server = await startDns({});
  dns = openDns(server.server);
});
afterAll(() => server.close());

const SENDER = '198.51.100.7';

describe('an SPF record', () => {
  it.each([
    ['v=spf1 ip4:198.51.100.7 -all', 'pass'],
    ['v=spf1 ip4:198.51.100.0/24 -all', 'pass'],
    ['v=spf1 ip4:198.51.101.0/24 -all', 'fail'],
    ['v=spf1 ip4:198.51.101.0/24 ~all', 'softfail'],
    ['v=spf1 ip6:2001:db8::/32 ?all', 'neutral'],
    ['v=spf1 ip4:203.0.113.1', 'neutral'],
    ['v=spf1 -ip4:198.51.100.7 +all', 'fail'],
    ['v=spf1 a -all', 'fail'],
    ['v=spf1 a:mail.kontum.test -all', 'pass'],
    ['v=spf1 mx -all', 'pass'],
    ['v=spf1 include:nhom.test -all', 'pass'],
    ['v=spf1 include:khac.test -all', 'fail'],
    ['v=spf1 include:khong-co.test -all', 'permerror'],
    ['v=spf1 redirect=nhom.test', 'pass'],
    ['v=spf1 redirect=khong-co.test', 'permerror'],
    ['v=spf1 redirect=nhom.test -all', 'fail'],
    ['v=spf1 exists:%{i}.spf.test -all', 'undecided'],
    ['v=spf1 ip4:198.51.100.7 exists:%{i}.spf.test -all', 'pass'],
    ['v=spf1 sai -all', 'permerror'],
    ['v=spf1 include:vong.test -all', 'permerror'],
    ['khong phai spf', 'none'],
  ])('%s says %s of an address', async (record, result) => {
    server.zone = {
      'kontum.test': { TXT: [record, 'mot-dieu-khac'], MX: [[10, 'mail.kontum.test']], A: ['203.0.113.9'] },
      'mail.kontum.test': { A: [SENDER] },
      'nhom.test': { TXT: [`v=spf1 ip4:${SENDER} -all`] },
      'khac.test': { TXT: ['v=spf1 ip4:203.0.113.0/24 -all'] },
      'vong.test': { TXT: ['v=spf1 include:vong.test -all'] },
    };
    expect(await judgeSpf(dns, 'kontum.test', SENDER)).toBe(result);
  });

  it('judges IPv6 by its own networks', async () => {
    server.zone = { 'kontum.test': { TXT: ['v=spf1 ip6:2001:db8::/32 -all'] } };
    expect(await judgeSpf(dns, 'kontum.test', '2001:db8::25')).toBe('pass');
    expect(await judgeSpf(dns, 'kontum.test', '2001:db9::25')).toBe('fail');
  });

  it('is void when there are two', async () => {
    server.zone = { 'kontum.test': { TXT: ['v=spf1 -all', 'v=spf1 +all'] } };
    expect(await judgeSpf(dns, 'kontum.test', SENDER)).toBe('permerror');
  });
});
