import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The certificates (PEM) in a file, as a zod transform: a file that cannot be read or holds none is an issue. */
export function readCertificates(file: string, issues: z.RefinementCtx): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    issues.addIssue(`cannot be read: ${(error as Error).message}`);
    return z.NEVER;
  }
  try {
    for (const [pem] of text.matchAll(/-----BEGIN[^]*?(-----END[^\n]*|$)/g)) new X509Certificate(pem);
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Told below, together with a file that has no certificate at all.
  }
  issues.addIssue(`(${file}) holds no certificate in PEM form, or a damaged one`);
  return z.NEVER;
}
