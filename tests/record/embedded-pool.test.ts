import type pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { openTestRecord, SLOW } from '../support/record.ts';

let record: OpenRecord;
let pool: pg.Pool;

beforeAll(async () => {
  record = await openTestRecord();
  pool = record.queuePool;
  await pool.query('create table public.counter (id integer primary key, value integer not null, day date)');
}, SLOW);
beforeEach(async () => {
  await pool.query("delete from counter; insert into counter values (1, 0, '2019-06-30')");
});

async function value(): Promise<number | undefined> {
  const { rows } = await pool.query<{ value: number }>('select value from counter where id = 1');
  return rows[0]?.value;
}

/** Whether `work` is still unsettled after everything that could settle it has had its turn. */
async function isWaiting(work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => false), pause(100, true)]);
}

describe('a transaction on the embedded record', () => {
  it('is alone: twenty that read, wait and write lose nothing', async () => {
    const addOne = async () => {
      const client = await pool.connect();
      await client.query('begin');
      const { rows } = await client.query<{ value: number }>('select value from counter where id = 1');
      await pause(1);
      await client.query('update counter set value = $1 where id = 1', [(rows[0]?.value ?? 0) + 1]);
      await client.query('commit');
      client.release();
    };
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await value()).toBe(20);
  });

  it('keeps everybody else waiting until it is over', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('update counter set value = 5');
    const outside = value();
    expect(await isWaiting(outside)).toBe(true);
    await client.query('ROLLBACK');
    expect(await outside).toBe(0);
    client.release();
  });

  it('is rolled back when its client is given back before the end', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('update counter set value = 7');
    client.release();
    expect(await value()).toBe(0);
  });

  it('lives through a failed statement until it is rolled back, and then lets others in', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await expect(client.query('insert into counter values (1, 1)')).rejects.toThrow(/unique/);
    await expect(client.query('select 1')).rejects.toThrow(/aborted/);
    await client.query('rollback');
    client.release();
    expect(await value()).toBe(0);
  });

  it('is not ended by a rollback to a savepoint', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('savepoint here');
    await client.query('update counter set value = 9');
    await client.query('rollback to savepoint here');
    const outside = value();
    expect(await isWaiting(outside)).toBe(true);
    await client.query('update counter set value = 3');
    await client.query('commit');
    expect(await outside).toBe(3);
    client.release();
  });

  it('is begun once, even when its client begins it twice', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('begin');
    await client.query('update counter set value = 4');
    await client.query('commit');
    client.release();
    expect(await value()).toBe(4);
  });

  it('is seen behind a comment', async () => {
    const client = await pool.connect();
    await client.query('-- one\n/* two */ begin');
    const outside = value();
    expect(await isWaiting(outside)).toBe(true);
    await client.query('/* over */ commit;');
    expect(await outside).toBe(0);
    client.release();
  });

  it('may come and go in one text with all its statements', async () => {
    const client = await pool.connect();
    await client.query('begin; update counter set value = 6; commit');
    client.release();
    expect(await value()).toBe(6);
  });
});

describe('listening on the embedded record', () => {
  it('brings a notification of one client to another', async () => {
    const listener = await pool.connect();
    const heard: unknown[] = [];
    listener.on('notification', (message) => heard.push(message));
    await listener.query('-- BullMQ writes comments\nLISTEN "letters"');
    const speaker = await pool.connect();
    await speaker.query("select pg_notify('letters', 'thu-1')");
    await speaker.query("notify letters, 'thu-2'");
    await speaker.query("select pg_notify('others', 'thu-3')");
    expect(heard).toEqual([
      { channel: 'letters', payload: 'thu-1' },
      { channel: 'letters', payload: 'thu-2' },
    ]);
    listener.release();
    speaker.release();
  });

  it('ends when the client is given back, and others go on hearing', async () => {
    const [gone, staying] = [await pool.connect(), await pool.connect()];
    const heard: string[] = [];
    gone.on('notification', () => heard.push('gone'));
    staying.on('notification', () => heard.push('staying'));
    await gone.query('listen letters');
    await staying.query('listen letters');
    gone.release();
    await pool.query('select 1');
    await pool.query("select pg_notify('letters', '')");
    expect(heard).toEqual(['staying']);
    staying.release();
  });
});

describe('an answer of the embedded record', () => {
  it('counts the rows changed and names the command', async () => {
    await pool.query('insert into counter values (2, 0), (3, 0)');
    expect(await pool.query('update counter set value = 1')).toMatchObject({
      command: 'UPDATE',
      rowCount: 3,
      rows: [],
    });
    expect(await pool.query('/* why */ update counter set value = $1 where id > 1', [2])).toMatchObject({
      command: 'UPDATE',
      rowCount: 2,
    });
    expect(await pool.query('update counter set value = 1 where id = 9')).toMatchObject({ rowCount: 0 });
    expect(await pool.query('delete from counter where id > 1 returning id')).toMatchObject({
      command: 'DELETE',
      rowCount: 2,
      rows: [{ id: 2 }, { id: 3 }],
    });
  });

  it('is that of the last of several statements', async () => {
    const answer = await pool.query('update counter set value = 1; select 7 as seven, 8 as eight');
    expect(answer).toMatchObject({ rowCount: 1, rows: [{ seven: 7, eight: 8 }] });
  });

  it.each([
    ['without parameters', 'select day, count(*) as count from counter group by day', undefined],
    ['with parameters', 'select day, count(*) as count from counter where id = $1 group by day', [1]],
  ])('gives days and long integers as text %s', async (_how, text, params) => {
    expect((await pool.query(text, params)).rows).toEqual([{ day: '2019-06-30', count: '1' }]);
  });
});

it('does not mind a client that is given back after the record was closed', async () => {
  const idle = await pool.connect();
  await idle.query('listen letters');
  const busy = await pool.connect();
  await busy.query('begin');
  await record.close();
  idle.release();
  busy.release();
  await expect(pool.query('select 1')).rejects.toThrow(/closed/);
});
