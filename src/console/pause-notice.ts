import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { moment } from '../calendar/wording.ts';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import { isAtLeast } from '../account/account.ts';
import { kept } from '../web/kept.ts';
import type { ConsoleEnv } from './console-env.ts';

/** While sending is paused, every page of the console says so first to those who follow up. */
export function pauseNotice(desk: Pick<UpkeepDesk, 'pause'>): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const pause = isAtLeast(c.get('session').account, 'viewer') ? await desk.pause() : undefined;
    if (pause !== undefined)
      c.set(
        'notice',
        html`<p class="box wrong" role="status">
          <strong><span aria-hidden="true">❚❚</span> Đang tạm dừng gửi thư</strong> từ ${moment(pause.since)}
          (${kept(pause.by)}): ${kept(pause.why)}
        </p>`,
      );
    return next();
  };
}
