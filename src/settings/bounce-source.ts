/** Where returned mail comes to. */
export type BounceSource = { maildir: string } | { imap: ImapPlace };

/** A folder on an IMAP server. */
export interface ImapPlace {
  host: string;
  port: number;
  user: string;
  password: string;
  folder: string;
  /** `tls` from the first byte, `starttls` required before the login, or `none` because the settings say so. */
  security: 'tls' | 'starttls' | 'none';
  /** Where messages that have been read are moved; absent: they are flagged Seen where they lie. */
  moveTo?: string;
}

const SECURITY = { 'imaps:': 'tls', 'imap:': 'starttls', 'imap+insecure:': 'none' } as const;

/**
 * Reads `imaps://user:password@host:993/INBOX`, `imap://…` (STARTTLS is required), `imap+insecure://…` (no encryption), each with `?move=Folder`
 * where wanted, or `maildir:/path`. User, password and folders are percent-encoded where they need it. Undefined for anything else.
 */
export function parseBounceSource(text: string): BounceSource | undefined {
  const maildir = /^maildir:(\/.*)$/.exec(text)?.[1];
  if (maildir !== undefined) return { maildir };
  const scheme = /^[a-z+]+:/.exec(text)?.[0] ?? '';
  if (!(scheme in SECURITY) || !URL.canParse(text)) return undefined;
  const security = SECURITY[scheme as keyof typeof SECURITY];
  const url = new URL(text);
  if (url.hostname === '' || url.username === '' || url.password === '') return undefined;
  try {
    const folder = decodeURIComponent(url.pathname.replace(/^\//, ''));
    const moveTo = url.searchParams.get('move');
    return {
      imap: {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? (security === 'tls' ? 993 : 143) : Number(url.port),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        folder: folder === '' ? 'INBOX' : folder,
        security,
        ...(moveTo !== null && moveTo !== '' && { moveTo }),
      },
    };
  } catch {
    return undefined;
  }
}
