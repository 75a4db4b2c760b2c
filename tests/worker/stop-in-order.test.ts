import { describe, expect, it } from 'vitest';
import { stopInOrder } from '../../src/worker/stop-in-order.ts';

const never = () => new Promise<never>(() => undefined);

describe('stopping in order', () => {
  it('closes the last opened first, and hurries nobody who ends in time', async () => {
    const closed: string[] = [];
    const closings = ['record', 'queue'].map((name) => ({ name, close: () => void closed.push(name) }));
    let hurried = 0;
    expect(await stopInOrder(closings, { patience: 60_000, grace: 60_000 }, () => hurried++)).toEqual([]);
    expect({ closed, hurried }).toEqual({ closed: ['queue', 'record'], hurried: 0 });
  });

  it('makes what hangs end, and leaves behind what hangs all the same without keeping the rest open', async () => {
    const closed: string[] = [];
    let end: (() => void) | undefined;
    const closings = [
      { name: 'record', close: () => void closed.push('record') },
      { name: 'mailbox', close: never },
      { name: 'broken', close: () => Promise.reject(new Error('broken')) },
      { name: 'queue', close: () => new Promise<void>((resolve) => (end = resolve)) },
    ];
    const left = await stopInOrder(closings, { patience: 10, grace: 10 }, () => end?.());
    expect(left).toEqual(['broken', 'mailbox']);
    expect(closed).toEqual(['record']);
  });
});
