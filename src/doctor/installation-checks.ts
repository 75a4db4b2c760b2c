import type { Clock } from '../clock/clock.ts';
import type { SettingsGiven } from '../settings/secret-holders.ts';
import type { Settings } from '../settings/settings.ts';
import { diskCheck } from './disk-check.ts';
import type { Dns } from './dns.ts';
import { filesChecks } from './files-check.ts';
import { mailChecks } from './mail-checks.ts';
import { programChecks } from './program-check.ts';
import { recordChecks } from './record-checks.ts';
import { seeRecord, type Running } from './record-sight.ts';
import { redisCheck } from './redis-check.ts';
import { senderChecks } from './sender-checks.ts';
import { settingsChecks } from './settings-check.ts';
import type { Check } from './verdict.ts';
import { webChecks } from './web-checks.ts';
import { workerChecks } from './worker-checks.ts';

export interface Installation {
  settings: Settings;
  given: SettingsGiven;
  clock: Clock;
  dns: Dns;
  /** The process that holds the embedded record, and where its pages are; undefined when none does. */
  running: (Running & { url: string }) | undefined;
  /** Where a test letter is wanted to go. */
  sendTo: string | undefined;
}

/** Everything that is looked at, from the program to the DNS, in the order in which it is read. */
export function installationChecks(installation: Installation): Check[] {
  const { settings, given, clock, dns, running, sendTo } = installation;
  const now = () => clock.now();
  return [
    ...programChecks(),
    ...settingsChecks(given),
    ...filesChecks(settings, now()),
    diskCheck(settings.dataDir),
    ...recordChecks(() => seeRecord(settings, clock, running), now),
    redisCheck(settings.redisUrl),
    ...workerChecks({ ...settings, running, now }),
    ...webChecks(settings, now),
    ...mailChecks(settings, sendTo, now()),
    ...senderChecks(settings, dns),
  ];
}
