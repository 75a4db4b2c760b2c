import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

/** What letters are signed with (RFC 6376). */
export interface Dkim {
  domain: string;
  selector: string;
  /** The private key, PEM. */
  key: string;
}

/** A new private key (PEM) to sign with: RSA with 2048 bits, which fits into one DNS answer. */
export function newDkimKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** The DNS record by which others check signatures: its name, and its text in pieces of at most 255 characters (RFC 6376, 3.6.2). */
export function dkimRecord({ domain, selector, key }: Dkim): {
  name: string;
  text: string;
  zoneLine: string;
} {
  const name = `${selector}._domainkey.${domain}`;
  const text = `v=DKIM1; k=rsa; p=${publicKeyOf(key)}`;
  const pieces = text.match(/.{1,250}/g) ?? [];
  return { name, text, zoneLine: `${name}. IN TXT ( ${pieces.map((piece) => `"${piece}"`).join(' ')} )` };
}

/** The public key of a private one, as a DKIM record carries it: DER in base64. */
export function publicKeyOf(key: string): string {
  return createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'der' }).toString('base64');
}
