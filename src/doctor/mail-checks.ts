import { openBounceBox } from '../bounce/open-bounce-box.ts';
import { createMailer, type Mailer } from '../mail/send-mail.ts';
import { usualRule } from '../mail/tls-rule.ts';
import type { Settings } from '../settings/settings.ts';
import { testLetter } from './test-letter.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

type MailSettings = Pick<Settings, 'smtpUrl' | 'smtpTls' | 'dkim' | 'mailFrom' | 'bounces'>;

/** Whether the mail server lets us in by a safe way, takes a test letter to `sendTo` when that is wanted, and whether returned mail can be read. */
export function mailChecks(settings: MailSettings, sendTo: string | undefined, now: Date): Check[] {
  const { smtpUrl } = settings;
  return [
    { id: 'smtp', title: 'Máy chủ thư', look: () => smtpVerdict(settings) },
    ...(sendTo === undefined
      ? []
      : [{ id: 'test-letter', title: 'Thư thử', look: () => letterVerdict(settings, sendTo, now) }]),
    {
      id: 'bounces',
      title: 'Hộp thư trả lại',
      look: () => bounceVerdict(settings.bounces, smtpUrl !== undefined),
    },
  ];
}

async function withMailer<T>({ smtpUrl, smtpTls, dkim }: MailSettings, use: (mailer: Mailer) => Promise<T>) {
  const mailer = createMailer(smtpUrl ?? '', QUICK, { tls: smtpTls, dkim });
  try {
    return await use(mailer);
  } finally {
    mailer.close();
  }
}

/** Somebody waits. Milliseconds. */
const QUICK = { connection: 10_000, greeting: 10_000, reply: 30_000 };

async function smtpVerdict(settings: MailSettings): Promise<Verdict> {
  const { smtpUrl, smtpTls } = settings;
  if (smtpUrl === undefined)
    return notTried('Chưa đặt SMTP_URL: mọi thư vào hộp thư thử nghiệm của máy này (/mailbox).');
  const url = new URL(smtpUrl);
  try {
    await withMailer(settings, (mailer) => mailer.check());
  } catch (error) {
    return fault(
      `Máy chủ thư ${url.host} không dùng được: ${(error as Error).message}`,
      'Xem SMTP_URL (máy chủ, cổng, tài khoản, mật khẩu), tường lửa, SMTP_TLS và SMTP_CA_FILE.',
    );
  }
  const rule = url.protocol === 'smtps:' ? 'required' : (smtpTls.rule ?? usualRule(smtpUrl));
  const login = url.username === '' ? 'không cần đăng nhập' : 'đăng nhập được';
  const local = usualRule(smtpUrl) === 'off';
  if (rule === 'required') return ok(`${url.host} trả lời qua TLS, chứng thư số hợp lệ, ${login}.`);
  if (local) return ok(`${url.host} ở ngay máy này trả lời, không mã hóa, ${login}.`);
  return warning(
    `${url.host} trả lời, ${login}, nhưng SMTP_TLS=${rule} cho phép gửi không mã hóa.`,
    'Đặt SMTP_TLS=required nếu máy chủ có STARTTLS.',
  );
}

async function letterVerdict(settings: MailSettings, to: string, now: Date): Promise<Verdict> {
  if (settings.smtpUrl === undefined) return notTried('Chưa đặt SMTP_URL: không có nơi nào để gửi.');
  const { outcome, response } = await withMailer(settings, (mailer) =>
    mailer.send(testLetter(settings.mailFrom, to, now)),
  );
  return outcome === 'sent'
    ? ok(`Máy chủ thư đã nhận thư thử gửi tới ${to}: ${response}`)
    : fault(
        `Máy chủ thư không nhận thư thử gửi tới ${to}: ${response}`,
        'Xem máy chủ thư có cho MAIL_FROM gửi tới địa chỉ đó không.',
      );
}

async function bounceVerdict(bounces: Settings['bounces'], sends: boolean): Promise<Verdict> {
  if (bounces === undefined)
    return sends
      ? warning(
          'Chưa đặt BOUNCE_URL: thư bị trả lại không được đọc.',
          'Đặt BOUNCE_URL tới hộp thư của MAIL_FROM hoặc BOUNCE_ADDRESS.',
        )
      : notTried('Chưa đặt BOUNCE_URL.');
  const name = 'maildir' in bounces ? bounces.maildir : `${bounces.imap.host}:${bounces.imap.port}`;
  try {
    const unread = await openBounceBox(bounces).check();
    return ok(`Mở được hộp thư trả lại tại ${name}; ${unread} thư chưa đọc.`);
  } catch (error) {
    return fault(
      `Không mở được hộp thư trả lại tại ${name}: ${(error as Error).message}`,
      'Xem BOUNCE_URL (máy chủ, cổng, tài khoản, mật khẩu, thư mục) và quyền đọc, ghi.',
    );
  }
}
