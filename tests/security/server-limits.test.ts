import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { createGuardedServer, SERVER_LIMITS } from '../../src/web/guarded-server.ts';
import { startWeb } from '../../src/web/server.ts';

it('the server cuts slow and idle clients, and takes no more of them than it can serve', () => {
  const server = createGuardedServer(() => new Response('ok'));
  const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = server;
  expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    maxConnections: 1000,
  });
  expect(headersTimeout).toBeLessThan(requestTimeout);
});

it('the pages are served with those limits: a head that is too long is refused', async () => {
  const web = await startWeb({
    ...{ host: '127.0.0.1', port: 0, status: async () => ({}) },
    log: () => undefined,
  });
  try {
    const asked = request(`${web.url}/healthz`, {
      headers: { 'x-long': 'x'.repeat(SERVER_LIMITS.maxHeaderSize) },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(431);
    answer.resume();
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
  } finally {
    await web.close();
  }
});
