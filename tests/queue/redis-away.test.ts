import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import { openQueue } from '../../src/queue/send-queue.ts';

it('says at once, and without the password, that Redis does not answer', async () => {
  const errors: Error[] = [];
  const place = { redisUrl: 'redis://:secret@127.0.0.1:1' };
  const opening = openQueue({ place, name: 'q', clock: systemClock, onError: (error) => errors.push(error) });
  await expect(opening).rejects.toThrow(/^Redis does not answer at 127\.0\.0\.1:1$/);
  await expect(opening).rejects.toMatchObject({ cause: { message: 'connect ECONNREFUSED 127.0.0.1:1' } });
  expect(errors.map(({ message }) => message)).toEqual(['connect ECONNREFUSED 127.0.0.1:1']);
});
