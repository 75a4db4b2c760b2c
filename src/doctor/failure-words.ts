import { isFull, storageCode } from '../record/storage-code.ts';
import { wordsOf } from '../worker/words-of.ts';

/** Whether something failed because its disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { message, cause } = partsOf(error);
  return isFull(storageCode(error)) || /no space left on device/i.test(String(message)) || isDiskFull(cause);
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
