import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDns } from '../../src/doctor/dns.ts';
import { examine } from '../../src/doctor/examine.ts';
import { senderChecks } from '../../src/doctor/sender-checks.ts';
import type { Finding } from '../../src/doctor/verdict.ts';
import { dkimRecord, newDkimKey } from '../../src/mail/dkim.ts';
import { startDns, type DnsServer, type Zone } from '../support/dns-server.ts';

const DOMAIN = 'kontum.dondoc.internal';
const SMTP = 'smtps://user:password@mail.kontum.dondoc.internal:465';
const key = newDkimKey();
const dkim = { domain: DOMAIN, selector: 'dondoc2026', key };
const right: Zone = {
  [DOMAIN]: { TXT: ['v=spf1 mx -all'], MX: [[10, `mail.${DOMAIN}`]] },
  [`mail.${DOMAIN}`]: { A: ['198.51.100.7'] },
  [dkimRecord(dkim).name]: { TXT: [dkimRecord(dkim).text] },
  '_dmarc.dondoc.internal': { TXT: ['v=DMARC1; p=reject'] },
};

let server: DnsServer;
beforeAll(async () => {
  server = await startDns(right);
});
beforeEach(() => {
  server.zone = right;
});
afterAll(() => server.close());

async function found(
  sender: Partial<Parameters<typeof senderChecks>[0]> = {},
  dns = server.server,
): Promise<Record<string, Finding>> {
  const mailFrom = { name: 'Đôn đốc', address: `don-doc@${DOMAIN}`, domain: DOMAIN };
  const checks = senderChecks({ mailFrom, smtpUrl: SMTP, dkim, ...sender }, openDns(dns));
  const findings = await examine(checks, ['password']);
  return Object.fromEntries(findings.map((finding) => [finding.id, finding]));
}

function statesOf(findings: Record<string, Finding>) {
  return Object.fromEntries(Object.entries(findings).map(([id, { state }]) => [id, state]));
}

const ALL_RIGHT = { 'mail-from': 'ok', mx: 'ok', spf: 'ok', dkim: 'ok', dmarc: 'ok' };

describe('the DNS of the domain that letters come from', () => {
  it('is right when everything agrees; DMARC may stand above', async () => {
    expect(statesOf(await found())).toEqual(ALL_RIGHT);
  });

  it('is not tried where DNS is silent, and nothing crashes', async () => {
    const silent = createSocket('udp4').bind(0, '127.0.0.1');
    await once(silent, 'listening');
    const states = statesOf(await found({}, `127.0.0.1:${silent.address().port}`));
    silent.close();
    const untried = { mx: 'not-tried', spf: 'not-tried', dkim: 'not-tried', dmarc: 'not-tried' };
    expect(states).toEqual({ 'mail-from': 'ok', ...untried });
  }, 60_000);

  it.each<[string, Zone, string, string]>([
    ['mx', { [DOMAIN]: { TXT: ['v=spf1 -all'] } }, 'fault', 'không có bản ghi MX hay A'],
    ['mx', { [DOMAIN]: { MX: [[0, '.']] } }, 'fault', 'MX rỗng'],
    ['mx', { [DOMAIN]: { A: ['198.51.100.7'] } }, 'warning', 'không có bản ghi MX'],
    ['spf', { [DOMAIN]: { MX: [[10, `mail.${DOMAIN}`]] } }, 'warning', 'Không có bản ghi SPF'],
    ['spf', { [DOMAIN]: { TXT: ['v=spf1 -all', 'v=spf1 mx -all'] } }, 'fault', 'Có 2 bản ghi SPF'],
    ['spf', { [DOMAIN]: { TXT: ['v=spf1 +all'] } }, 'warning', 'mọi máy'],
    ['spf', { [DOMAIN]: { TXT: ['v=spf1 ip4:203.0.113.1 -all'] } }, 'warning', 'không cho phép'],
    ['spf', { [`mail.${DOMAIN}`]: { A: ['10.0.0.5'] } }, 'ok', 'không đối chiếu được'],
    ['dkim', { [dkimRecord(dkim).name]: {} }, 'fault', 'Không có bản ghi DKIM'],
    ['dkim', { [dkimRecord(dkim).name]: { TXT: ['v=DKIM1; p='] } }, 'fault', 'bị thu hồi'],
    ['dmarc', { '_dmarc.dondoc.internal': {} }, 'warning', 'Không có bản ghi DMARC'],
    ['dmarc', { '_dmarc.dondoc.internal': { TXT: ['v=DMARC1; p=x'] } }, 'fault', 'không có p='],
  ])('%s: with %o it is told as %s', async (id, change, state, words) => {
    server.zone = { ...right, ...change };
    const findings = await found();
    expect(findings[id]).toMatchObject({ state });
    expect(findings[id]?.found).toContain(words);
    if (state !== 'ok') expect(findings[id]?.advice).not.toBe('');
  });

  it('names the record to publish when the key in DNS is another', async () => {
    const other = dkimRecord({ ...dkim, key: newDkimKey() });
    server.zone = { ...right, [other.name]: { TXT: [other.text] } };
    const { dkim: finding } = await found();
    expect(finding?.state).toBe('fault');
    expect(finding?.advice).toContain(dkimRecord(dkim).zoneLine);
    expect(JSON.stringify(finding)).not.toContain('PRIVATE KEY');
  });

  it('warns of a signature in the name of another domain', async () => {
    const other = { ...dkim, domain: 'khac.dondoc.internal' };
    server.zone = { ...right, [dkimRecord(other).name]: { TXT: [dkimRecord(other).text] } };
    expect((await found({ dkim: other })).dkim).toMatchObject({ state: 'warning' });
  });

  it('is not asked when no letter leaves, and an address of no real domain is a fault when letters do', async () => {
    const states = statesOf(await found({ smtpUrl: undefined as never }));
    expect(states).toMatchObject({ 'mail-from': 'ok', spf: 'not-tried' });
    const mailFrom = { name: '', address: 'don-doc@dondoc.example', domain: 'dondoc.example' };
    expect(statesOf(await found({ mailFrom }))).toMatchObject({ 'mail-from': 'fault', spf: 'not-tried' });
  });
});
