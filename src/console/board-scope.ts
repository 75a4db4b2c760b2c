import type { Account } from '../account/account.ts';
import type { BoardScope } from '../board/read-board.ts';

/** An officer sees the plans that its unit follows up, a unit what it leads, the others all. */
export function scopeOf(account: Account): BoardScope {
  if (account.role === 'unit') return { folder: account.folder, lead: account.unit };
  return account.role === 'officer' ? { folder: account.folder, unit: account.unit } : 'all';
}
