import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openMailbox } from '../../src/mail/built-in-mailbox.ts';
import { readEml, type ParsedLetter } from '../../src/mail/read-eml.ts';
import { LADDER_KINDS } from '../../src/plan/model.ts';
import { startWeb } from '../../src/web/server.ts';

/**
 * `npm run pictures`: replays two weeks of the Kon Tum plan and takes the pictures of the documentation from what arrived:
 * the letters about one report, as a mail program shows them on a desk (700 px) and on a phone (360 px), and the mailbox page.
 */
const DAYS = ['--from', '2019-10-03', '--to', '2019-10-15'];
const SHOWN = 'theo dõi thi hành pháp luật';
const WIDTHS = { '': 700, '-phone': 360 };

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
};

const folder = await mkdtemp(join(tmpdir(), 'dondoc-pictures-'));
const browser = await chromium.launch(CHROMIUM);
try {
  const command = ['--import', 'tsx', 'src/cli/dondoc.ts', 'replay', ...DAYS, '--out', folder];
  execFileSync(process.execPath, command, { stdio: 'inherit' });
  for (const [kind, letter] of await lettersShown(folder)) await letterPictures(browser, kind, letter);
  await mailboxPicture(browser, folder);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/** The first letter of each kind about the report shown. @throws Error when a kind is missing: a picture would grow stale unseen. */
async function lettersShown(folder: string): Promise<Map<string, ParsedLetter>> {
  const letters = new Map<string, ParsedLetter>();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  for (const name of names) {
    const letter = await readEml(await readFile(join(folder, name)));
    const kind = letter.headers.get('x-dondoc-kind') ?? '';
    if (letter.subject.includes(SHOWN) && !letters.has(kind)) letters.set(kind, letter);
  }
  const missing = LADDER_KINDS.filter((kind) => !letters.has(kind));
  if (missing.length > 0) throw new Error(`No letter of kind ${missing.join(', ')} about “${SHOWN}”`);
  return letters;
}

async function letterPictures(browser: Browser, kind: string, letter: ParsedLetter): Promise<void> {
  for (const [suffix, width] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({
      viewport: { width, height: 400 },
      javaScriptEnabled: false,
      offline: true,
    });
    await page.setContent(letter.html);
    await page.screenshot({ path: pathOf(`letter-${kind}${suffix}`), fullPage: true });
    await page.close();
  }
}

async function mailboxPicture(browser: Browser, folder: string): Promise<void> {
  const mailbox = await openMailbox({ folder });
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    status: async () => ({}),
    log: console.error,
    mailbox,
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 620 } });
  await page.goto(`${web.url}/mailbox`);
  await page.screenshot({ path: pathOf('mailbox') });
  await web.close();
  await mailbox.close();
}

function pathOf(name: string): string {
  return join(import.meta.dirname, `${name}.png`);
}
