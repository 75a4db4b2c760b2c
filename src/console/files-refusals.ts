import type { Context } from 'hono';
import { html } from 'hono/html';
import { CannotEdit } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** There is no such thing (404). */
export function noSuchPage(c: ConsoleContext, thing: string): Html {
  return consolePage(
    c,
    `Không tìm thấy ${thing}`,
    html`<h1>Không tìm thấy ${thing}</h1>
      <p>Có thể mục này đã được đổi hoặc xóa. <a href="${CONSOLE}/cau-hinh">Về trang Cấu hình</a></p>`,
  );
}

/** Tells that a file must be edited as text (409); every other error goes on. */
export function cannotEditPage(error: Error, c: Context<ConsoleEnv>): Response | Promise<Response> {
  if (!(error instanceof CannotEdit)) throw error;
  return c.html(
    consolePage(
      c,
      'Không sửa được bằng biểu mẫu',
      html`<h1>Không sửa được bằng biểu mẫu</h1>
        <p>${error.message} Chưa ghi gì.</p>
        <p>
          Người quản trị hệ thống có thể sửa tệp ở trang <a href="${CONSOLE}/cau-hinh/tep">Tệp cấu hình</a>.
        </p>`,
    ),
    409,
  );
}
