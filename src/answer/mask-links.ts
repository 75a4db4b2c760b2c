import { LINK_PATHS } from './links.ts';

const LINK = new RegExp(`(https?://[^\\s"'<>]*?(?:${Object.values(LINK_PATHS).join('|')}))[\\w.-]+`, 'g');

/**
 * A letter's text with the token of every link taken out: whoever held one could answer or decide in its reader's name, and
 * a letter is shown to more people than it was sent to.
 */
export function maskLinks(text: string): string {
  return text.replace(LINK, '$1…');
}
