import { lockFolder, type FolderLock } from '../../src/record/folder-lock.ts';

/** A process of its own that takes and gives back locks as its parent tells it, and answers how that went. */
export type Order = { take: string } | { give: true } | { announce: string };
export type Report = 'ready' | 'taken' | 'given' | 'announced' | { refused: string };

let lock: FolderLock | undefined;

async function obey(order: Order): Promise<Report> {
  if ('take' in order) {
    try {
      lock = await lockFolder(order.take);
      return 'taken';
    } catch (error) {
      return { refused: String(error) };
    }
  }
  if ('announce' in order) {
    await lock?.announce(order.announce);
    return 'announced';
  }
  await lock?.release();
  lock = undefined;
  return 'given';
}

function report(what: Report): void {
  process.send?.(what);
}

process.on('message', (order: Order) => void obey(order).then(report));
report('ready');
