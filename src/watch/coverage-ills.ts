import type { IsoDate } from '../calendar/dates.ts';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { IllDetail } from '../record/ill-table.ts';
import type { Ill } from '../record/ills.ts';
import { lastFinishedDay, type Coverage, type CoverageItem } from '../report/coverage.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import { CONSOLE_PAGES, deadlinePage, letterPage } from './console-pages.ts';

/** A letter handed over in the last minute of the day has been answered by then. Milliseconds. */
const GRACE = 15 * 60_000;

const MOST_DETAILS = 30;

/** The last working day whose sending hours have been over everywhere for a quarter of an hour: the day to be judged. */
export function dayToJudge(now: Date, schedule: Schedule): IsoDate {
  return lastFinishedDay(new Date(now.getTime() - GRACE), schedule);
}

/**
 * What was to be said on the day and has not reached its reader: missed, undelivered, or still waiting when the day was over. Nothing on a day that was
 * over when the record was `begun`: what it would have said is said late, and the day on which that is done answers for it.
 */
export function unsaid({ day, items }: Coverage, begun: Date | null, schedule: Schedule): CoverageItem[] {
  if (begun !== null && lastFinishedDay(begun, schedule) >= day) return [];
  return items.filter(({ outcome }) => UNSAID.some((each) => each === outcome));
}

/**
 * An ill for each schedule folder whose day is over and not full. It bears the day and the folder in its id, so that a day is told once.
 * A day whose finding changes later is not told again: the console and `dondoc coverage` show how it stands now.
 */
export function coverageIlls(coverage: Coverage, begun: Date | null, schedule: Schedule): Ill[] {
  const items = unsaid(coverage, begun, schedule);
  return [...new Set(items.map(({ folder }) => folder))].sort().map((id) => {
    const folder = schedule.folders.find((known) => known.id === id);
    const own = items.filter((item) => item.folder === id);
    return coverageIll(coverage, id, own, folder);
  });
}

const UNSAID = ['missed', 'undelivered', 'waiting'] as const;

function coverageIll(
  { day }: Coverage,
  folderId: string,
  items: CoverageItem[],
  folder: ScheduleFolder | undefined,
): Ill {
  const shown = items.slice(0, MOST_DETAILS).map((item) => detailOf(item, folder));
  const more = items.length - shown.length;
  return {
    id: `coverage:${day}/${folderId}`,
    once: true,
    sentence: `Ngày ${longDate(day)}, kế hoạch ${folderId}: ${twoDigits(items.length)} điều phải nhắc chưa đến nơi nhận (${countsOf(items)}).`,
    details: more === 0 ? shown : [...shown, { ...NOTHING, title: `Và ${twoDigits(more)} điều khác.` }],
    deed: deedFor(items, day),
    page: CONSOLE_PAGES.system,
  };
}

const NOTHING: IllDetail = { title: '', who: null, words: '', page: null };

/** The id of a notice is its deadline's and the rung's; that of a letter without notices is the letter's. */
function detailOf({ id, words }: CoverageItem, folder: ScheduleFolder | undefined): IllDetail {
  const [deadline = id, rung] = id.split('#');
  if (rung === undefined) return { title: `Thư ${id}`, who: null, words, page: letterPage(id) };
  const [plan, obligation, unit = ''] = deadline.split('/');
  const found = folder?.plans
    .find((known) => known.id === plan)
    ?.obligations.find((known) => known.id === obligation);
  return {
    title: `${found === undefined ? deadline : found.title} (bậc ${rung.split('@')[0] ?? rung})`,
    who: folder?.units.get(unit)?.name ?? (unit || null),
    words,
    page: deadlinePage(deadline),
  };
}

function countsOf(items: CoverageItem[]): string {
  const words = { missed: 'sót', undelivered: 'không gửi được', waiting: 'còn chờ gửi' };
  return UNSAID.flatMap((outcome) => {
    const count = items.filter((item) => item.outcome === outcome).length;
    return count === 0 ? [] : [`${words[outcome]} ${twoDigits(count)}`];
  }).join(', ');
}

function deedFor(items: CoverageItem[], day: IsoDate): string {
  const deeds = {
    missed: `Với điều sót: xem nhật ký của chương trình trong ngày, chạy “dondoc coverage --day ${day}”, rồi báo cơ quan theo dõi nhắc trực tiếp đơn vị.`,
    undelivered:
      'Với thư không gửi được: sửa địa chỉ hộp thư trong tệp lịch, rồi cho gửi lại tại trang Không gửi được; thư đã gửi mà bị trả lại thì không gửi lại, lời nhắc sau tự gửi tới địa chỉ đã sửa.',
    waiting:
      'Với thư còn chờ: bảo đảm máy chủ thư hoạt động; thư tự gửi trong giờ gửi của ngày làm việc kế tiếp.',
  };
  return UNSAID.filter((outcome) => items.some((item) => item.outcome === outcome))
    .map((outcome) => deeds[outcome])
    .join(' ');
}
