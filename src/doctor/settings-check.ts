import type { SettingsGiven } from '../settings/secret-holders.ts';
import { fault, ok, warning, type Check } from './verdict.ts';

/** What an installation that sends real letters has set, and what is lost without it. */
const WANTED: Record<string, string> = {
  DATABASE_URL: 'sổ nằm trong DATA_DIR, không chịu được mất điện đột ngột',
  SMTP_URL: 'thư chỉ vào hộp thư thử nghiệm',
  PUBLIC_URL: 'liên kết trong thư không dùng được từ máy khác',
  ADMIN_MAILBOX: 'không ai được báo khi hệ thống có sự cố',
  HEARTBEAT_URL: 'không ai được báo khi hệ thống dừng hẳn',
  BOUNCE_URL: 'không đọc thư bị trả lại',
};

/** Whether the settings can be used (they can, when `given` is known), what is left unset, and who may read the secrets. */
export function settingsChecks(given: SettingsGiven): Check[] {
  return [
    {
      id: 'settings',
      title: 'Thiết đặt',
      look() {
        const missing = Object.entries(WANTED).filter(([name]) => given.unset.includes(name));
        return missing.length === 0
          ? ok(`Thiết đặt hợp lệ. Chưa đặt: ${given.unset.join(', ') || 'không có'}.`)
          : warning(
              `Thiết đặt hợp lệ. Chưa đặt: ${missing.map(([name, lost]) => `${name} (${lost})`).join('; ')}.`,
              'Đặt những biến cần dùng trong môi trường hoặc tệp .env; .env.example giải thích từng biến.',
            );
      },
    },
    {
      id: 'secret-files',
      title: 'Tệp bí mật',
      look: () =>
        given.openFiles.length === 0
          ? ok('Không có tệp chứa bí mật nào mà tài khoản khác đọc được.')
          : fault(
              `Mọi tài khoản trên máy đọc được: ${given.openFiles.join(', ')}.`,
              `Chạy: chmod o= ${given.openFiles.join(' ')}`,
            ),
    },
  ];
}

/** When the settings cannot be used nothing else can be looked at. `problems` as BadSettings tells them. */
export function unusableSettings(problems: string): Check {
  return {
    id: 'settings',
    title: 'Thiết đặt',
    look: () => fault(problems, 'Sửa các biến vừa nêu; .env.example giải thích từng biến.'),
  };
}
