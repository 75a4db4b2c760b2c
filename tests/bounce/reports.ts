/** What a report tells of. */
export interface Returned {
  /** With its angle brackets. */
  messageId: string;
  mailbox: string;
  /** The report's own Message-ID; absent: it follows from what it tells of. */
  report?: string;
  code?: string;
  reply?: string;
}

const OURS = 'don-doc@dondoc.example';

/** As Postfix reports: three parts, the headers of the letter alone, both recipients named. */
export function postfix(of: Returned, action: 'failed' | 'delayed' = 'failed'): string {
  const { code = '5.1.1', reply = `550 ${code} <${of.mailbox}>: Recipient address rejected: User unknown` } =
    of;
  return report(of, 'mx1.relay.example', 'Undelivered Mail Returned to Sender', [
    [
      'text/plain; charset=us-ascii',
      `This is the mail system at host mx1.relay.example.\n\n<${of.mailbox}>: ${reply}`,
    ],
    [
      'message/delivery-status',
      [
        ...[
          'Reporting-MTA: dns; mx1.relay.example',
          'X-Postfix-Queue-ID: 4B1C22',
          `Arrival-Date: ${DATE}`,
          '',
        ],
        ...[`Final-Recipient: rfc822; ${of.mailbox}`, `Original-Recipient: rfc822;${of.mailbox}`],
        ...[`Action: ${action}`, `Status: ${code}`, 'Remote-MTA: dns; mail.kontum.example'],
        ...[`Diagnostic-Code: smtp; ${reply.replace(': ', ':\n    ')}`],
      ].join('\n'),
    ],
    ['text/rfc822-headers', headers(of)],
  ]);
}

/** As Exim reports: the failed address in a header of its own, the whole letter inside. */
export function exim(of: Returned): string {
  const { code = '5.1.1', reply = `550 ${code} no such mailbox here` } = of;
  return report(
    of,
    'cluster.host.example',
    'Mail delivery failed: returning message to sender',
    [
      [
        'text/plain; charset=us-ascii',
        `This message was created automatically by mail delivery software.\n\nThe following address(es) failed:\n\n  ${of.mailbox}\n    host mail.kontum.example [192.0.2.25]\n    SMTP error from remote mail server after RCPT TO:<${of.mailbox}>:\n    ${reply}`,
      ],
      [
        'message/delivery-status',
        `Reporting-MTA: dns; cluster.host.example\n\nAction: failed\nFinal-Recipient: rfc822;${of.mailbox}\nStatus: ${code}\nRemote-MTA: dns; mail.kontum.example\nDiagnostic-Code: smtp; ${reply}`,
      ],
      ['message/rfc822', `Return-path: <${OURS}>\n${headers(of)}\n\nKính gửi: Sở Tư pháp`],
    ],
    `X-Failed-Recipients: ${of.mailbox}\n`,
  );
}

/** As older Exims report: plain text, everything in one part. */
export function plainExim(of: Returned): string {
  const { reply = '550 Unrouteable address' } = of;
  return lines(
    `Return-path: <>`,
    `X-Failed-Recipients: ${of.mailbox}`,
    'Auto-Submitted: auto-replied',
    `From: Mail Delivery System <Mailer-Daemon@host.example>`,
    `To: ${OURS}`,
    'Subject: Mail delivery failed',
    `Message-Id: ${of.report ?? idFor(of)}`,
    `Date: ${DATE}`,
    '',
    'A message that you sent could not be delivered to one or more of its recipients.',
    '',
    `  ${of.mailbox}`,
    `    ${reply}`,
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    headers(of),
    '',
    'Kính gửi: Sở Tư pháp',
  );
}

/** As Exchange reports: HTML for people, numbers of its own, the headers of the letter in a part that says base64. */
export function exchange(of: Returned): string {
  const {
    code = '5.1.10',
    reply = `550 ${code} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup`,
  } = of;
  return report(
    of,
    'mail.tenant.example',
    'Không gửi được: [Sắp đến hạn]',
    [
      ['text/html; charset=utf-8', `<html><body><p>Không tìm thấy <b>${of.mailbox}</b></p></body></html>`],
      [
        'message/delivery-status',
        `Reporting-MTA: dns;mail.tenant.example\nReceived-From-MTA: dns;mx.dondoc.example\nArrival-Date: ${DATE}\n\nOriginal-Recipient: rfc822;${of.mailbox.toUpperCase()}\nFinal-Recipient: rfc822;${of.mailbox.toUpperCase()}\nAction: failed\nStatus: ${code}\nDiagnostic-Code: smtp;${reply}`,
      ],
      ['message/rfc822', `${headers(of)}\n`, 'base64'],
    ],
    'X-MS-Exchange-Message-Is-Ndr:\nContent-Language: vi-VN\n',
  );
}

/** As Google reports: the failed address in a header, the letter named by References too, no copy of it but its headers. */
export function google(of: Returned): string {
  const {
    code = '5.1.1',
    reply = `550-${code} The email account that you tried to reach does not exist.\n 550 ${code} Please try again`,
  } = of;
  return report(
    of,
    'inbound.big-mail.example',
    'Delivery Status Notification (Failure)',
    [
      [
        'text/plain; charset="UTF-8"',
        `** Address not found **\n\nYour message wasn't delivered to ${of.mailbox}.`,
      ],
      [
        'message/delivery-status',
        `Reporting-MTA: dns; inbound.big-mail.example\nArrival-Date: ${DATE}\n\nFinal-Recipient: rfc822; ${of.mailbox}\nAction: failed\nStatus: ${code}\nDiagnostic-Code: smtp; ${reply}\nLast-Attempt-Date: ${DATE}`,
      ],
      ['message/rfc822', `Subject: headers without their name`],
    ],
    `X-Failed-Recipients: ${of.mailbox}\nIn-Reply-To: ${of.messageId}\nReferences: <han-1@dondoc.example> ${of.messageId}\n`,
  );
}

/** As qmail reports: words alone. */
export function qmail(of: Returned): string {
  const {
    reply = '192.0.2.25 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.25.',
  } = of;
  return lines(
    'Return-Path: <>',
    `Date: ${DATE}`,
    'From: MAILER-DAEMON@old.example',
    `To: ${OURS}`,
    'Subject: failure notice',
    `Message-ID: ${of.report ?? idFor(of)}`,
    '',
    'Hi. This is the qmail-send program at old.example.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    '',
    `<${of.mailbox}>:`,
    reply,
    '',
    '--- Below this line is a copy of the message.',
    '',
    `Return-Path: <${OURS}>`,
    headers(of),
    '',
    'Kính gửi: Sở Tư pháp',
  );
}

/** The absence notice of somebody who got the letter. */
export function absence(of: Returned): string {
  return lines(
    `From: ${of.mailbox}`,
    `To: ${OURS}`,
    'Subject: Vắng mặt: nghỉ phép',
    'Auto-Submitted: auto-replied (vacation)',
    `In-Reply-To: ${of.messageId}`,
    `Message-ID: <vang-mat@kontum.example>`,
    '',
    'Tôi nghỉ phép đến hết tuần. 550 5.1.1',
  );
}

const DATE = 'Wed, 09 Oct 2019 07:31:00 +0700';

function headers({ messageId, mailbox }: Returned): string {
  return [
    `From: =?UTF-8?Q?=C4=90=C3=B4n_=C4=90=E1=BB=91c?= <${OURS}>`,
    `To: ${mailbox}`,
    `Message-ID:\n ${messageId}`,
    'Subject: =?UTF-8?Q?S=E1=BA=AFp_=C4=91=E1=BA=BFn_h=E1=BA=A1n?=',
  ].join('\n');
}

function idFor({ messageId, mailbox }: Returned): string {
  return `<tra-lai.${messageId.slice(1, messageId.indexOf('@'))}.${mailbox.replace('@', '.')}@relay.example>`;
}

function report(
  of: Returned,
  host: string,
  subject: string,
  parts: [type: string, content: string, encoding?: 'base64'][],
  more = '',
): string {
  const edge = 'ranh-gioi';
  return lines(
    'Return-Path: <>',
    `Date: ${DATE}`,
    `From: Mail Delivery System <MAILER-DAEMON@${host}>`,
    `To: ${OURS}`,
    `Subject: ${subject}`,
    'Auto-Submitted: auto-replied',
    `Message-Id: ${of.report ?? idFor(of)}`,
    'MIME-Version: 1.0',
    `${more}Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="${edge}"`,
    '',
    'This is a MIME-encapsulated message.',
    ...parts.flatMap(([type, content, encoding]) => [
      `--${edge}`,
      `Content-Type: ${type}`,
      ...(encoding === undefined ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
      '',
      encoding === undefined ? content : Buffer.from(content.replace(/\n/g, '\r\n')).toString('base64'),
    ]),
    `--${edge}--`,
    '',
  );
}

function lines(...all: string[]): string {
  return all.join('\n').replace(/\n/g, '\r\n');
}
