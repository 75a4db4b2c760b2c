import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProxy, type CutProxy } from '../../bench/faults/cut-proxy.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';
import { SLOW } from '../support/record.ts';
import { Trial } from './trial.ts';

describe.skipIf(serverMissing('postgres'))(
  'a letter that the mail server takes while the record is away',
  () => {
    const trial = Trial.ofThisFile();
    let server: TestServer;
    let proxy: CutProxy;
    beforeAll(async () => {
      server = await startPostgres();
      proxy = await openProxy(server.url);
      const url = new URL(server.url);
      url.port = String(proxy.port);
      await trial.record.close();
      trial.record = await openRecord({ server: url.href, schema: 'dondoc' });
    }, SLOW);
    afterAll(async () => {
      await proxy.close();
      await server.stop();
    });

    it('is on record as sent when the record is back, long after its claim, and does not go again', async () => {
      await trial.startOn('2019-10-09');
      const id = await trial.firstLetter();
      const taken = trial.clock.now();
      trial.sink.trouble = (stage) => (stage === 'stored' ? void proxy.cut() : undefined);
      const sending = trial.send(id);
      await expect.poll(() => trial.unwritable).toEqual([id]);
      trial.clock.moveTo(new Date(taken.getTime() + 60 * 60_000));
      proxy.mend();
      expect(await sending).toBe('done');
      expect(await trial.letterRow(id)).toMatchObject({ status: 'sent', sent_at: taken });
      expect(await trial.send(id)).toBe('done');
      expect(trial.sink.letters).toHaveLength(1);
    });
  },
);
