import { expect, it } from 'vitest';
import { isAstray } from '../../src/plan/is-astray.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const [FOLDER] = scheduleOf({ duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')] }).folders;
const OFFICE = 'vanthu@so-a.example';
const DEAD = [{ mailbox: OFFICE }];

it.each([
  ['to a mailbox that its unit still reads', 'today', OFFICE, [], false],
  ['to one that it no longer reads', 'today', 'cu@so-a.example', [], true],
  ['to one that takes no mail', 'today', OFFICE, DEAD, true],
  ['that sums up, to one that takes no mail', 'weekly', OFFICE, DEAD, true],
  // Planning writes no other, and who runs the system would never hear of it.
  ['to admins, whose mailbox takes no mail', 'admin', OFFICE, DEAD, false],
] as const)('a letter %s', (_, kind, mailbox, dead, expected) => {
  const notices = kind === 'today' ? [{ addressee: 'office', unit: 'so-a' } as const] : [];
  expect(isAstray({ kind, mailbox, notices }, FOLDER, '2019-10-09', dead)).toBe(expected);
});
