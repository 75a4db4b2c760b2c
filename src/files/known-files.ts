import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTemplateFiles } from '../mail/template-files.ts';
import { newYearFile, scheduleFiles, type ScheduleFile } from '../schedule/schedule-files.ts';

/** A file that may be edited; nothing that is not in `knownFiles` may be. */
export type KnownFile = ScheduleFile | { name: string; path: string; kind: 'template' };

/** A file's content at one moment. */
export interface OpenedFile {
  file: KnownFile;
  text: string;
  /** The SHA-256 of the content. */
  version: string;
}

/** The folders that the files lie in. */
export interface Places {
  schedules: string;
  templates: string;
}

/** No schedule folder can have this name. */
const TEMPLATES = 'mẫu thư/';

/** The name of a template, `overdue/body.html`, among all files. */
export function templateName(template: string): string {
  return TEMPLATES + template;
}

/** The part of a template's name inside its folder. */
export function templatePath({ name }: KnownFile): string {
  return name.slice(TEMPLATES.length);
}

/** Every file of both folders. A template folder that cannot be read has none. */
export async function knownFiles({ schedules, templates }: Places): Promise<KnownFile[]> {
  const found = await readTemplateFiles(templates).catch(() => new Map<string, string>());
  return [
    ...(await scheduleFiles(schedules)),
    ...[...found.keys()].map((inside) => ({
      name: templateName(inside),
      path: join(templates, inside),
      kind: 'template' as const,
    })),
  ];
}

/** Reads one of the known files by its name; undefined when there is none of this name. @throws Error of node:fs */
export async function openFile(places: Places, name: string): Promise<OpenedFile | undefined> {
  const file = (await knownFiles(places)).find((known) => known.name === name);
  if (file === undefined) return undefined;
  const bytes = await readFile(file.path);
  return { file, text: bytes.toString('utf8'), version: versionOf(bytes) };
}

/** The version of a file that is not there: what is written over it must find it missing. */
export const ABSENT = 'absent';

/** A known file, or the calendar of a year that has none yet, which is empty and `ABSENT`. @throws Error of node:fs */
export async function openOrNew(places: Places, name: string): Promise<OpenedFile | undefined> {
  const file = await newYearFile(places.schedules, name);
  return file === undefined ? openFile(places, name) : { file, text: '', version: ABSENT };
}

/** Equal contents, equal versions. */
export function versionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
