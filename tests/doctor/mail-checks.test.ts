import { expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { mailChecks } from '../../src/doctor/mail-checks.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

it.each([
  ['535 5.7.8 Authentication failed', '535 5.7.8 Authentication failed'],
  ['5.7.8 Authentication failed', '535 5.7.8 Authentication failed'],
  ['5350 tries are too many', '535 5350 tries are too many'],
])('says the code of “%s” once', async (words, said) => {
  const sink = await startSmtpSink({ login: true });
  sink.trouble = (stage) => (stage === 'auth' ? { code: 535, words } : undefined);
  const checks = mailChecks(parseSettings({ SMTP_URL: sink.url }), undefined, new Date(0));
  const [smtp] = await examine(checks, []);
  await sink.close();
  expect(smtp?.state).toBe('fault');
  expect(smtp?.found).toMatch(new RegExp(`không dùng được: ${said}$`));
});
