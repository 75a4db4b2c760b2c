import { CONSOLE } from './console-env.ts';

/** The address of a deadline's page. */
export function deadlineAddress(id: string): string {
  return `${CONSOLE}/thoi-han?id=${encodeURIComponent(id)}`;
}

/** How many answers a form's page showed, as our own forms carry it: only the one spelling of a number. */
export function seenOf(text = ''): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** The address of a letter's page. */
export function letterAddress(id: string): string {
  return `${CONSOLE}/thu?id=${encodeURIComponent(id)}`;
}
