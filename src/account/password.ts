import { randomBytes, randomInt, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1. */
const LOG_COST = 17;
const BLOCK = 8;
const BYTES = 32;

/** Fewer characters than this are refused; NIST SP 800-63B asks for length and for nothing else. */
export const SHORTEST_PASSWORD = 12;

/** A password as the record keeps it: `scrypt$17$<salt>$<hash>`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await hashed(password, salt, LOG_COST);
  return ['scrypt', LOG_COST, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether `password` is the one that was hashed; without a hash it takes as long and is never right. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, cost = '', salt = '', hash = ''] = (kept ?? DUMMY).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await hashed(password, Buffer.from(salt, 'base64url'), Number(cost));
  return given.length === expected.length && timingSafeEqual(given, expected) && kept !== undefined;
}

/** A password to hand out once: 20 letters and digits in fives, without those that look alike (about 98 bits). */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

const DUMMY = [
  'scrypt',
  LOG_COST,
  Buffer.alloc(16).toString('base64url'),
  Buffer.alloc(BYTES).toString('base64url'),
].join('$');

/** One spelling of a password whatever keyboard wrote it: Vietnamese letters come composed or not. */
function hashed(password: string, salt: Buffer, logCost: number): Promise<Buffer> {
  const N = 2 ** logCost;
  return derive(password.normalize('NFKC'), salt, BYTES, { N, r: BLOCK, p: 1, maxmem: 256 * N * BLOCK });
}
