import { Liquid } from 'liquidjs';

/** What the people who edit templates may write; everything else that liquidjs knows is taken out. */
const TAGS = ['assign', 'block', 'break', 'case', 'comment', 'for', 'if', 'layout', 'render', 'unless', '#'];
const FILTERS = [
  ...[
    'append',
    'capitalize',
    'default',
    'downcase',
    'first',
    'join',
    'last',
    'map',
    'minus',
    'plus',
    'prepend',
  ],
  ...[
    'remove',
    'replace',
    'size',
    'slice',
    'split',
    'strip',
    'strip_newlines',
    'truncate',
    'uniq',
    'upcase',
    'where',
  ],
];

/** Far above what a letter of forty deadlines costs, far below what harms the worker. */
const LIMITS = { parseLimit: 100_000, renderLimit: 2_000, memoryLimit: 2_000_000 };

/**
 * Liquid over `files` alone: nothing is read from the disk, unknown names and filters are errors, no filter escapes
 * the escaping or tells the time, and loops end. `html` escapes every value that is put out, `text` leaves it as it is.
 */
export function templateLanguage(files: ReadonlyMap<string, string>, output: 'html' | 'text'): Liquid {
  const liquid = new Liquid({
    templates: Object.fromEntries(files),
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...LIMITS,
    ...(output === 'html' && { outputEscape: 'escape' }),
  });
  keepOnly(liquid.tags, TAGS);
  keepOnly(liquid.filters, FILTERS);
  return liquid;
}

function keepOnly(registry: Record<string, unknown>, allowed: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!allowed.includes(name)) delete registry[name];
}
