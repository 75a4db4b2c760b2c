import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';

/** What other commands on this machine may ask of a running embedded instance. */
export interface Control {
  status(): Promise<unknown>;
  beat(): Promise<unknown>;
}

/** Routes for whoever can read the lock file, whose token they must show. */
export function controlRoutes(token: string, control: Control): Hono {
  const app = new Hono();
  app.use(bearerAuth({ token }));
  app.get('/status', async (context) => context.json(await control.status()));
  app.post('/beat', async (context) => context.json(await control.beat()));
  return app;
}
