import { describe, expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { filesChecks } from '../../src/doctor/files-check.ts';
import { recipientsVerdict } from '../../src/doctor/recipients-verdict.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const TODAY = '2019-10-09';
const SHIPPED = { schedules: 'schedules', templates: 'templates' };
const REAL = { office: 'vanthu@kontum.gov.vn', heads: [{ mailbox: 'lanhdao@kontum.gov.vn' }] };

const real = ['so-noi-vu', 'ubnd-tinh', 'so-y-te'].map((id) => unit(id, REAL));
const scheduleWith = (...units: ReturnType<typeof unit>[]) =>
  scheduleOf({ duties: [duty('A1', 'trước ngày 15/10/2019', 'so-y-te')], units: [...real, ...units] });

describe('whom letters go to', () => {
  it('is at fault where the plan that came with the program would be mailed through a real server', async () => {
    const settings = { ...SHIPPED, smtpUrl: 'smtps://user:password@mail.kontum.gov.vn:465' };
    const findings = await examine(filesChecks(settings, new Date('2026-08-03T00:00:00Z')), []);
    const recipients = findings.find(({ id }) => id === 'recipients');
    expect(recipients?.state).toBe('fault');
    expect(recipients?.found).toMatch(
      /^\d{2,} hộp thư .* \S+@\S+\.example, .* và \d+ hộp thư khác; .*mau-2026/,
    );
    expect(recipients?.advice).toContain('bỏ khỏi đó');
  });

  it('is left alone while no letter leaves the machine', async () => {
    const findings = await examine(filesChecks(SHIPPED, new Date('2026-08-03T00:00:00Z')), []);
    expect(findings.find(({ id }) => id === 'recipients')?.state).toBe('not-tried');
  });

  it('is right when every mailbox can be somebody’s', () => {
    expect(recipientsVerdict(scheduleWith(), TODAY, 'schedules').state).toBe('ok');
  });

  it.each(['so-y-te.example', 'Example.com', 'x.test', 'mail.invalid', 'localhost.localhost'])(
    'is at fault for one mailbox in %s',
    (domain) => {
      const odd = unit('so-y-te', { ...REAL, office: `vanthu@${domain}` });
      const verdict = recipientsVerdict(scheduleWith(odd), TODAY, 'schedules');
      expect(verdict.state).toBe('fault');
      expect(verdict.found).toContain(`1 hộp thư trong tệp kế hoạch`);
      expect(verdict.found).toContain(`vanthu@${domain}; thư mục tinh-thu.`);
    },
  );

  it('counts nobody who has gone, and whoever is still to come', () => {
    const gone = unit('so-cu', { to: '2019-06-30' });
    const heads = [
      { mailbox: 'cu@so-y-te.example', to: '2019-10-08' },
      { mailbox: 'moi@so-y-te.example', from: '2019-11-01' },
    ];
    const { found } = recipientsVerdict(
      scheduleWith(gone, unit('so-y-te', { ...REAL, heads })),
      TODAY,
      'schedules',
    );
    expect(found).toContain('1 hộp thư');
    expect(found).toContain('moi@so-y-te.example;');
  });

  it('counts the mailbox that daily results go to', () => {
    const { folders, calendar } = scheduleWith();
    const digests = { weekly: false, monthly: false, admins: 'quan-tri@tinh.example' };
    const schedule = { calendar, folders: folders.map((folder) => ({ ...folder, digests })) };
    expect(recipientsVerdict(schedule, TODAY, 'schedules').found).toContain('quan-tri@tinh.example');
  });
});
