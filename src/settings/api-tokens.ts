/** A program that may register events: the name that the record keeps, and the secret that it shows. */
export interface ApiToken {
  name: string;
  secret: string;
}

const SHORTEST_SECRET = 24;
const LONGEST_NAME = 60;

/**
 * Reads `name:secret,name:secret`; nothing means no token. Undefined when a name is empty, too long or used twice, or a secret
 * is too short to be safe or could not stand in an Authorization header.
 */
export function parseApiTokens(text: string): ApiToken[] | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const tokens = parts.map((part) => {
    const colon = part.indexOf(':');
    return { name: part.slice(0, colon).trim(), secret: part.slice(colon + 1).trim() };
  });
  const sound = tokens.every(
    ({ name, secret }) =>
      name !== '' &&
      name.length <= LONGEST_NAME &&
      secret.length >= SHORTEST_SECRET &&
      /^[A-Za-z0-9._~+/-]+=*$/.test(secret),
  );
  const names = new Set(tokens.map(({ name }) => name));
  return sound && names.size === tokens.length && parts.every((part) => part.includes(':'))
    ? tokens
    : undefined;
}
