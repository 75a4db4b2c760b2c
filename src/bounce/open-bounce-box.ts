import type { BounceSource } from '../settings/bounce-source.ts';
import type { BounceBox } from './bounce-box.ts';
import { imapBox } from './imap-box.ts';
import { maildirBox } from './maildir-box.ts';

/** The mailbox that the settings name. Nothing is opened before it is read. */
export function openBounceBox(source: BounceSource): BounceBox {
  return 'maildir' in source ? maildirBox(source.maildir) : imapBox(source.imap);
}
