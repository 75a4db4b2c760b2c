import type { Html } from '../web/page.ts';
import { tabs } from './tabs.ts';

const TABS = {
  'bao-cao': { path: '/bao-cao', name: 'Kết quả thực hiện' },
  'nhac-viec': { path: '/bao-cao/nhac-viec', name: 'Kết quả nhắc việc' },
};

/** The two kinds of report: what the units did, and what the system said to them. */
export function reportTabs(present: keyof typeof TABS): Html {
  return tabs('Các loại báo cáo', Object.values(TABS), TABS[present]);
}
