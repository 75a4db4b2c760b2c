import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';

/** What other commands on this machine may ask of a running embedded instance. */
export interface Control {
  status(): Promise<unknown>;
  beat(): Promise<unknown>;
  /** Record, schedules and templates as one archive. */
  backup(): Promise<Uint8Array>;
  /** Carries out a request that has been read as JSON. @throws RefusedRequest */
  ask(request: unknown): Promise<unknown>;
}

/** The request cannot be carried out; the message is for the person who asked. */
export class RefusedRequest extends Error {
  override name = 'RefusedRequest';
}

/** Routes for whoever can read the lock file, whose token they must show. */
export function controlRoutes(token: string, control: Control): Hono {
  const app = new Hono();
  app.use(bearerAuth({ token }));
  app.get('/status', async (context) => context.json(await control.status()));
  app.post('/beat', async (context) => context.json(await control.beat()));
  app.post('/backup', async (context) => context.body(new Uint8Array(await control.backup())));
  app.post('/ask', async (context) => {
    try {
      return context.json(await control.ask(await context.req.json()));
    } catch (error) {
      if (error instanceof RefusedRequest) return context.json({ error: error.message }, 409);
      throw error;
    }
  });
  return app;
}
