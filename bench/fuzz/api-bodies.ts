import { API_SECRET, open, type Shown } from '../../tests/support/answer-site.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeWords } from './judge-words.ts';
import type { Random } from './random.ts';
import { EVENT_KIND, ID, RecordSite } from './record-site.ts';
import { spoilBody } from './spoil-body.ts';

interface Route {
  path: string;
  scope: string;
  body: Record<string, unknown>;
  /** What has to be there before the body makes sense. */
  before?: { path: string; body: Record<string, unknown> };
}

const EVENT = { kind: EVENT_KIND, date: '2019-10-01', reference: '880/QĐ-UBND' };
/** Every route of the API's description that takes a body, each with bodies that it takes. */
const ROUTES: Route[] = [
  { path: '/api/events', scope: 'events', body: EVENT },
  {
    path: '/api/events/cancel',
    scope: 'events',
    body: { kind: EVENT.kind, reference: EVENT.reference, why: 'ghi nhầm' },
    before: { path: '/api/events', body: EVENT },
  },
  ...[
    { kind: 'done', document: '12/BC-STP', on: '2019-10-08', note: 'đủ', link: 'https://stp.example/12' },
    { kind: 'progress', figures: { count: 3, total: 9 }, note: 'đang làm' },
    { kind: 'asked', to: '2019-11-14', why: 'chờ số liệu' },
    { kind: 'paused', until: '2019-11-01', why: 'chờ văn bản', document: '7/UBND-NC' },
  ].map((answer) => ({ path: '/api/answers', scope: 'answers', body: { deadline: ID, seen: 0, answer } })),
];
const SCOPES = ['events', 'answers', 'read', 'metrics'];
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  '',
  'application/json; charset=utf-16',
];

/** The bodies that programs post, spoilt, with tokens of every scope. */
export const apiBodies: Family = {
  name: 'api-bodies',
  full: 20_000,
  short: 100,
  limit: 30_000,
  async open() {
    const tokens = SCOPES.map((scope) => ({ name: scope, secret: secretOf(scope), scopes: [scope] }));
    const site = await RecordSite.open(tokens);
    await areAllRoutes(site.site.web.url);
    const stand: Stand = { site, before: undefined };
    return { run: (random) => runCase(random, stand), close: () => site.close() };
  },
};

/** The site, and what was told to it after the record was begun. */
interface Stand {
  site: RecordSite;
  before: Route['before'];
}

function secretOf(scope: string): string {
  return `${API_SECRET}-${scope}`;
}

/** @throws Error for a route of the description that is not spoilt here. */
async function areAllRoutes(url: string): Promise<void> {
  const { body } = await open(`${url}/api/openapi.json`);
  const { paths } = JSON.parse(body) as { paths: Record<string, object> };
  const missing = Object.keys(paths).filter(
    (path) => 'post' in (paths[path] ?? {}) && !ROUTES.some((route) => route.path === path),
  );
  if (missing.length > 0) throw new Error(`Not spoilt: ${missing.join(', ')}`);
}

async function runCase(random: Random, stand: Stand): Promise<CaseEnd> {
  const route = random.pick(ROUTES);
  const { site } = stand;
  if (stand.before !== route.before) await begin(stand, route);
  const scope = random.oneIn(10) ? random.pick(SCOPES) : route.scope;
  const type = random.oneIn(20) ? random.pick(TYPES) : 'application/json';
  const body = spoilBody(route.body, random);
  return judging(body, async () => {
    const shown = await post(site, route.path, scope, type, body);
    const [error] = site.takeLogged();
    if (error !== undefined) throw new BadCase(`Told to the log: ${error}`, body);
    const changed = await site.hasChanged();
    if (changed) await begin(stand, route);
    judgeReply(shown, scope === route.scope, body);
    if (changed && shown.status >= 300) throw new BadCase(`Recorded, and answered ${shown.status}`, body);
    return { outcome: String(shown.status) };
  });
}

async function begin(stand: Stand, { before, scope }: Route): Promise<void> {
  stand.before = before;
  const { site } = stand;
  await site.begin(
    async () => before && post(site, before.path, scope, 'application/json', JSON.stringify(before.body)),
  );
}

function post(
  { site }: RecordSite,
  path: string,
  scope: string,
  type: string,
  body: string | Buffer,
): Promise<Shown> {
  const headers = { authorization: `Bearer ${secretOf(scope)}`, 'content-type': type };
  return open(`${site.web.url}${path}`, {
    method: 'POST',
    headers,
    body: body as NonNullable<RequestInit['body']>,
  });
}

function judgeReply({ status, body }: Shown, hasScope: boolean, input: string | Buffer): void {
  const bad = (why: string) => new BadCase(`${why}: ${status} ${body.slice(0, 500)}`, input);
  const good = hasScope ? [200, 201, 409, 413, 415, 422] : [403, 413];
  if (!good.includes(status)) throw bad('Not to be answered so');
  const { error, problems, said } = JSON.parse(body) as { error?: string; said?: string; problems?: unknown };
  judgeWords(said ?? error ?? '', input, 1500);
  if (status !== 422) return;
  if (!Array.isArray(problems) || problems.length === 0) throw bad('No place told');
  for (const { path, message } of problems as { path: string; message: string }[]) {
    judgeWords(message, input, 500);
    if (typeof path !== 'string') throw bad('No place told');
    if (!isThere(String(input), path)) throw bad(`A place that is not there: ${path}`);
  }
}

/** Whether a path leads to a field of the body, or to where one is missing; a key may hold full stops itself. */
function isThere(body: string, path: string): boolean {
  return leadsTo(parsed(body.replace(/^\ufeff+/, '')), path);
}

function leadsTo(value: unknown, path: string): boolean {
  if (path === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (!path.includes('.') || Object.hasOwn(value, path)) return true;
  return Object.entries(value).some(
    ([key, inside]) => path.startsWith(`${key}.`) && leadsTo(inside, path.slice(key.length + 1)),
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
