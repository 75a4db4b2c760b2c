import { rootCertificates } from 'node:tls';

/**
 * How the way to an `smtp://` server is protected. `required`: by STARTTLS (RFC 3207) or not at all; `opportunistic`: by
 * STARTTLS where the server offers it; `off`: never. A certificate that cannot be verified ends the connection in either case.
 */
export type TlsRule = 'required' | 'opportunistic' | 'off';

export interface TlsWish {
  /** Absent: required, except to this machine itself, where nobody listens on the way. */
  rule?: TlsRule | undefined;
  /** Certificates (PEM) of authorities to be trusted beside those that Node knows. */
  authorities?: string | undefined;
}

/** What nodemailer needs to be told to keep to the wish. `smtps://` speaks TLS from its first byte, whatever the rule. */
export function tlsOptions(smtpUrl: string, { rule, authorities }: TlsWish) {
  return {
    ...WAYS[rule ?? usualRule(smtpUrl)],
    ...(authorities !== undefined && { tls: { ca: [...rootCertificates, authorities] } }),
  };
}

/** The rule where nothing is set. */
export function usualRule(smtpUrl: string): TlsRule {
  const { hostname } = new URL(smtpUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
    ? 'off'
    : 'required';
}

const WAYS: Record<TlsRule, { requireTLS?: true; ignoreTLS?: true }> = {
  required: { requireTLS: true },
  opportunistic: {},
  off: { ignoreTLS: true },
};
