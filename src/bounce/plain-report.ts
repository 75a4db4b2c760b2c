import { MOST_RECIPIENTS, oneLine, type Failure } from './bounce-reading.ts';
import { codeIn, verdictOf } from './status-code.ts';

/**
 * The failures of a report in plain words, from servers that send no delivery-status part: by Exim's and Google's `X-Failed-Recipients`
 * header, or as qmail writes them, `<box@domain>:` above the reason. Empty for other text.
 */
export function readPlainReport(text: string, failedRecipients: string): Failure[] {
  const body = text.slice(0, 100_000);
  const own = body.split(/^-{2,}.{0,200}copy of (?:the|your) message/im, 1)[0] ?? body;
  const named = failedRecipients
    .slice(0, 20_000)
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter((address) => isAddress(address));
  if (named.length > 0)
    return named.slice(0, MOST_RECIPIENTS).map((address) => failureOf(address, partAfter(own, address)));
  if (
    !/^(?:Hi\. )?This is the .{0,60}program at |^--- Below this line is a copy of the message\./m.test(body)
  )
    return [];
  return [...own.matchAll(/^<([^<>\s]{1,320})>:[ \t]*\r?\n((?:.+(?:\r?\n|$)){1,20})/gm)]
    .slice(0, MOST_RECIPIENTS)
    .filter(([, address = '']) => isAddress(address))
    .map(([, address = '', reason = '']) => failureOf(address.toLowerCase(), reason));
}

function isAddress(text: string): boolean {
  return text.includes('@') && !/\p{Cc}/u.test(text);
}

function failureOf(address: string, reason: string): Failure {
  const code = codeIn(reason);
  const words = oneLine(reason);
  const delayed =
    /\bdelayed\b|will (?:be )?(?:continue|retried|keep trying)/i.test(reason) && !code?.startsWith('5.');
  return {
    recipients: [address],
    verdict: delayed ? 'delayed' : verdictOf(code),
    code,
    words: words === '' ? 'không nêu lý do' : words,
  };
}

/** What stands below the address, where such reports give the reason. */
function partAfter(text: string, address: string): string {
  const at = text.toLowerCase().indexOf(address);
  return (at < 0 ? text : text.slice(at + address.length)).replace(/^[>:\s]+/, '').slice(0, 1000);
}
