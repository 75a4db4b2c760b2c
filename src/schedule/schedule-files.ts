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
  /** The plan that a plan's file gives, when it can be read. */
  plan?: string;
}

/** Every file that `loadSchedules` reads under `dir`, sorted by folder; a file that cannot be read is there too. */
export async function scheduleFiles(dir: string): Promise<ScheduleFile[]> {
  const layout = await findLayout(dir);
  const folders = await Promise.all(layout.folders.map(folderFiles));
  return [...folders.flat(), ...(layout.calendar === undefined ? [] : await calendarFiles(layout.calendar))];
}

async function folderFiles(path: string): Promise<ScheduleFile[]> {
  const folder = basename(path);
  const { files } = await listFolder(path);
  const kinds = files.flatMap((name) => {
    const kind = folderFileKind(name);
    return kind === undefined ? [] : [{ name: `${folder}/${name}`, path: join(path, name), kind, folder }];
  });
  return Promise.all(
    kinds.map(async (file) => (file.kind === 'plan' ? { ...file, ...(await planOf(file.path)) } : file)),
  );
}

async function calendarFiles(path: string): Promise<ScheduleFile[]> {
  const { files } = await listFolder(path);
  return files
    .filter(isYearFile)
    .map((name) => ({ name: `calendar/${name}`, path: join(path, name), kind: 'calendar' }));
}

async function planOf(path: string): Promise<{ plan?: string }> {
  const reading = readLocatedYaml(await readFile(path));
  const plan = reading.ok ? reading.yaml.valueAt(['plan', 'id']) : undefined;
  return typeof plan === 'string' ? { plan } : {};
}
