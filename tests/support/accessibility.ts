import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** What axe reports of one rule. */
interface Finding {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What Tab came to, as it happened; kept in the page under `stops`. */
interface Stops {
  reached: string[];
  unseen: string[];
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const USABLE = 'a[href], button, input, select, textarea, summary';

/** Numbers and names all that can be used on the page, and writes down from now on where the focus comes. */
const WATCH = `(() => {
  window.stops = { reached: [], unseen: [] };
  addEventListener('focusin', ({ target }) => {
    const { stop } = target.dataset;
    if (stop === undefined) return;
    stops.reached.push(stop);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) === 0) stops.unseen.push(stop);
  });
  return [...document.querySelectorAll('${USABLE}')]
    .filter((each) => each.getClientRects().length > 0 && !each.matches(':disabled'))
    .map((each, index) => {
      const text = each.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40);
      return (each.dataset.stop = [index, each.tagName, text].join(' '));
    });
})()`;

/** The label or text of what has the focus. */
const FOCUSED = `(() => {
  const { labels, textContent } = document.activeElement;
  return (labels?.[0]?.textContent || textContent).trim();
})()`;

/** Browsers stop at parts that scroll by themselves as well. */
const SCROLLERS = 12;

/** What stands folded away is part of a page as well. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
}

/** What axe finds serious or critical on a page as it is shown: `rule: element (why)`. A letter in its frame is not looked into. */
export async function seriousFindings(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const options = {
    ...{ resultTypes: ['violations'], iframes: false, preload: false },
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  };
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} (${failureSummary})`),
    );
}

/** How many pixels of the document lie beyond the window's side. */
export function beyondTheSide(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/**
 * The links, fields and buttons of a page in its own order; those that Tab reaches, in the order in which it does; and which of
 * these showed no outline when they had the focus. Each as `<number> <element> <text>`.
 */
export async function tabStops(page: Page): Promise<Stops & { usable: string[] }> {
  const usable = await page.evaluate<string[]>(WATCH);
  for (let press = 0; press < usable.length + SCROLLERS; press += 1) await page.keyboard.press('Tab');
  const { reached, unseen } = await page.evaluate<Stops>('stops');
  return { usable, reached: reached.slice(0, usable.length), unseen };
}

/** Presses Tab until what has the focus begins with `words`. @throws Error when nothing on the page does */
export async function tabTo(page: Page, words: string): Promise<void> {
  const stops = await page.locator(USABLE).count();
  for (let press = 0; press < stops + SCROLLERS; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(FOCUSED)).startsWith(words)) return;
  }
  throw new Error(`Tab never came to “${words}”`);
}
