import { html } from 'hono/html';
import type { ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** The page (404) for what does not exist, or is not this account's to see: it does not tell which. */
export function notFound(c: ConsoleContext) {
  const { name, role } = c.get('session').account;
  const why =
    role === 'unit'
      ? html`Nội dung này không có trên hệ thống, hoặc không do cơ quan của tài khoản ${name} chủ trì.`
      : html`Nội dung này không có trên hệ thống, hoặc không thuộc kế hoạch do cơ quan của tài khoản ${name}
        theo dõi, đôn đốc.`;
  return consolePage(
    c,
    'Không tìm thấy',
    html`<h1>Không tìm thấy</h1>
      <p>${why}</p>`,
  );
}
