import type { IsoDate } from '../calendar/dates.ts';
import { isSignature, signatureOf } from './signature.ts';

/**
 * What a link lets its holder do, and where: answer for the leading unit; decide above it; register events of one kind; read
 * all that a unit leads; read its calendar. `until` is the last day on which it serves; a calendar's address serves until its generation is revoked.
 */
export type Claims =
  /** `nominal` is the day that the letter told of. */
  | { for: 'answer'; deadline: string; unit: string; mailbox: string; nominal: IsoDate; until: IsoDate }
  | { for: 'decide'; deadline: string; unit: string; mailbox: string; until: IsoDate }
  | { for: 'event'; folder: string; kind: string; unit: string; until: IsoDate }
  | { for: 'unit'; folder: string; unit: string; until: IsoDate }
  | { for: 'calendar'; folder: string; unit: string; generation: number };
export type Purpose = Claims['for'];

/** A secret and the short name under which links tell which of them signed. */
export interface LinkKey {
  id: string;
  secret: string;
}

/** A link's token: the claims, the key's name and the signature, each safe in a web address. */
export function signLink(claims: Claims, key: LinkKey): string {
  const payload = Buffer.from(JSON.stringify(inOrder(claims))).toString('base64url');
  return [payload, key.id, signatureOf('link', payload, key).toString('base64url')].join('.');
}

/**
 * The claims of a token that one of `keys` signed, for `purpose`; undefined for anything else, however near. Says nothing of
 * expiry: whoever opens an old link is told so.
 */
export function readLink<P extends Purpose>(
  token: string,
  keys: readonly LinkKey[],
  purpose: P,
): Extract<Claims, { for: P }> | undefined {
  const [payload, keyId, signed, ...more] = token.split('.');
  if (payload === undefined || keyId === undefined || signed === undefined || more.length > 0)
    return undefined;
  const key = keys.find((known) => known.id === keyId);
  if (key === undefined || !isSignature(signed, signatureOf('link', payload, key))) return undefined;
  const [of, ...values] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown[];
  if (of !== purpose) return undefined;
  return Object.fromEntries([
    ['for', of],
    ...FIELDS[purpose].map((field, index) => [field, values[index]]),
  ]) as Extract<Claims, { for: P }>;
}

/** Whether the link no longer serves on `today`. */
export function isExpired({ until }: { until: IsoDate }, today: IsoDate): boolean {
  return until < today;
}

/** What stands in a token, in this order after the purpose: short tokens make addresses that letters can show. */
const FIELDS: { [P in Purpose]: Exclude<keyof Extract<Claims, { for: P }>, 'for'>[] } = {
  answer: ['deadline', 'unit', 'mailbox', 'nominal', 'until'],
  decide: ['deadline', 'unit', 'mailbox', 'until'],
  event: ['folder', 'kind', 'unit', 'until'],
  unit: ['folder', 'unit', 'until'],
  calendar: ['folder', 'unit', 'generation'],
};

function inOrder(claims: Claims): unknown[] {
  const fields: readonly string[] = FIELDS[claims.for];
  return [claims.for, ...fields.map((field) => (claims as unknown as Record<string, unknown>)[field])];
}
