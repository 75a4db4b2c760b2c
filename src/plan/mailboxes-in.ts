import type { Schedule } from '../schedule/schedule.ts';

/** Every mailbox that the schedule files name, in lower case: of offices, of heads at any time, of those who run the system. */
export function mailboxesIn({ folders }: Schedule): ReadonlySet<string> {
  const named = folders.flatMap(({ units, digests }) => [
    digests.admins,
    ...[...units.values()].flatMap(({ office, heads }) => [office, ...heads.map(({ mailbox }) => mailbox)]),
  ]);
  return new Set(named.flatMap((mailbox) => mailbox?.toLowerCase() ?? []));
}
