import { basename, join, resolve } from 'node:path';
import { listFolder, readYamlFile, type DiskFile, type Edits } from './disk.ts';
import type { FolderFiles } from './draft.ts';
import { idFrom } from './id-from.ts';
import { nearest } from './nearest.ts';
import { problemOf, type Problem } from './problem.ts';

const PLAN_FILE = /^plan(-[a-z0-9]+)*\.yaml$/;
const FIXED_FILES = ['units.yaml', 'ladders.yaml'];

/** What a file of a schedule folder is, by its name; undefined: nobody reads it. */
export function folderFileKind(name: string): 'units' | 'ladders' | 'plan' | undefined {
  if (name === 'units.yaml') return 'units';
  if (name === 'ladders.yaml') return 'ladders';
  return PLAN_FILE.test(name) ? 'plan' : undefined;
}

/** Whether a file name could only be YAML meant for us. */
export function isYamlName(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Whether these file names are those of a schedule folder. */
export function isScheduleFolder(files: readonly string[]): boolean {
  return files.some((name) => FIXED_FILES.includes(name) || PLAN_FILE.test(name));
}

/** Reads the files of one schedule folder, and says which are missing and which nobody would read. */
export async function readFolder(
  path: string,
  edits: Edits,
): Promise<{ files: FolderFiles; disk: DiskFile[]; problems: Problem[] }> {
  const listing = await listFolder(path);
  const plans = listing.files.filter((name) => PLAN_FILE.test(name));
  const wanted = [...FIXED_FILES.filter((name) => listing.files.includes(name)), ...plans];
  const disk = await Promise.all(wanted.map((name) => readYamlFile(join(path, name), edits)));
  const located = (name: string) => disk.find((file) => file.name === join(path, name))?.file;

  const id = basename(resolve(path));
  const problems = [
    ...listing.problems,
    ...misnamedFolder(path, id),
    ...(listing.problems.length > 0 ? [] : missingFiles(path, wanted, plans)),
    ...strayFiles(path, listing.files, wanted),
    ...listing.folders.map((name) =>
      problemOf(join(path, name), 'thư mục con không được đọc; hãy đưa ra ngoài'),
    ),
    ...disk.flatMap((file) => file.problems),
  ];
  const files = {
    id,
    units: located('units.yaml'),
    ladders: located('ladders.yaml'),
    plans: plans.flatMap((name) => located(name) ?? []),
  };
  return { files, disk, problems };
}

/** The folder's name is part of what the record keeps. */
function misnamedFolder(path: string, id: string): Problem[] {
  if (idFrom(id) === id) return [];
  const message = 'tên thư mục chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối';
  return [problemOf(path, message, idFrom(id))];
}

function missingFiles(path: string, wanted: readonly string[], plans: readonly string[]): Problem[] {
  const missing = FIXED_FILES.filter((name) => !wanted.includes(name)).map((name) =>
    problemOf(join(path, name), 'thiếu tệp này'),
  );
  if (plans.length > 0) return missing;
  return [...missing, problemOf(join(path, 'plan.yaml'), 'thiếu tệp kế hoạch (plan.yaml hoặc plan-….yaml)')];
}

function strayFiles(path: string, files: readonly string[], wanted: readonly string[]): Problem[] {
  return files
    .filter((name) => isYamlName(name) && !wanted.includes(name))
    .map((name) => {
      const message =
        'tên tệp không đúng nên không được đọc (chỉ đọc units.yaml, ladders.yaml, plan.yaml, plan-….yaml)';
      return problemOf(join(path, name), message, nearest(name, [...FIXED_FILES, 'plan.yaml']));
    });
}
