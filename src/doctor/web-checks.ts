import type { Settings } from '../settings/settings.ts';
import { MOST_APART } from '../upkeep/health.ts';
import { askPage, type PageAnswer } from './ask-page.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

type WebSettings = Pick<Settings, 'publicUrl' | 'trustProxy' | 'smtpUrl' | 'heartbeatUrl' | 'signOn'>;

/** Whether readers of letters reach the pages, the watcher and the sign-in server can be reached, and whose clock is right. */
export function webChecks(settings: WebSettings, now: () => Date): Check[] {
  const { heartbeatUrl, signOn } = settings;
  let asked: Promise<{ answer: PageAnswer; at: Date } | undefined> | undefined;
  const heard = () => (asked ??= hear(heartbeatUrl, now));
  return [
    { id: 'public-url', title: 'Địa chỉ trang web', look: () => publicVerdict(settings) },
    {
      id: 'sign-in-server',
      title: 'Máy chủ đăng nhập',
      look: () => (signOn === undefined ? notTried('Không dùng.') : signOnVerdict(signOn.issuer)),
    },
    {
      id: 'heartbeat',
      title: 'Nhịp tim',
      look: async () => heartbeatVerdict(heartbeatUrl, (await heard())?.answer),
    },
    {
      id: 'clock',
      title: 'Đồng hồ',
      look: async () => clockVerdict(await heard()),
    },
  ];
}

async function hear(heartbeatUrl: string | undefined, now: () => Date) {
  if (heartbeatUrl === undefined) return undefined;
  // The address itself is a signal of health to whoever listens there; its host's root is none.
  const answer = await askPage(new URL('/', heartbeatUrl).href, 'HEAD');
  return { answer, at: now() };
}

async function publicVerdict({ publicUrl, trustProxy, smtpUrl }: WebSettings): Promise<Verdict> {
  const url = new URL(publicUrl);
  if (/^(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(url.hostname))
    return smtpUrl === undefined
      ? ok(`${publicUrl}: chỉ mở được trên máy này.`)
      : fault(
          `Liên kết trong thư dẫn tới ${publicUrl}, chỉ mở được trên máy này.`,
          'Đặt PUBLIC_URL thành địa chỉ mà các cơ quan mở được.',
        );
  const page = await askPage(`${publicUrl.replace(/\/$/, '')}/healthz`);
  if ('problem' in page)
    return fault(
      `Không mở được ${publicUrl}: ${page.problem}`,
      'Xem DNS, tường lửa, proxy và chứng thư số của địa chỉ này; và hệ thống có đang chạy không.',
    );
  if (page.status !== 200 || page.text !== 'ok')
    return fault(
      `${publicUrl}/healthz trả lời ${page.status}, không phải của hệ thống này.`,
      'Xem proxy có chuyển tới HOST:PORT của hệ thống không, và hệ thống có đang chạy không.',
    );
  if (url.protocol !== 'https:')
    return warning(
      `${publicUrl} mở được nhưng không mã hóa.`,
      'Đặt một proxy có chứng thư số trước hệ thống, rồi PUBLIC_URL=https://… và TRUST_PROXY=1.',
    );
  return trustProxy
    ? ok(`${publicUrl} mở được qua https.`)
    : warning(
        `${publicUrl} mở được qua https, nhưng TRUST_PROXY=0: mọi người đọc bị tính là một khi giới hạn số lần.`,
        'Đặt TRUST_PROXY=1 nếu proxy đó là của mình.',
      );
}

async function signOnVerdict(issuer: string): Promise<Verdict> {
  const page = await askPage(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const told = 'problem' in page ? page.problem : page.status === 200 ? undefined : String(page.status);
  return told === undefined
    ? ok(`${issuer} trả lời.`)
    : fault(
        `${issuer} không trả lời đúng: ${told}`,
        'Xem OIDC_ISSUER; trong khi chờ, tài khoản có mật khẩu vẫn đăng nhập được.',
      );
}

function heartbeatVerdict(url: string | undefined, answer: PageAnswer | undefined): Verdict {
  if (url === undefined || answer === undefined)
    return warning(
      'Chưa đặt HEARTBEAT_URL.',
      'Đặt địa chỉ của một nơi canh chừng bên ngoài; xem docs/monitoring.md.',
    );
  if ('problem' in answer)
    return fault(
      `Không tới được máy chủ của HEARTBEAT_URL: ${answer.problem}`,
      'Xem HEARTBEAT_URL, DNS và tường lửa; nơi canh chừng sẽ tưởng hệ thống đã dừng.',
    );
  const found = 'Tới được máy chủ của HEARTBEAT_URL (không gọi chính địa chỉ đó).';
  return url.startsWith('https:')
    ? ok(found)
    : warning(`${found} Địa chỉ không mã hóa.`, 'Dùng địa chỉ https://, vì ai thấy nó cũng báo thay được.');
}

function clockVerdict(heard: { answer: PageAnswer; at: Date } | undefined): Verdict {
  if (heard === undefined || 'problem' in heard.answer || heard.answer.date === undefined)
    return notTried('Không có máy chủ bên ngoài nào để so giờ (lấy từ HEARTBEAT_URL).');
  const apart = Math.abs(heard.answer.date.getTime() - heard.at.getTime());
  const found = `Đồng hồ máy này và của máy chủ HEARTBEAT_URL lệch nhau ${Math.round(apart / 1000)} giây.`;
  return apart < MOST_APART
    ? ok(found)
    : fault(found, 'Bật đồng bộ giờ (chrony hoặc systemd-timesyncd) trên máy này.');
}
