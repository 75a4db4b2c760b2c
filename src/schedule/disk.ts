import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { problemOf, type LocatedFile, type Problem } from './problem.ts';
import { readYamlUnlessRead } from './yaml-read-before.ts';

/** What a folder holds, by name, hidden entries left out; links are followed. */
export interface Listing {
  files: string[];
  folders: string[];
  problems: Problem[];
}

/** One file as it was read; `file` is there when it is YAML. */
export interface DiskFile {
  name: string;
  bytes: Uint8Array;
  file?: LocatedFile;
  problems: Problem[];
}

/** What files are to be read as, by their resolved path, as if it already stood on disk. */
export type Edits = ReadonlyMap<string, string>;

export const NO_EDITS: Edits = new Map();

/** Lists a folder, sorted; an unreadable one is a problem, not an error. */
export async function listFolder(path: string): Promise<Listing> {
  try {
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    const kinds = await Promise.all(names.map((name) => isFolder(join(path, name))));
    return {
      files: names.filter((_name, index) => !kinds[index]),
      folders: names.filter((_name, index) => kinds[index]),
      problems: [],
    };
  } catch (error) {
    return { files: [], folders: [], problems: [problemOf(path, wordDiskError(error, 'thư mục'))] };
  }
}

/** Reads one YAML file, or what it is edited to; an unreadable one is a problem, not an error. */
export async function readYamlFile(path: string, edits: Edits): Promise<DiskFile> {
  try {
    const edited = edits.get(resolve(path));
    const bytes = edited === undefined ? await readFile(path) : Buffer.from(edited);
    const reading = readYamlUnlessRead(path, bytes);
    if (reading.ok) return { name: path, bytes, file: { name: path, yaml: reading.yaml }, problems: [] };
    return { name: path, bytes, problems: reading.faults.map((fault) => ({ file: path, ...fault })) };
  } catch (error) {
    return { name: path, bytes: new Uint8Array(), problems: [problemOf(path, wordDiskError(error, 'tệp'))] };
  }
}

/** A link to nowhere counts as a file: reading it will say what is wrong. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** @throws the error itself when it does not come from the file system. */
function wordDiskError(error: unknown, thing: string): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === 'ENOENT') return `không có ${thing} này`;
  if (code === 'ENOTDIR') return 'đây không phải là thư mục';
  if (code === 'EACCES' || code === 'EPERM') return `không có quyền đọc ${thing} này`;
  return `không đọc được ${thing} này (${code})`;
}
