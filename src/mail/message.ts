import type { SendMailOptions } from 'nodemailer';
import type { MailFrom } from '../settings/mail-from.ts';
import { deadlineName } from './deadline-name.ts';

/** The message as handed to the mail server: all that two replays must agree on is set here, nothing is left to chance. */
export type OutgoingMessage = SendMailOptions & {
  messageId: string;
  subject: string;
  text: string;
  html: string;
};

export interface MessageParts {
  letter: { id: string; mailbox: string; kind: string };
  /** Ids of the notices it says and of the deadlines they are about. */
  notices: string[];
  deadlines: string[];
  from: MailFrom;
  /** The addressee's name beside the mailbox. */
  toName: string;
  replyTo: string | null;
  /** When it leaves. */
  date: Date;
  rendered: { subject: string; text: string; html: string };
  attachments: Attachment[];
}

/** A file that travels with a letter. The same letter always carries the same bytes. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: string | Buffer;
}

/** A mail program threads by References; more of them than this make headers that servers dislike. */
const MOST_REFERENCES = 20;

/**
 * Puts a letter into an e-mail. Its Message-ID follows from the letter alone, so a letter sent twice is recognised as one;
 * References name a root for each deadline, so that one deadline's letters thread.
 */
export function composeMessage(parts: MessageParts): OutgoingMessage {
  const { letter, from, rendered } = parts;
  return {
    messageId: `<${letter.id}@${from.domain}>`,
    from: { name: from.name, address: from.address },
    to: { name: parts.toName, address: letter.mailbox },
    ...(from.returnTo !== undefined && { envelope: { from: from.returnTo, to: letter.mailbox } }),
    // RFC 3461: servers that know it report on failure and delay, with the headers alone, under the address as we wrote it.
    dsn: { ret: 'headers', notify: ['failure', 'delay'], recipient: letter.mailbox },
    ...(parts.replyTo !== null && { replyTo: parts.replyTo }),
    date: parts.date,
    references: [...new Set(parts.deadlines)]
      .slice(0, MOST_REFERENCES)
      .map((id) => `<${deadlineName(id, from.domain)}>`),
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    attachments: parts.attachments,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Dondoc-Kind': letter.kind,
      'X-Dondoc-Notices': parts.notices.join(', '),
    },
    // The one part of a MIME message that is random by default.
    ...{ baseBoundary: letter.id },
  };
}
