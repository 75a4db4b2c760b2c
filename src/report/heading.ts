import { longDate } from '../calendar/wording.ts';
import type { Report } from './report.ts';

/** What stands above the report's tables: its title, the plan when it is one, and the day of the count. */
export function headingOf({ period, plans, day }: Report): { title: string; about: string[] } {
  const [plan] = plans;
  return {
    title: `Kết quả thực hiện các nhiệm vụ có thời hạn trong ${period.name}`,
    about: [
      ...(plan === undefined || plans.length > 1 ? [] : [plan]),
      `Số liệu hệ thống ghi nhận đến ${longDate(day)}.`,
    ],
  };
}

/** How lateness was counted. */
export function countingNote({ day }: Report): string {
  return (
    'Trễ bình quân tính theo ngày làm việc, trên các nhiệm vụ hoàn thành trễ hạn (từ hạn đến ngày văn bản) ' +
    `và các nhiệm vụ quá hạn chưa ghi nhận kết quả (từ hạn đến ${longDate(day)}). ` +
    'Nhiệm vụ được gia hạn tính theo hạn mới.'
  );
}
