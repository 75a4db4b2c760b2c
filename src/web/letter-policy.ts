/** A letter is a stranger's page: it may show its own inline style and embedded images and do nothing else, and it is shown as it was sent. */
export const LETTER_HEADERS = {
  'Content-Language': 'vi',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
};
