import { createHash } from 'node:crypto';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { MOST_IDS, type BounceReading } from './bounce-reading.ts';
import { readDeliveryStatus } from './delivery-status.ts';
import { headerFields, messageIdsIn } from './header-fields.ts';
import { readPlainReport } from './plain-report.ts';

/** RFC 3464; RFC 6533 for addresses beyond ASCII. */
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];

/** What came back, or its headers alone: RFC 5322 messages, RFC 6522's text/rfc822-headers. */
const RETURNED_PARTS = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** Understands one message from its bytes. Never throws: what cannot be read is `unreadable`. */
export async function readBounce(raw: Buffer): Promise<BounceReading> {
  const hash = `sha256:${createHash('sha256').update(raw).digest('hex')}`;
  try {
    const mail = await simpleParser(raw, {
      ...{ keepDeliveryStatus: true, ignoreEmbedded: true },
      ...{ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true },
    });
    return understand(mail, hash);
  } catch {
    return { report: hash, ignored: 'unreadable', messageIds: [], failures: [] };
  }
}

function understand(mail: ParsedMail, hash: string): BounceReading {
  const field = (name: string) => rawField(mail, name);
  const report = messageIdsIn(field('message-id'))[0] ?? hash;
  const text = mail.text ?? '';
  const failures = partsOf(mail, STATUS_PARTS).flatMap(readDeliveryStatus);
  const told = failures.length > 0 ? failures : readPlainReport(text, field('x-failed-recipients') ?? '');
  if (told.length === 0) {
    const ignored = isAutomatic(field) ? 'automatic' : 'unrelated';
    return { report, ignored, messageIds: [], failures: [] };
  }
  const returned = partsOf(mail, RETURNED_PARTS).flatMap((part) =>
    messageIdsIn(headerFields(part.replace(/^\s+/, '')).get('message-id')),
  );
  const inText = [
    ...text.slice(0, 200_000).matchAll(/^[ \t>]{0,8}Message-ID:\s{0,20}(<[^<>\s\p{Cc}]{1,400}>)/gimu),
  ];
  const messageIds = [
    ...returned,
    ...inText.flatMap(([, id]) => id ?? []),
    ...messageIdsIn(field('in-reply-to')),
    ...messageIdsIn(field('references')),
  ];
  return { report, messageIds: [...new Set(messageIds)].slice(0, MOST_IDS), failures: told };
}

/** An absence notice, a read receipt, or another answer that a program wrote (RFC 3834). */
function isAutomatic(field: (name: string) => string | undefined): boolean {
  const submitted = field('auto-submitted') ?? 'no';
  return (
    !/^no\b/i.test(submitted) ||
    /disposition-notification|delivery-status/i.test(field('content-type') ?? '') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => field(name) !== undefined)
  );
}

function rawField({ headerLines }: ParsedMail, name: string): string | undefined {
  const line = headerLines.find(({ key }) => key === name)?.line;
  return line
    ?.slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}

function partsOf({ attachments }: ParsedMail, types: string[]): string[] {
  return attachments.filter(({ contentType }) => types.includes(contentType)).map(textOf);
}

function textOf({ content }: Attachment): string {
  return content.subarray(0, 400_000).toString('utf8');
}
