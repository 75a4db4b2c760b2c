import { html } from 'hono/html';
import { OTHER_LANGUAGE } from './language.ts';

/** A piece of page in which every value put in has been escaped. */
export type Html = ReturnType<typeof html>;

/** What some pages have besides: more style sheets, programs of our own, a piece beside the brand. */
export interface PageParts {
  styles?: string[];
  programs?: string[];
  aside?: Html;
  /** The page asks for itself anew after so many seconds. */
  refresh?: number | undefined;
  /** The title is a name or what people wrote, and stays Vietnamese in every language. */
  isNamed?: boolean;
}

/** A whole page: `title` names it in the browser, `content` is its body below the head line. */
export function page(
  title: string,
  content: Html,
  { styles = [], programs = [], aside, refresh, isNamed }: PageParts = {},
): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${refresh}" />`}
        <meta name="color-scheme" content="light dark" />
        <title ${isNamed ? html`lang="vi"` : ''}>${title} · Đôn Đốc</title>
        <link rel="stylesheet" href="/assets/face.css" />
        <link rel="stylesheet" href="/assets/dondoc.css" />
        <link rel="stylesheet" href="/assets/answer.css" />
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)}
        ${programs.map((program) => html`<script type="module" src="${program}"></script>`)}
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">Đến nội dung chính</a>
        <header class="head">
          <a class="brand" href="/" lang="vi">Đôn Đốc</a>
          ${aside ?? html`<span>Theo dõi, nhắc hạn nhiệm vụ</span>`} ${OTHER_LANGUAGE}
        </header>
        <main id="content">${content}</main>
      </body>
    </html> `;
}

/** A whole number as documents write it: `1.387`. */
export function countText(count: number): string {
  return count.toLocaleString('vi-VN');
}
