/** What a program may do: register events, write down answers and decisions, read deadlines and status, read metrics. */
export const SCOPES = ['events', 'answers', 'read', 'metrics'] as const;
export type Scope = (typeof SCOPES)[number];

/** A program that may come in: the name that the record keeps, the secret that it shows, and what it may do. */
export interface ApiToken {
  name: string;
  secret: string;
  scopes: Scope[];
}

const SHORTEST_SECRET = 24;
const LONGEST_NAME = 60;
/** What a token may do that names no scope. */
const USUAL: Scope[] = ['events'];

/**
 * Reads `name:secret,name:secret:scope|scope`, or one token a line; nothing means no token. Undefined when a name is empty, too long or used twice, a
 * scope is unknown, or a secret is too short to be safe or could not stand in an Authorization header.
 */
export function parseApiTokens(text: string): ApiToken[] | undefined {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const tokens = parts.map(readToken);
  const names = new Set(tokens.map((token) => token?.name));
  return names.size === tokens.length && tokens.every((token) => token !== undefined) ? tokens : undefined;
}

function readToken(part: string): ApiToken | undefined {
  const [name = '', secret = '', scopes, ...more] = part.split(':').map((piece) => piece.trim());
  const sound =
    name !== '' &&
    name.length <= LONGEST_NAME &&
    secret.length >= SHORTEST_SECRET &&
    /^[A-Za-z0-9._~+/-]+=*$/.test(secret) &&
    more.length === 0;
  const named = scopes === undefined ? USUAL : SCOPES.filter((scope) => scopes.split('|').includes(scope));
  const known = scopes === undefined || named.length === scopes.split('|').length;
  return sound && known ? { name, secret, scopes: named } : undefined;
}
