import type { Html } from '../web/page.ts';
import { tabs } from './tabs.ts';

const TABS = {
  'hang-doi': { path: '/hang-doi', name: 'Đang chờ' },
  'khong-gui-duoc': { path: '/hang-doi/khong-gui-duoc', name: 'Không gửi được' },
};

/** The two lists of letters that an admin looks after. */
export function queueTabs(present: keyof typeof TABS): Html {
  return tabs('Các danh sách thư', Object.values(TABS), TABS[present]);
}
