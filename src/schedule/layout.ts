import { join } from 'node:path';
import { listFolder } from './disk.ts';
import { isScheduleFolder, isYamlName } from './folder-files.ts';
import { problemOf, type Problem } from './problem.ts';

/** Folders of the root that are no schedule folders. */
export const RESERVED_FOLDERS = ['calendar', 'schema'];

/** Where the parts of a schedule lie. */
export interface Layout {
  root: string;
  /** Where the calendar lies; undefined when there is none. */
  calendar?: string;
  folders: string[];
  problems: Problem[];
}

/** Finds the calendar and the schedule folders of `dir`: a root, or one schedule folder beside the calendar. */
export async function findLayout(dir: string): Promise<Layout> {
  const listing = await listFolder(dir);
  if (listing.problems.length > 0) return { root: dir, folders: [], problems: listing.problems };

  if (!listing.folders.includes('calendar') && isScheduleFolder(listing.files)) {
    const parent = join(dir, '..');
    const beside = (await listFolder(parent)).folders.includes('calendar');
    const calendar = beside ? { calendar: join(parent, 'calendar') } : {};
    return { root: parent, ...calendar, folders: [dir], problems: beside ? [] : [noCalendar(dir)] };
  }

  const folders = listing.folders
    .filter((name) => !RESERVED_FOLDERS.includes(name))
    .map((name) => join(dir, name));
  const hasCalendar = listing.folders.includes('calendar');
  return {
    root: dir,
    ...(hasCalendar && { calendar: join(dir, 'calendar') }),
    folders,
    problems: [
      ...(hasCalendar ? [] : [noCalendar(dir)]),
      ...(folders.length > 0 ? [] : [problemOf(dir, 'chưa có thư mục kế hoạch nào')]),
      ...listing.files
        .filter(isYamlName)
        .map((name) =>
          problemOf(join(dir, name), 'tệp phải nằm trong một thư mục kế hoạch; tệp này không được đọc'),
        ),
    ],
  };
}

function noCalendar(dir: string): Problem {
  return problemOf(dir, 'thiếu lịch làm việc: không có thư mục calendar trong thư mục này hay bên cạnh nó');
}
