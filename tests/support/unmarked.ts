/** A page without what stands in it for other languages alone, for tests of what it says: the marks of words that stay, the way back. */
export function unmarked(page: string): string {
  return page
    .replace(/(href="\/ngon-ngu\?den=\w+)&amp;ve=[^"]*/g, '$1')
    .replace(/<span lang="vi">([^<]*)<\/span>/g, '$1')
    .replace(/ lang="vi"(?=[^<>]*>)(?<!<html lang="vi")/g, '');
}
