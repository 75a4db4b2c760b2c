import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProxy, type CutProxy } from '../../bench/faults/cut-proxy.ts';
import { serverPool } from '../../src/record/server-pool.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';
import { SLOW } from '../support/record.ts';

const LIMITS = { connect: 1500, silence: 1000 };

describe.skipIf(serverMissing('postgres'))('connections to a server that is not always there', () => {
  let server: TestServer;
  let proxy: CutProxy;
  const pools: ReturnType<typeof serverPool>[] = [];
  const open = () => {
    const url = new URL(server.url);
    url.port = String(proxy.port);
    const pool = serverPool({ connectionString: url.href, max: 1 }, LIMITS);
    pools.push(pool);
    return pool;
  };

  beforeAll(async () => {
    server = await startPostgres();
    proxy = await openProxy(server.url);
  }, SLOW);
  afterAll(async () => {
    for (const pool of pools) await pool.end();
    await proxy.close();
    await server.stop();
  });

  it('fail the statement to which a frozen server says nothing, and the next one finds the server again', async () => {
    const pool = open();
    await pool.query('select 1');
    proxy.silence();
    await expect(pool.query('select 2')).rejects.toThrow(/said nothing for 1 seconds|terminated/);
    proxy.mend();
    expect((await pool.query('select 3 as three')).rows).toEqual([{ three: 3 }]);
  });

  it('are given up when they cannot be made in time', async () => {
    proxy.silence();
    await expect(open().query('select 1')).rejects.toThrow(/timeout/i);
    proxy.mend();
  });

  it('hear notifications after a silence, however long', async () => {
    const listener = await open().connect();
    const heard: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('listen news');
    await new Promise((resolve) => setTimeout(resolve, 3 * LIMITS.silence));
    await open().query(`select pg_notify('news', 'still there')`);
    await expect.poll(() => heard).toEqual(['still there']);
    listener.release();
  });

  it('keep no lock on the server when they fall silent inside a transaction', async () => {
    const pool = open();
    await pool.query('create table held (id int)');
    const client = await pool.connect();
    await client.query('begin');
    await client.query('lock table held');
    proxy.silence();
    const direct = serverPool({ connectionString: server.url, max: 1 }, { connect: 1500, silence: 20_000 });
    pools.push(direct);
    expect((await direct.query('select count(*)::int as count from held')).rows).toEqual([{ count: 0 }]);
    proxy.mend();
    client.release(true);
  });
});
