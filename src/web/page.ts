import { html } from 'hono/html';

/** A piece of page in which every value put in has been escaped. */
export type Html = ReturnType<typeof html>;

/** A whole page: `title` names it in the browser, `content` is its body below the head line. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Đôn Đốc</title>
        <link rel="stylesheet" href="/assets/dondoc.css" />
        <link rel="stylesheet" href="/assets/answer.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">Đến nội dung chính</a>
        <header class="head">
          <a class="brand" href="/">Đôn Đốc</a> <span>Theo dõi, nhắc hạn nhiệm vụ</span>
        </header>
        <main id="content">${content}</main>
      </body>
    </html> `;
}

/** A whole number as documents write it: `1.387`. */
export function countText(count: number): string {
  return count.toLocaleString('vi-VN');
}
