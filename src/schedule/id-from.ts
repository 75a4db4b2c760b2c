import { fold } from './nearest.ts';

/** `text` itself when it has the form of an id; a name as an id otherwise: `Sở Tư pháp` gives `so-tu-phap`. */
export function idFrom(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return text;
  return (fold(text).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 60);
}
