import { access, constants, lstat, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_MESSAGE, MOST_MESSAGES, type BounceBox } from './bounce-box.ts';

/** A maildir on this machine: what lies in `new` has not been read, what has been read moves to `cur` with the flag S. */
export function maildirBox(folder: string): BounceBox {
  const unread = join(folder, 'new');
  return {
    async check() {
      for (const part of ['new', 'cur']) await access(join(folder, part), constants.R_OK | constants.W_OK);
      return (await readdir(unread)).filter((name) => !name.startsWith('.')).length;
    },
    async read(take) {
      // Hidden files are not messages (maildir(5)); names begin with the time of delivery.
      const names = (await readdir(unread)).filter((name) => !name.startsWith('.')).sort();
      let count = 0;
      for (const name of names.slice(0, MOST_MESSAGES)) {
        const path = join(unread, name);
        const facts = await lstat(path).catch(gone);
        if (facts === undefined || !facts.isFile()) continue;
        const raw = facts.size > LARGEST_MESSAGE ? undefined : await readFile(path).catch(gone);
        if (raw === undefined && facts.size <= LARGEST_MESSAGE) continue;
        await take(raw === undefined ? { tooLarge: `maildir:${name}` } : { raw });
        await rename(path, join(folder, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`)).catch(gone);
        count += 1;
      }
      return count;
    },
  };
}

/** Another process has read it meanwhile. */
function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
