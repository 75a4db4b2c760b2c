import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certified {
  key: string;
  cert: string;
}

/** An authority of the test's own, and a server's certificate that it signed for `names` (as OpenSSL writes subjectAltName). */
export function makeCertificates(names = 'IP:127.0.0.1'): { authority: string; server: Certified } {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-certificates-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  try {
    const newKey = ['-newkey', 'rsa:2048', '-nodes'];
    openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority');
    openssl('req', ...newKey, '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=mail.example');
    writeFileSync(join(folder, 'names'), `subjectAltName=${names}`);
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
    openssl('x509', '-req', '-in', 'request.pem', '-out', 'cert.pem', '-days', '2', ...signing);
    return { authority: read('ca.pem'), server: { key: read('key.pem'), cert: read('cert.pem') } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
