/**
 * The room table of the design as rules: which rooms a room may import, and which room alone imports a library.
 * `npm run check` runs it; tests/rooms.test.ts shows that each rule can fail.
 */
const MAY_IMPORT = {
  clock: [],
  calendar: [],
  settings: [],
  phrase: ['calendar'],
  schedule: ['calendar', 'phrase'],
  plan: ['calendar', 'phrase', 'schedule'],
  record: ['calendar', 'plan', 'schedule'],
  answer: ['calendar', 'plan', 'record', 'schedule'],
  account: ['calendar', 'record'],
  board: ['answer', 'calendar', 'mail', 'phrase', 'plan', 'record', 'report', 'schedule'],
  bounce: ['settings'],
  queue: ['clock'],
  mail: ['answer', 'calendar', 'plan', 'record', 'schedule', 'settings'],
  report: ['calendar', 'plan', 'record', 'schedule'],
  upkeep: ['calendar', 'plan', 'queue', 'record', 'schedule'],
  files: ['answer', 'calendar', 'mail', 'plan', 'record', 'schedule'],
  worker: [
    'account',
    'answer',
    'board',
    'bounce',
    'calendar',
    'clock',
    'files',
    'mail',
    'plan',
    'queue',
    'record',
    'report',
    'schedule',
    'settings',
    'upkeep',
  ],
  web: ['answer', 'board', 'calendar', 'mail', 'plan', 'schedule'],
  console: [
    'account',
    'answer',
    'board',
    'calendar',
    'files',
    'mail',
    'phrase',
    'plan',
    'schedule',
    'upkeep',
    'web',
  ],
};

const ONLY_IMPORTER = {
  luxon: 'calendar',
  yaml: 'schedule',
  kysely: 'record',
  pg: 'record',
  '@electric-sql/pglite': 'record',
  bullmq: 'queue',
  ioredis: 'queue',
  nodemailer: 'mail',
  'smtp-server': 'mail',
  mailparser: '(mail|bounce)',
  imapflow: 'bounce',
  liquidjs: 'mail',
  'ical-generator': 'mail',
  docx: 'mail',
  fflate: 'mail',
  'csv-stringify': 'report',
  'write-excel-file': 'report',
  'node-cron': 'worker',
  'openid-client': 'account',
  pino: 'worker',
  'prom-client': 'worker',
  hono: '(web|console)',
  '@hono/node-server': 'web',
  'rate-limiter-flexible': 'web',
  commander: 'cli',
};

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import ${others.length === 0 ? 'no other room' : others.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}));

const libraries = Object.entries(ONLY_IMPORTER).map(([library, room]) => ({
  name: `only-${room}-imports-${library.replace(/\W+/g, '-')}`,
  comment: `Only src/${room} imports ${library}; its types may travel`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `(^|/)node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...libraries,
    {
      name: 'no-orphan',
      comment: 'A file nobody imports is dead; pages name the programs that browsers run',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(cli/dondoc\\.ts$|web/assets/)' },
      to: {},
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: require('./cruise-options.cjs'),
};
