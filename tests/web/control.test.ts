import { afterEach, beforeEach, expect, test } from 'vitest';
import { controlRoutes, RefusedRequest, type Control } from '../../src/web/control.ts';
import { startWeb, type Web } from '../../src/web/server.ts';

let web: Web;
let logged: unknown[];

beforeEach(async () => {
  logged = [];
  const control: Control = {
    status: async () => ({ letters: 3 }),
    beat: async () => Promise.reject(new Error('no record')),
    backup: async () => Uint8Array.from([0, 80, 255]),
    ask: async (request) => {
      if (request === null) throw new RefusedRequest('Không hiểu yêu cầu.');
      return { lines: ['đã ghi'], data: request };
    },
  };
  web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    status: async () => ({}),
    log: (error) => logged.push(error),
    extra: controlRoutes('secret', control),
  });
});
afterEach(() => web.close());

function ask(path: string, token?: string, method = 'GET'): Promise<Response> {
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  return fetch(`${web.url}/control${path}`, { method, ...(headers && { headers }) });
}

test('whoever shows the token is answered', async () => {
  const response = await ask('/status', 'secret');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ letters: 3 });
});

test('no token, or a wrong one, is refused and is no failure of ours', async () => {
  expect((await ask('/status')).status).toBe(401);
  expect((await ask('/status', 'guess')).status).toBe(401);
  expect((await ask('/beat', 'guess', 'POST')).status).toBe(401);
  expect(logged).toEqual([]);
});

test('a backup is handed out byte by byte, to whoever shows the token', async () => {
  const response = await ask('/backup', 'secret', 'POST');
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 80, 255]);
  expect((await ask('/backup', 'guess', 'POST')).status).toBe(401);
});

test('a beat that fails answers 500 and is logged', async () => {
  expect((await ask('/beat', 'secret', 'POST')).status).toBe(500);
  expect(String(logged[0])).toContain('no record');
});

test('a request is carried out, and a refusal tells its reason without counting as a failure', async () => {
  const post = (body: string) =>
    fetch(`${web.url}/control/ask`, { method: 'POST', headers: { authorization: 'Bearer secret' }, body });
  expect(await (await post('{"ask":"diff"}')).json()).toEqual({ lines: ['đã ghi'], data: { ask: 'diff' } });
  const refused = await post('null');
  expect([refused.status, await refused.json()]).toEqual([409, { error: 'Không hiểu yêu cầu.' }]);
  expect(logged).toEqual([]);
});
