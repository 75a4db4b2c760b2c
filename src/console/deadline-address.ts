import { CONSOLE } from './console-env.ts';

/** The address of a deadline's page. */
export function deadlineAddress(id: string): string {
  return `${CONSOLE}/thoi-han?id=${encodeURIComponent(id)}`;
}

/** The address of a letter's page. */
export function letterAddress(id: string): string {
  return `${CONSOLE}/thu?id=${encodeURIComponent(id)}`;
}
