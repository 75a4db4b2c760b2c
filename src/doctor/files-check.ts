import { access, constants } from 'node:fs/promises';
import { localDate, yearOf } from '../calendar/dates.ts';
import { checkTemplates } from '../mail/check-templates.ts';
import { loadCalendar, loadSchedules } from '../schedule/load-schedules.ts';
import { formatProblem, type Problem } from '../schedule/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { recipientsVerdict } from './recipients-verdict.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

/** From this month on the next year's calendar is asked for: deadlines of January are planned in December. */
const MONTH_TO_ASK = 11;

/** The schedules, whom they write to, the templates, and whether the official calendar reaches far enough at `now`. */
export function filesChecks(
  { schedules, templates, smtpUrl }: Pick<Settings, 'schedules' | 'templates' | 'smtpUrl'>,
  now: Date,
): Check[] {
  let loading: ReturnType<typeof loadSchedules> | undefined;
  const load = () => (loading ??= loadSchedules(schedules));
  return [
    {
      id: 'schedules',
      title: 'Tệp kế hoạch',
      async look() {
        const loaded = await load();
        if (!loaded.ok) return faulty(loaded.problems);
        const plans = loaded.schedule.folders.flatMap((folder) => folder.plans).length;
        return editable(schedules, `Đọc được ${plans} kế hoạch trong ${schedules}, không có lỗi.`);
      },
    },
    {
      id: 'recipients',
      title: 'Hộp thư nhận',
      async look() {
        if (smtpUrl === undefined) return notTried('Chưa đặt SMTP_URL: thư không rời khỏi máy này.');
        const loaded = await load();
        return loaded.ok
          ? recipientsVerdict(loaded.schedule, localDate(now), schedules)
          : notTried('Chưa đọc được tệp kế hoạch.');
      },
    },
    {
      id: 'templates',
      title: 'Mẫu thư',
      async look() {
        const problems = await checkTemplates(templates);
        if (problems.length > 0) return faulty(problems);
        return editable(templates, `Mọi mẫu thư trong ${templates} viết được thư.`);
      },
    },
    { id: 'calendar', title: 'Lịch làm việc', look: () => calendarVerdict(schedules, now) },
  ];
}

function faulty(problems: Problem[]): Verdict {
  const [first] = problems;
  return fault(
    `Có ${problems.length} lỗi; lỗi đầu tiên: ${first === undefined ? '' : formatProblem(first)}`,
    'Chạy dondoc check để xem từng lỗi và sửa.',
  );
}

async function editable(folder: string, found: string): Promise<Verdict> {
  try {
    await access(folder, constants.W_OK);
    return ok(found);
  } catch {
    return warning(
      `${found} Tài khoản này không ghi được vào thư mục đó.`,
      'Nếu muốn sửa tệp qua trang quản lý, cho tài khoản chạy hệ thống quyền ghi; nếu không thì bỏ qua.',
    );
  }
}

async function calendarVerdict(schedules: string, now: Date): Promise<Verdict> {
  const loaded = await loadCalendar(schedules);
  if (!loaded.ok) return faulty(loaded.problems);
  const today = localDate(now);
  const year = yearOf(today);
  const missing = [year, year + 1].filter(
    (asked) =>
      asked < loaded.calendar.firstYear ||
      asked > loaded.calendar.lastYear ||
      loaded.calendar.statusOf(asked) !== 'official',
  );
  if (missing.length === 0) return ok(`Có lịch chính thức của năm ${year} và ${year + 1}.`);
  const early = missing.every((asked) => asked > year) && Number(today.slice(5, 7)) < MONTH_TO_ASK;
  const found = `Chưa có lịch chính thức của năm ${missing.join(' và ')}; ngày nghỉ đang được tạm tính.`;
  if (early) return ok(`${found} Sẽ cần trước tháng 12 năm ${year}.`);
  return warning(
    found,
    'Khi có thông báo nghỉ lễ chính thức, nhập vào trang quản lý, mục lịch (/quan-ly/cau-hinh/lich), hoặc tệp calendar/NĂM.yaml.',
  );
}
