import { expect, it } from 'vitest';
import { virtualClock } from '../../src/clock/clock.ts';
import { onceAtATime } from '../../src/worker/once-at-a-time.ts';

const NOW = new Date('2019-10-09T00:30:00Z');

it('has a letter in hand once, and takes it again when it is out of hand, however it ended', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const send = onceAtATime(
    virtualClock(NOW),
    () =>
      new Promise((resolve, reject) =>
        ends.push((error) => (error === undefined ? resolve('done') : reject(error))),
      ),
  );
  const first = send('thu-a');
  const other = send('thu-b');
  expect(await send('thu-a')).toEqual({ retryAt: new Date(NOW.getTime() + 30_000) });
  expect(ends).toHaveLength(2);
  ends[0]?.(new Error('no'));
  await expect(first).rejects.toThrow('no');
  const again = send('thu-a');
  for (const end of ends) end();
  expect(await Promise.all([again, other])).toEqual(['done', 'done']);
});
