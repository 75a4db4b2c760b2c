import type { AccountRole } from '../record/account-tables.ts';

export type Role = AccountRole;

/** Every role. A unit answers for itself and stands apart; each of the others may do what those before it may, within its plans. */
export const ROLES: readonly AccountRole[] = ['unit', 'viewer', 'officer', 'admin'];

/** Who is signed in: a viewer or admin sees every plan, an officer the plans that its unit follows up, a unit what it leads. */
export type Account =
  | { name: string; role: 'viewer' | 'admin'; oneTime: boolean }
  | { name: string; role: 'officer' | 'unit'; folder: string; unit: string; oneTime: boolean };

/** What cannot be done with an account or a password; the message is for the person who asked. */
export class AccountRefused extends Error {
  override name = 'AccountRefused';
}

/** The columns of an account that its `Account` is made of. */
export const ACCOUNT_COLUMNS = [
  'account.name',
  'account.role',
  'account.folder',
  'account.unit',
  'account.one_time',
] as const;

/** An account from its row. */
export function accountOf(row: {
  name: string;
  role: AccountRole;
  folder: string | null;
  unit: string | null;
  one_time: boolean;
}): Account {
  const { name, role, folder, unit, one_time: oneTime } = row;
  if (role === 'viewer' || role === 'admin') return { name, role, oneTime };
  if (folder === null || unit === null) throw new Error(`The account ${name} has no unit`);
  return { name, role, folder, unit, oneTime };
}

/** Whether an account's role is `least` or stands above it; above a unit stands nobody, for nobody else answers as it. */
export function isAtLeast({ role }: { role: AccountRole }, least: AccountRole): boolean {
  if (least === 'unit') return role === 'unit';
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
