/** Where the console shows what an ill is about, as paths; the console's own rooms lie above this one, and a test holds them against the console's routes. */
export const CONSOLE_PAGES = {
  system: '/quan-ly/he-thong',
  queue: '/quan-ly/hang-doi',
  undelivered: '/quan-ly/hang-doi/khong-gui-duoc',
  files: '/quan-ly/cau-hinh',
  templates: '/quan-ly/cau-hinh/mau',
} as const;

/** The path of a letter's page for admins. */
export function letterPage(id: string): string {
  return `${CONSOLE_PAGES.queue}/${id}`;
}

/** The path of a deadline's page. */
export function deadlinePage(id: string): string {
  return `/quan-ly/thoi-han?id=${encodeURIComponent(id)}`;
}
