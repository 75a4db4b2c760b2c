import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { OWNER_ONLY } from './record-folder.ts';

const ownerShape = z.object({
  token: z.uuid(),
  pid: z.number().int().positive(),
  /** When the process began, as the system counts it: a later process may be given the same pid. */
  began: z.string(),
  /** Where the owner answers other commands, once it does; they show it the token. */
  control: z.string().optional(),
});
export type LockOwner = z.infer<typeof ownerShape>;

/** What a power cut may leave of a lock; its owner is surely gone. */
const UNREADABLE: LockOwner = { token: 'unreadable', pid: 0, began: '' };

/** The embedded record's folder is in use by a living process. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
  readonly owner: LockOwner;
  constructor(folder: string, owner: LockOwner) {
    super(
      `The record in ${folder} is in use by process ${owner.pid}. Stop it first, or set DATA_DIR to another folder.`,
    );
    this.owner = owner;
  }
}

/** The embedded record's folder cannot be made. */
export class FolderUnusable extends Error {
  override name = 'FolderUnusable';
  constructor(folder: string, cause: unknown) {
    super(
      `The folder ${folder} cannot be made: ${(cause as Error).message}. Set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

export interface FolderLock {
  readonly token: string;
  /** Tells other commands where this process answers them. */
  announce(control: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the folder for this process: PGlite itself lets two processes open one folder, and the rows of one are then lost.
 * A lock whose process is gone (killed, power cut) is taken over.
 * @throws FolderInUse while another living process holds it. @throws FolderUnusable
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await makeFolder(folder);
  const file = lockFile(folder);
  const me: LockOwner = { token: randomUUID(), pid: process.pid, began: beganOf(process.pid) ?? '' };
  const owner = await take(file, me);
  if (owner !== undefined) throw new FolderInUse(folder, owner);
  return {
    token: me.token,
    announce: async (control) => replace(file, { ...me, control }),
    release: async () => {
      if ((await readOwner(file))?.token === me.token) await rm(file, { force: true });
    },
  };
}

/** `mkdir -p`, for its owner alone, which Node's own does without end below a folder where nothing can be made (/proc). @throws FolderUnusable */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: OWNER_ONLY });
  } catch (error) {
    if (isCode(error, 'EEXIST')) return;
    if (!isCode(error, 'ENOENT') || dirname(folder) === folder) throw new FolderUnusable(folder, error);
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: OWNER_ONLY }).catch((cause: unknown) => {
      if (!isCode(cause, 'EEXIST')) throw new FolderUnusable(folder, cause);
    });
  }
}

/** The living process that holds the folder, or undefined. */
export async function lockOwner(folder: string): Promise<LockOwner | undefined> {
  const owner = await readOwner(lockFile(folder));
  return owner !== undefined && isAlive(owner) ? owner : undefined;
}

/** Says early, without taking the folder, that another process has it. @throws FolderInUse */
export async function refuseInUse(folder: string): Promise<void> {
  const owner = await lockOwner(folder);
  if (owner !== undefined) throw new FolderInUse(folder, owner);
}

function lockFile(folder: string): string {
  return join(folder, 'dondoc.lock');
}

/**
 * Puts `me` into `file`, or answers the living process that is there. The place of a dead one is taken under a lock of its own,
 * named after the dead: of all who find it dead at once, one gets it.
 */
async function take(file: string, me: LockOwner): Promise<LockOwner | undefined> {
  for (;;) {
    if (await create(file, me)) return undefined;
    const owner = await readOwner(file);
    if (owner === undefined) continue; // given back meanwhile
    if (isAlive(owner)) return owner;
    const succession = `${file}.${owner.token}`;
    const rival = await take(succession, me);
    if (rival !== undefined) return rival;
    const isStillThere = (await readOwner(file))?.token === owner.token;
    if (isStillThere) await replace(file, me);
    await rm(succession);
    if (isStillThere) return undefined;
  }
}

/** A link appears with its content or not at all, and only where there is none: nobody ever reads half a lock. */
async function create(file: string, me: LockOwner): Promise<boolean> {
  const draft = await writeDraft(file, me);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

async function replace(file: string, owner: LockOwner): Promise<void> {
  await rename(await writeDraft(file, owner), file);
}

async function writeDraft(file: string, owner: LockOwner): Promise<string> {
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  return draft;
}

async function readOwner(file: string): Promise<LockOwner | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  try {
    return ownerShape.parse(JSON.parse(text));
  } catch {
    return UNREADABLE;
  }
}

function isAlive(owner: LockOwner): boolean {
  if (owner === UNREADABLE) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false;
  }
  const began = beganOf(owner.pid);
  return began === undefined || began === owner.began;
}

/** Linux tells when a process began, in ticks since the boot; elsewhere the pid alone must do. A zombie has no beginning that matches. */
function beganOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
