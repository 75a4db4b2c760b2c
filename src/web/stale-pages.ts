import { html } from 'hono/html';
import type { ExpiredLink } from '../answer/opened.ts';
import { longDate } from '../calendar/wording.ts';
import { contactWords } from './deadline-facts.ts';
import { page, type Html } from './page.ts';

/** A link that leads nowhere (404): nobody can tell whose it was meant to be. */
export function unknownLinkPage(): Html {
  return told(
    'Đường dẫn không đúng hoặc đã bị hủy',
    html`<p>
        Hệ thống không nhận ra đường dẫn này. Có thể đường dẫn bị thiếu ký tự khi sao chép, hoặc đã bị hủy để
        bảo đảm an toàn.
      </p>
      <p>
        Đề nghị mở lại đường dẫn trong thư mới nhất của hệ thống. Nếu vẫn không mở được, đề nghị liên hệ cơ
        quan theo dõi, đôn đốc ghi ở cuối thư.
      </p>`,
  );
}

/** A link whose last day has passed (410). */
export function expiredLinkPage({ until, contact }: ExpiredLink): Html {
  return told(
    'Đường dẫn đã hết hiệu lực',
    html`<p>Đường dẫn này dùng được đến hết ${longDate(until)}.</p>
      <p>Đề nghị dùng đường dẫn trong thư mới nhất của hệ thống, hoặc liên hệ ${contactWords(contact)}.</p>`,
  );
}

/** A form that did not come from its own page (403). */
export function strayFormPage(back: string): Html {
  return told(
    'Nội dung chưa được ghi nhận',
    html`<p>
        Nội dung gửi không xuất phát từ trang trả lời của hệ thống, hoặc đường dẫn đã bị hủy trong lúc trang
        đang mở. Hệ thống không ghi nhận gì.
      </p>
      <p>${again(back, 'Mở lại trang và gửi lại')}</p>`,
  );
}

/** A form longer than any answer (413), or one that is no form (415). */
export function unreadableFormPage(back: string): Html {
  return told(
    'Nội dung chưa được ghi nhận',
    html`<p>
        Hệ thống không đọc được nội dung gửi: quá dài, hoặc không phải biểu mẫu của trang trả lời. Tài liệu đề
        nghị gửi bằng văn bản, hoặc ghi đường dẫn tới tài liệu.
      </p>
      <p>${again(back, 'Mở lại trang')}</p>`,
  );
}

/** Too much was asked for (429). */
export function tooManyPage(seconds: number): Html {
  return told(
    'Đề nghị chờ ít phút',
    html`<p>
      Hệ thống nhận được quá nhiều yêu cầu từ địa chỉ này trong thời gian ngắn. Đề nghị thử lại sau
      ${Math.ceil(seconds / 60)} phút.
    </p>`,
  );
}

function told(title: string, content: Html): Html {
  return page(
    title,
    html`<h1>${title}</h1>
      ${content}`,
  );
}

function again(back: string, words: string): Html {
  return html`<a class="button" href="${back}">${words}</a>`;
}
