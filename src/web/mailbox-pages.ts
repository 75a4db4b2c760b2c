import { Hono } from 'hono';
import type { Mailbox } from '../mail/built-in-mailbox.ts';
import { readEml } from '../mail/read-eml.ts';
import { LETTER_PARTS, letterPage } from './letter-page.ts';
import { LETTER_HEADERS } from './letter-policy.ts';
import { readLetterQuery, searchLetters } from './letter-search.ts';
import { mailboxListPage } from './mailbox-list-page.ts';

/**
 * The pages of the built-in mailbox, to be mounted at `/mailbox`: the list (`?q=`, `?kind=`, `?page=`),
 * `/:number` (`?part=html|text|source`), `/:number/html` (the letter's own page, isolated), `/:number.eml`.
 */
export function mailboxPages(mailbox: Mailbox): Hono {
  const pages = new Hono();

  pages.get('/', async (c) => {
    const query = readLetterQuery(c.req.query('q'), c.req.query('kind'), c.req.query('page'));
    return c.html(mailboxListPage(query, searchLetters(await mailbox.list(), query)));
  });

  pages.get('/:file{[0-9]+\\.eml}', async (c) => {
    const number = Number.parseInt(c.req.param('file'));
    const raw = await mailbox.read(number);
    if (raw === undefined) return c.notFound();
    return c.body(new Uint8Array(raw), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${number}.eml"`,
    });
  });

  pages.get('/:number{[0-9]+}/html', async (c) => {
    const raw = await mailbox.read(Number(c.req.param('number')));
    const letter = raw && (await readEml(raw));
    if (!letter?.html) return c.notFound();
    return c.html(letter.html, 200, LETTER_HEADERS);
  });

  pages.get('/:number{[0-9]+}', async (c) => {
    const number = Number(c.req.param('number'));
    const letters = await mailbox.list();
    const at = letters.findIndex((each) => each.number === number);
    const received = letters[at];
    const raw = received && (await mailbox.read(number));
    if (!received || !raw) return c.notFound();
    const letter = await readEml(raw);
    const part =
      LETTER_PARTS.find((each) => each === c.req.query('part')) ?? (letter.html === '' ? 'text' : 'html');
    const [previous, next] = [letters[at - 1]?.number, letters[at + 1]?.number];
    return c.html(letterPage({ received, letter, raw, part, previous, next }));
  });

  return pages;
}
