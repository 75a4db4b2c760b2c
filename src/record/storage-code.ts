/** What the embedded Postgres throws when a file of its fails it has a number and no words. */
const BY_NUMBER: Record<number, string> = {
  2: 'EACCES',
  19: 'EDQUOT',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** Or it speaks of them as Postgres does. */
const BY_STATE: Record<string, string> = { '42501': 'EACCES', '53100': 'ENOSPC' };

const FULL = ['ENOSPC', 'EDQUOT'];

/** How Node names what befell a file (`ENOSPC`), whoever tells of it: Node itself, Postgres, or the embedded one by a number; undefined for what tells of no file. */
export function storageCode(error: object): string | undefined {
  const { name, code, errno, syscall } = error as NodeJS.ErrnoException;
  if (name === 'ErrnoError') return BY_NUMBER[errno ?? 0];
  // A socket may be refused with the same codes.
  if (code === undefined || syscall === 'connect' || syscall === 'listen') return undefined;
  return BY_STATE[code] ?? code;
}

/** Whether a code says that there is no room. */
export function isFull(code: string | undefined): boolean {
  return code !== undefined && FULL.includes(code);
}
