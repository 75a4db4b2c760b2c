import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listFolder } from './disk.ts';
import { folderFileKind } from './folder-files.ts';
import { findLayout } from './layout.ts';
import { readLocatedYaml } from './located-yaml.ts';
import { isYearFile } from './read-calendar.ts';

/** A file that the schedules are read from. */
export interface ScheduleFile {
  /** How it is called on pages and in the record: `kon-tum-2019/plan.yaml`, `calendar/2019.yaml`. */
  name: string;
  path: string;
  kind: 'units' | 'ladders' | 'plan' | 'calendar';
  /** The schedule folder; a calendar belongs to all of them. */
  folder?: string;
}

/** Every file that `loadSchedules` reads under `dir`, sorted by folder; a file that cannot be read is there too. */
export async function scheduleFiles(dir: string): Promise<ScheduleFile[]> {
  const layout = await findLayout(dir);
  const folders = await Promise.all(layout.folders.map(folderFiles));
  return [...folders.flat(), ...(layout.calendar === undefined ? [] : await calendarFiles(layout.calendar))];
}

/** The place of a year's calendar that nobody has written yet; undefined when there is one, or no folder for it. */
export async function newYearFile(dir: string, name: string): Promise<ScheduleFile | undefined> {
  const { calendar } = await findLayout(dir);
  const file = name.replace(/^calendar\//, '');
  if (calendar === undefined || `calendar/${file}` !== name || !isYearFile(file)) return undefined;
  const { files } = await listFolder(calendar);
  return files.includes(file) ? undefined : { name, path: join(calendar, file), kind: 'calendar' };
}

/** The file that gives the plan `plan` of `folder`; undefined when none can be read that does. */
export async function planFile(dir: string, folder: string, plan: string): Promise<ScheduleFile | undefined> {
  const files = (await scheduleFiles(dir)).filter((file) => file.kind === 'plan' && file.folder === folder);
  for (const file of files) if ((await planIn(file.path)) === plan) return file;
  return undefined;
}

async function folderFiles(path: string): Promise<ScheduleFile[]> {
  const folder = basename(path);
  const { files } = await listFolder(path);
  return files.flatMap((name) => {
    const kind = folderFileKind(name);
    return kind === undefined ? [] : [{ name: `${folder}/${name}`, path: join(path, name), kind, folder }];
  });
}

async function calendarFiles(path: string): Promise<ScheduleFile[]> {
  const { files } = await listFolder(path);
  return files
    .filter(isYearFile)
    .map((name) => ({ name: `calendar/${name}`, path: join(path, name), kind: 'calendar' }));
}

async function planIn(path: string): Promise<unknown> {
  const reading = readLocatedYaml(await readFile(path));
  return reading.ok ? reading.yaml.valueAt(['plan', 'id']) : undefined;
}
