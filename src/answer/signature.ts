import { createHmac, timingSafeEqual } from 'node:crypto';

/** The HMAC of `text` under a key, bound to what it is for and to the key's name: a signature for one thing serves no other. */
export function signatureOf(
  what: 'link' | 'form',
  text: string,
  { id, secret }: { id: string; secret: string },
): Buffer {
  // 128 of the 256 bits (RFC 2104, section 5): long enough not to be guessed, short enough for a letter to show the address.
  return createHmac('sha256', secret).update(`dondoc ${what}\n${id}\n${text}`).digest().subarray(0, 16);
}

/** Only the one canonical spelling counts: base64url lets the last letter be written in several ways. */
export function isSignature(text: string, expected: Buffer): boolean {
  const given = Buffer.from(text, 'base64url');
  if (given.length !== expected.length || given.toString('base64url') !== text) return false;
  return timingSafeEqual(given, expected);
}
