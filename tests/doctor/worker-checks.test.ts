import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { workerChecks } from '../../src/doctor/worker-checks.ts';

let server: Server;
afterEach(() => server.close());

/** What is found of the worker and of its port where a program answers every request like this. */
async function foundBy(status: number, text: string): Promise<Record<string, string>> {
  server = createServer((_request, response) => response.writeHead(status).end(text)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const checks = workerChecks({ host: '127.0.0.1', port, running: undefined, now: () => new Date(0) });
  const states: Record<string, string> = {};
  for (const { id, look } of checks) states[id] = (await look()).state;
  return states;
}

it.each([
  ['is ready', 200, 'ready\nill: mail-away', 'ok'],
  ['has no database', 503, 'the database does not answer', 'fault'],
  ['was overtaken', 503, 'a newer version has changed the record (0099-new): stop this process', 'fault'],
  ['does not beat', 503, 'the last beat is too old', 'fault'],
])('a worker that %s is known as ours, and its port as taken by it', async (_what, status, text, worker) => {
  expect(await foundBy(status, text)).toMatchObject({ worker, port: 'ok' });
});

it('another program at the port is told of as a fault of the port', async () => {
  expect(await foundBy(503, 'Service Unavailable')).toMatchObject({ worker: 'warning', port: 'fault' });
});
