import { z } from 'zod';

/** Reads `box@domain, other@domain`, in lower case and each once; an empty text is no mailbox, undefined one that is not a mailbox. */
export function parseMailboxes(text: string): string[] | undefined {
  const mailboxes = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  return mailboxes.every((mailbox) => z.email().safeParse(mailbox).success)
    ? [...new Set(mailboxes)]
    : undefined;
}
