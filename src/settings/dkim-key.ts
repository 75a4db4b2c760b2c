import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

/** Shorter keys are not accepted by those who check (RFC 8301, 3.2 asks signers for at least 2048 bits where they can). */
const FEWEST_BITS = 2048;

/** A private key (PEM) that letters can be signed with, as a zod transform. The mailer signs by RSA with SHA-256 alone. */
export function readDkimKey(pem: string, issues: z.RefinementCtx): string {
  const problem = problemOf(pem);
  if (problem === undefined) return pem;
  issues.addIssue(problem);
  return z.NEVER;
}

function problemOf(pem: string): string | undefined {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem);
    if (type !== 'rsa') return `must be an RSA key, not ${type}`;
    const bits = details?.modulusLength ?? 0;
    return bits < FEWEST_BITS ? `must have at least ${FEWEST_BITS} bits, not ${bits}` : undefined;
  } catch {
    return 'must be a private key in PEM form, without a passphrase';
  }
}
