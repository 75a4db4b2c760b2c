import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openFilesDesk, type FilesDesk } from '../../src/files/files-desk.ts';
import type { OpenRecord, RecordDb } from '../../src/record/open-record.ts';
import { formatProblem } from '../../src/schedule/problem.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { readInstructions, validInstructions } from '../../src/worker/instructions.ts';
import { ConsoleSite } from './console-site.ts';
import { applyAt, openTestRecord, SLOW } from './record.ts';

/** The console over a copy of the shipped schedules and templates, which its forms may change. */
export class FilesSite extends ConsoleSite {
  readonly root: string;
  problems: string[] = [];

  private constructor(
    db: RecordDb,
    root: string,
    schedule: Schedule,
    desk: (site: () => FilesSite) => FilesDesk,
  ) {
    super(db, schedule, { files: desk(() => this) });
    this.root = root;
  }

  static async copy(db: RecordDb): Promise<FilesSite> {
    const root = await mkdtemp(join(tmpdir(), 'dondoc-files-'));
    const [schedules, templates] = [join(root, 'schedules'), join(root, 'templates')];
    await cp('schedules', schedules, { recursive: true });
    await cp('templates', templates, { recursive: true });
    const { schedule } = await validInstructions(schedules, templates);
    return new FilesSite(db, root, schedule, (site) =>
      openFilesDesk({
        ...{ db, schedules, templates, planDays: 31 },
        now: () => site().now(),
        inForce: () => site(),
        plan: () => site().renew(),
      }),
    );
  }

  /** Reads the files again as the worker's beat does, and plans. */
  async renew(): Promise<void> {
    const reading = await readInstructions(join(this.root, 'schedules'), join(this.root, 'templates'));
    this.problems = reading.ok ? [] : reading.problems.map(formatProblem);
    if (reading.ok) this.schedule = reading.instructions.schedule;
    await applyAt(this.db, this.schedule, this.today, { time: '09:30' });
  }

  /** `read('schedules/kon-tum-2019/plan.yaml')`. */
  read(name: string): Promise<string> {
    return readFile(join(this.root, name), 'utf8');
  }

  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.root, name), text);
  }

  /** The files as they are shipped. */
  async restore(): Promise<void> {
    for (const folder of ['schedules', 'templates']) {
      await rm(join(this.root, folder), { recursive: true });
      await cp(folder, join(this.root, folder), { recursive: true });
    }
    await this.renew();
  }

  override async close(): Promise<void> {
    await super.close();
    await rm(this.root, { recursive: true });
  }
}

/**
 * Opens a record and its site before a file's tests and hands them to `use`; each test begins on 07/10/2019 with the shipped files.
 */
export function inFilesSite(use: (opened: { record: OpenRecord; site: FilesSite }) => void): void {
  let record: OpenRecord;
  let site: FilesSite;
  beforeAll(async () => {
    record = await openTestRecord();
    site = await FilesSite.copy(record.db);
    await site.open();
    use({ record, site });
  }, SLOW);
  beforeEach(async () => {
    await site.begin('2019-10-07');
    await site.restore();
  }, SLOW);
  afterAll(async () => {
    await site.close();
    await record.close();
    expect(site.logged).toEqual([]);
  });
}

/** What the fields of a page's form hold, as a browser would send it: hidden ones, lines, choices, ticks, texts. */
export function formFields(body: string): [string, string][] {
  const form = body.slice(body.lastIndexOf('<form'));
  const fields: [string, string][] = [];
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === undefined || (/type="checkbox"/.test(tag) && !/\schecked/.test(tag))) continue;
    fields.push([name, attribute(tag, 'value') ?? '']);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([\w.]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option\s+value="([^"]*)"\s+selected/.exec(options) ?? /<option\s+value="([^"]*)"/.exec(options);
    fields.push([name, unescaped(chosen?.[1] ?? '')]);
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]*name="([\w.]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  ))
    fields.push([name, unescaped(text).replace(/\r\n?|\n/g, '\r\n')]);
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

/** A page's text with its character references resolved. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
