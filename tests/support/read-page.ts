import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a page's main part shows, each run of blanks and line ends as one blank. */
export async function readPage(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
}

/** Waits until the page shows every sentence; `again` loads it anew before each look. */
export async function expectToRead(
  page: Page,
  sentences: readonly string[],
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  for (const sentence of sentences)
    await expect
      .poll(
        async () => {
          if (again) await page.reload();
          return readPage(page);
        },
        { timeout: 20_000, interval: 250 },
      )
      .toContain(sentence);
}
