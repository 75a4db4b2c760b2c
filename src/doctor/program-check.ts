import { ZONE } from '../calendar/dates.ts';
import { fault, ok, type Check } from './verdict.ts';

const HOUR = 3_600_000;

/** Whether this Node is one that the program runs on, and knows the time of Việt Nam. `version` as `process.versions.node`. */
export function programChecks(version: string = process.versions.node): Check[] {
  return [
    {
      id: 'node',
      title: 'Node',
      look: () =>
        isSupported(version)
          ? ok(`Node ${version}.`)
          : fault(`Node ${version} không được hỗ trợ.`, 'Cài Node 20.19, 22.12 hoặc mới hơn.'),
    },
    {
      id: 'time-zone',
      title: 'Múi giờ',
      look: () =>
        knowsZone()
          ? ok(`Có dữ liệu múi giờ ${ZONE} (+07:00).`)
          : fault(
              `Node này không có dữ liệu đúng cho múi giờ ${ZONE}.`,
              'Cài bản Node có đủ dữ liệu ICU (bản chính thức từ nodejs.org hoặc của hệ điều hành).',
            ),
    },
  ];
}

/** As package.json's `engines` says: ^20.19.0 || >=22.12.0. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

function knowsZone(): boolean {
  try {
    const noon = new Date('2026-01-01T12:00:00Z');
    const hours = new Intl.DateTimeFormat('en', { timeZone: ZONE, hour: 'numeric', hour12: false });
    return Number(hours.format(noon)) === (noon.getTime() / HOUR + 7) % 24;
  } catch {
    return false;
  }
}
