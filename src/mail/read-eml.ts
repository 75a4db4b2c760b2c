import { simpleParser, type AddressObject, type Attachment, type HeaderValue } from 'mailparser';

/** A name and address of a letter's header; `name` is empty when the header gives none. */
export interface MailAddress {
  name: string;
  address: string;
}

/** A letter as its reader sees it. What the letter does not carry is an empty string or list. */
export interface ParsedLetter {
  subject: string;
  from: MailAddress[];
  to: MailAddress[];
  /** The `Date` header; undefined when it is missing or is no date. */
  date: Date | undefined;
  /** With its angle brackets: `<id@domain>`. */
  messageId: string;
  /** Message-IDs with their angle brackets. */
  references: string[];
  autoSubmitted: string;
  /** The `X-Dondoc-*` headers by lower-case name: `x-dondoc-kind`. */
  headers: ReadonlyMap<string, string>;
  /** The plain text part, never made from the HTML part. */
  text: string;
  html: string;
  attachments: Attachment[];
}

const OWN_HEADERS = 'x-dondoc-';

/**
 * Reads one letter from the bytes that travelled by SMTP (RFC 5322 and MIME).
 * @throws Error when the header block passes 1 MB or the letter has more than 1000 parts.
 */
export async function readEml(raw: Buffer): Promise<ParsedLetter> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    subject: mail.subject ?? '',
    from: mailAddresses(mail.from),
    to: mailAddresses(mail.to),
    date: writtenDate(mail.headerLines.find(({ key }) => key === 'date')?.line),
    messageId: mail.messageId ?? '',
    references: [mail.references ?? []].flat(),
    autoSubmitted: headerText(mail.headers.get('auto-submitted')),
    headers: new Map(
      [...mail.headers]
        .filter(([name]) => name.startsWith(OWN_HEADERS))
        .map(([name, value]) => [name, headerText(value)]),
    ),
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments,
  };
}

/** `Sở Tư pháp <so-tu-phap@example.vn>`, or the bare address without a name. */
export function addressText({ name, address }: MailAddress): string {
  return name === '' ? address : `${name} <${address}>`;
}

function mailAddresses(headers: AddressObject | AddressObject[] | undefined): MailAddress[] {
  return [headers ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .map(({ name, address }) => ({ name, address: address ?? '' }));
}

/** Read from the raw line: for an unreadable date mailparser itself would answer with the present time. */
function writtenDate(line: string | undefined): Date | undefined {
  if (line === undefined) return undefined;
  const date = new Date(line.slice(line.indexOf(':') + 1).trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function headerText(value: HeaderValue | undefined): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '';
}
