import { MOST_RECIPIENTS, oneLine, type Failure } from './bounce-reading.ts';
import { headerFields } from './header-fields.ts';
import { codeIn, verdictOf } from './status-code.ts';

/**
 * The failures in a `message/delivery-status` part (RFC 3464; for addresses beyond ASCII RFC 6533): after the fields of the whole message one
 * group of fields for each recipient. Recipients that were delivered to are left out.
 */
export function readDeliveryStatus(text: string): Failure[] {
  return text
    .slice(0, 200_000)
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)*\r?\n/)
    .slice(0, MOST_RECIPIENTS + 1)
    .flatMap((group) => failureIn(headerFields(group.replace(/^\s+/, ''))));
}

function failureIn(fields: ReadonlyMap<string, string>): Failure[] {
  const recipients = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)));
  const action = /^[a-z-]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase();
  if (recipients.length === 0 || (action !== 'failed' && action !== 'delayed')) return [];
  const diagnostic = fields.get('diagnostic-code')?.replace(/^[\w-]{1,40}\s*;\s*/, '');
  const code = codeIn(fields.get('status')) ?? codeIn(diagnostic);
  const words = oneLine(diagnostic ?? fields.get('status') ?? '');
  return [
    {
      recipients: [...new Set(recipients)],
      verdict: action === 'delayed' ? 'delayed' : verdictOf(code),
      code,
      words: words === '' ? 'không nêu lý do' : words,
    },
  ];
}

/** Of `rfc822;box@domain`; the type before the semicolon may be missing; an address with a control character is none. */
function addressIn(value: string | undefined): string[] {
  if (value === undefined) return [];
  const address = /^(?:[\w-]{1,40}\s*;)?\s*<?([^<>\s;]{1,320})>?/.exec(value)?.[1];
  return address?.includes('@') && !/\p{Cc}/u.test(address) ? [address.toLowerCase()] : [];
}
