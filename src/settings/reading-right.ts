import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What root types so that this account may read `file`, which it may not: through its group, and nobody else besides. */
export function remedyFor(file: string): string {
  const [path, mode] = isHidden(file) ? [dirname(file), 750] : [file, 640];
  return `chgrp ${ownGroup()} ${path} && chmod ${mode} ${path}`;
}

/** Whether it is the folder that this account may not enter. */
function isHidden(file: string): boolean {
  try {
    statSync(file);
    return false;
  } catch {
    return true;
  }
}

/** The name of this process's group, or its number where nothing names it. */
function ownGroup(): string {
  const id = String(process.getegid?.());
  try {
    const groups = readFileSync('/etc/group', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
    return groups.find(([, , number]) => number === id)?.[0] ?? id;
  } catch {
    return id;
  }
}
