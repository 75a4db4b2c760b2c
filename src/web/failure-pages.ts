import { html } from 'hono/html';
import { page, type Html } from './page.ts';

/** What the reader sees when the address leads nowhere (404). */
export function notFoundPage(): Html {
  return page(
    'Không tìm thấy trang',
    html`<h1>Không tìm thấy trang</h1>
      <p>Địa chỉ này không có trên hệ thống. Có thể đường dẫn bị thiếu hoặc nội dung đã được chuyển đi.</p>
      <p><a href="/">Về trang đầu</a></p>`,
  );
}

/** What the reader sees when no browser would have made the address (400). */
export function badAddressPage(): Html {
  return page(
    'Địa chỉ không đúng',
    html`<h1>Địa chỉ không đúng</h1>
      <p>Địa chỉ này có ký tự không dùng được. Hệ thống không thay đổi gì.</p>
      <p><a href="/">Về trang đầu</a></p>`,
  );
}

/** What the reader of a rehearsed letter sees behind its links: no record stands behind them any more (404). */
export function rehearsalPage(): Html {
  return page(
    'Thư chạy thử',
    html`<h1>Thư chạy thử</h1>
      <p>
        Đường dẫn này nằm trong một thư chạy thử; ở đây chỉ đọc được thư. Khi hệ thống chạy thật (<code
          >npm run -s dondoc -- start</code
        >), đường dẫn mở trang để cơ quan trả lời, không cần tài khoản.
      </p>
      <p><a href="/mailbox">Về hộp thư thử nghiệm</a></p>`,
  );
}

/** What the sender of a form sees whom a process of an older version was handed (503). */
export function upgradingPage(): Html {
  return page(
    'Hệ thống đang được nâng cấp',
    html`<h1>Hệ thống đang được nâng cấp</h1>
      <p>Nội dung vừa gửi chưa được ghi nhận. Đề nghị quay lại trang trước và gửi lại sau ít phút.</p>
      <p><a href="/">Về trang đầu</a></p>`,
  );
}

/** What the reader sees when the system fails (500); the cause goes to the log only. */
export function failurePage(): Html {
  return page(
    'Hệ thống gặp lỗi',
    html`<h1>Hệ thống gặp lỗi</h1>
      <p>Yêu cầu chưa được xử lý. Lỗi đã được ghi vào nhật ký; đề nghị thử lại sau ít phút.</p>
      <p>Nếu lỗi lặp lại, đề nghị báo cho người quản trị hệ thống, kèm thời điểm xảy ra lỗi.</p>
      <p><a href="/">Về trang đầu</a></p>`,
  );
}
