import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { longDate } from '../calendar/wording.ts';
import type { LetterPreview } from '../files/letter-preview.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE } from './console-env.ts';

/** So many letters wait for their frames at once; the oldest go first. */
const MOST = 40;

/** Letters that were made for a preview, until their frames have asked for them. */
export class LetterShelf {
  readonly #letters = new Map<string, string>();

  /** Keeps a letter's page. @returns the key to take it with */
  put(letter: string): string {
    const key = randomBytes(12).toString('hex');
    this.#letters.set(key, letter);
    const [oldest] = this.#letters.keys();
    if (this.#letters.size > MOST && oldest !== undefined) this.#letters.delete(oldest);
    return key;
  }

  take(key: string): string | undefined {
    return this.#letters.get(key);
  }
}

/** The letter on a phone, on a desk, and as text. */
export function previewSection({ of, letter }: LetterPreview, shelf: LetterShelf): Html {
  const address = `${CONSOLE}/cau-hinh/mau/thu/${shelf.put(letter.html)}`;
  return html`<section>
    <h2>Xem thử thư</h2>
    <p class="note">
      ${
        of === undefined
          ? 'Sắp tới không có thư loại này; dưới đây là một thư ví dụ.'
          : `Thư sắp gửi ${longDate(of.day)} tới ${of.mailbox}. Đường dẫn trong bản xem thử không dùng được.`
      }
    </p>
    <p><strong>Tiêu đề:</strong> ${kept(letter.subject)}</p>
    <div class="frames">
      <figure class="phone">
        <figcaption>Điện thoại (360 điểm)</figcaption>
        <iframe sandbox src="${address}" title="Thư trên điện thoại"></iframe>
      </figure>
      <figure class="desktop">
        <figcaption>Máy tính</figcaption>
        <iframe sandbox src="${address}" title="Thư trên máy tính"></iframe>
      </figure>
    </div>
    <h3>Phần chữ</h3>
    <pre lang="vi">${letter.text}</pre>
  </section>`;
}
