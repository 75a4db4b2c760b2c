import type { LinkKey, Purpose } from './link.ts';
import { isSignature, signatureOf } from './signature.ts';

/** A form as it was shown: on the page of which link, and after how many answers. */
export interface ShownForm {
  token: string;
  purpose: Purpose;
  seen: number;
}

/** What a form carries to prove that its page was opened: `key.signature`, each safe in a form field. */
export function markForm(form: ShownForm, key: LinkKey): string {
  return `${key.id}.${signatureOf('form', textOf(form), key).toString('base64url')}`;
}

/** Whether one of `keys` marked this very form. */
export function isMarked(form: ShownForm, mark: string, keys: readonly LinkKey[]): boolean {
  const [keyId, signed, ...more] = mark.split('.');
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined || signed === undefined || more.length > 0) return false;
  return isSignature(signed, signatureOf('form', textOf(form), key));
}

function textOf({ token, purpose, seen }: ShownForm): string {
  return JSON.stringify([purpose, seen, token]);
}
