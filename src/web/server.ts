import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { trimTrailingSlash } from 'hono/trailing-slash';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import { LINK_PATHS } from '../answer/links.ts';
import type { BoardDesk } from '../board/board-desk.ts';
import type { Mailbox } from '../mail/built-in-mailbox.ts';
import { answerPages } from './answer-pages.ts';
import { apiRoutes, type ApiParts } from './api.ts';
import type { ApiToken } from './api-door.ts';
import { failurePage, notFoundPage, rehearsalPage } from './failure-pages.ts';
import { feedRoute } from './feed-route.ts';
import { createGuardedServer } from './guarded-server.ts';
import { inReadersLanguage, LANGUAGE_PATH, languageRoute } from './language.ts';
import { createGate, USUAL_LIMITS, type Limits } from './gate.ts';
import { leaveToNewer } from './leave-to-newer.ts';
import { mailboxPages } from './mailbox-pages.ts';
import { unitPages } from './unit-pages.ts';
import { requestLog, type RequestLog } from './request-log.ts';
import { startPage } from './start-page.ts';
import { noZeroByteInAddress } from './zero-byte.ts';

export interface WebParts {
  host: string;
  /** 0: any free port. */
  port: number;
  /** What the start page tells: words in Vietnamese and their values, in order. */
  status: () => Promise<Record<string, string | number>>;
  /** Whether letters can be expected to leave, for `/readyz`; in words without secrets. */
  readiness?: () => Promise<{ ready: boolean; words: string }>;
  /** Whether a newer version has changed the record, so that nothing is taken in here any more. */
  isOvertaken?: () => Promise<boolean>;
  /** Hears every error that a reader was spared. */
  log: (error: unknown) => void;
  /** Hears every answered request. */
  requests?: RequestLog;
  /** Shown at `/mailbox`. */
  mailbox?: Mailbox;
  /** Mounted at `/control`. */
  extra?: Hono;
  /** The pages of the links in letters, the calendars and the event API. */
  answers?: AnswerParts;
  /** The pages behind the sign-in; they bring their own paths. */
  console?: Hono;
}

/** What the pages of links need. */
export interface AnswerParts {
  desk: AnswerDesk;
  /** The address at which others reach the pages. */
  publicUrl: string;
  /** Whether a proxy of ours stands before the server. */
  trustProxy: boolean;
  /** Which programs may come in, and for what. */
  apiTokens: readonly ApiToken[];
  /** Every deadline at a glance, for the page of all that a unit leads. */
  board?: Pick<BoardDesk, 'rows' | 'lastSaid'>;
  /** What programs may read of the system. */
  told?: Pick<ApiParts, 'state' | 'metrics'>;
  /** Absent: the usual ones. */
  limits?: Limits;
}

export interface Web {
  /** `http://<host>:<port>`, without a slash at the end. */
  url: string;
  /** Stops listening, lets running requests end, then cuts what is left. */
  close(): Promise<void>;
}

/** Nothing can be served at the address that is set; the message names it. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

const ASSETS = fileURLToPath(new URL('assets', import.meta.url));
/** The files of the typeface, as its package holds them. */
const FACE = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro'))), 'files');
/** How long running requests may take once the server is closing, in milliseconds. */
const FAREWELL = 2000;

/**
 * Starts the web server: `/`, `/healthz`, `/readyz`, `/assets/`, and the parts handed in.
 * @throws CannotListen naming host and port when it cannot listen there.
 */
export async function startWeb(parts: WebParts): Promise<Web> {
  const server = createGuardedServer(webApp(parts).fetch);
  const port = await listen(server, parts.host, parts.port);
  return {
    url: `http://${hostAndPort(parts.host, port)}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const cut = setTimeout(() => server.closeAllConnections(), FAREWELL);
      await closed;
      clearTimeout(cut);
    },
  };
}

/**
 * Finds out whether the address is free, before anything is begun that would have to be undone.
 * @throws CannotListen naming host and port when it is not.
 */
export async function probeAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  probe.close();
  await once(probe, 'close');
}

/** Every page and route of the parts handed in, without a server before them. */
export function webApp({
  status,
  readiness,
  isOvertaken,
  log,
  requests,
  mailbox,
  extra,
  answers,
  console,
}: WebParts): Hono {
  const app = new Hono();
  if (requests) app.use(requestLog(requests));
  app.use(ownHeaders());
  app.use(inReadersLanguage);
  app.use(noZeroByteInAddress);
  app.use(trimTrailingSlash());
  if (isOvertaken) app.use(leaveToNewer(isOvertaken));
  app.route(LANGUAGE_PATH, languageRoute(answers?.publicUrl.startsWith('https:') ?? false));
  app.get('/', async (c) =>
    c.html(startPage(await status(), { mailbox: mailbox !== undefined, console: console !== undefined })),
  );
  app.get('/healthz', (c) => c.text('ok'));
  if (readiness)
    app.get('/readyz', async (c) => {
      const { ready, words } = await readiness();
      return c.text(words, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
    });
  app.get(
    '/assets/face/*',
    serveStatic({ root: FACE, rewriteRequestPath: (path) => path.slice('/assets/face'.length) }),
  );
  app.get(
    '/assets/*',
    serveStatic({ root: ASSETS, rewriteRequestPath: (path) => path.slice('/assets'.length) }),
  );
  if (mailbox) app.route('/mailbox', mailboxPages(mailbox));
  if (extra) app.route('/control', extra);
  if (answers) addAnswers(app, answers);
  else for (const path of Object.values(LINK_PATHS)) app.get(`${path}*`, (c) => c.html(rehearsalPage(), 404));
  if (console) app.route('/', console);
  app.notFound((c) => c.html(notFoundPage(), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log(error);
    return c.html(failurePage(), 500);
  });
  return app;
}

function addAnswers(
  app: Hono,
  { desk, publicUrl, trustProxy, apiTokens, limits, told, board }: AnswerParts,
): void {
  const gate = createGate(limits ?? USUAL_LIMITS, trustProxy);
  app.route('/', answerPages(desk, gate, publicUrl));
  if (board !== undefined) app.route(LINK_PATHS.unit, unitPages(desk, board, gate));
  app.route(LINK_PATHS.calendar, feedRoute(desk, gate));
  app.route('/', apiRoutes({ desk, gate, tokens: apiTokens, board, ...told }));
}

/** Our pages run no script and load only our own style; a page that set a stricter policy keeps it. */
function ownHeaders() {
  return secureHeaders({
    overwrite: false,
    // The server itself speaks plain HTTP; whoever puts TLS in front of it says so.
    strictTransportSecurity: false,
    originAgentCluster: false,
    referrerPolicy: 'same-origin',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new CannotListen(`Không mở được trang web tại ${hostAndPort(host, port)}: ${reason(error)}`, {
      cause: error,
    });
  }
  return (server.address() as AddressInfo).port;
}

function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? 'cổng này đang được một chương trình khác sử dụng.' : message;
}
