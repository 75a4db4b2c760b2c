import { wordsOf } from '../worker/words-of.ts';

/** `ENOSPC` as the embedded database's own file system numbers it. */
const NO_SPACE = 51;
/** Postgres's `disk_full`, and Node's. */
const NO_SPACE_CODES = ['53100', 'ENOSPC'];

/** Whether something failed because its disk is full. */
export function isDiskFull(error: unknown): boolean {
  const { errno, code, message, cause } = partsOf(error);
  return (
    errno === NO_SPACE ||
    NO_SPACE_CODES.some((known) => known === code) ||
    /no space left on device/i.test(String(message)) ||
    (cause !== undefined && isDiskFull(cause))
  );
}

/** What a failure says of itself. The embedded database throws objects that are no Error and have no message. */
export function failureWords(error: unknown): string {
  if (error instanceof Error && wordsOf(error) !== '') return wordsOf(error);
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, code, errno } = partsOf(error);
  const words = [name, message, code, errno]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .filter((part) => part !== '');
  return words.join(' ') || 'lỗi không rõ';
}

interface Parts {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  errno?: unknown;
  cause?: unknown;
}

function partsOf(error: unknown): Parts {
  return typeof error === 'object' && error !== null ? error : {};
}
