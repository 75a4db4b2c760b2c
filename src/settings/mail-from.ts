import { z } from 'zod';

/** Who the letters come from. */
export interface MailFrom {
  name: string;
  address: string;
  /** The address's domain: letters are named `<id@domain>`. */
  domain: string;
  /** The envelope's sender (RFC 5321's reverse-path), to which failed letters are returned; absent: `address`. */
  returnTo?: string;
}

/** Reads `Name <box@domain>` or a bare address; undefined when it is neither, or holds control characters. */
export function parseMailFrom(text: string): MailFrom | undefined {
  const match = /^\s*(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))\s*$/u.exec(text);
  const address = match?.[2] ?? match?.[3];
  if (address === undefined || !z.email().safeParse(address).success) return undefined;
  return {
    name: match?.[1]?.trim() ?? '',
    address,
    domain: address.slice(address.lastIndexOf('@') + 1).toLowerCase(),
  };
}
