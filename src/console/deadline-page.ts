import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { DeadlineStory } from '../answer/deadline-story.ts';
import { mayDecide } from '../answer/person.ts';
import { planName } from '../mail/plan-name.ts';
import { isAtLeast } from '../account/account.ts';
import { contactWords, deadlineHead, deadlineHistoryList, deadlineTable } from '../web/deadline-facts.ts';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { deadlineAhead, deadlineUnsaid } from './deadline-ahead.ts';
import { deadlineForms } from './deadline-forms.ts';
import { deadlineLetters } from './deadline-letters.ts';
import { deadlineNews, type AfterForm } from './deadline-news.ts';
import { deadlineReading } from './deadline-reading.ts';

/** A deadline's whole story from top to bottom; beside it, for whoever decides, the forms. */
export function deadlinePage(c: ConsoleContext, story: DeadlineStory, after: AfterForm = {}): Html {
  const { sight } = story;
  const { account } = c.get('session');
  const acts = isAtLeast(account, 'officer') && mayDecide(account, sight);
  return consolePage(
    c,
    sight.duty?.obligation.title ?? `Nhiệm vụ ${sight.facts.obligation}`,
    html`<div class="${acts ? 'story acting' : 'story'}">
      <div class="told">
        ${planLine(sight)} ${deadlineHead(sight)} ${deadlineNews(sight, after)}
        ${acts ? ways() : decidedBy(c, sight)}
        <section aria-labelledby="nhiem-vu">
          <h2 id="nhiem-vu">Nhiệm vụ</h2>
          ${deadlineTable(sight)}
        </section>
        ${deadlineReading(sight)} ${deadlineLetters(story)} ${said(sight)} ${deadlineAhead(story)}
        ${deadlineUnsaid(story)}
      </div>
      ${acts ? deadlineForms(c, sight, after.returned) : ''}
    </div>`,
    { styles: ['/assets/deadline.css'], isNamed: sight.duty !== undefined },
  );
}

/** The plan's number and title, on top also when printed. */
function planLine({ duty, facts }: DeadlineSight): Html {
  if (duty === undefined) return html`<p class="plan">Kế hoạch ${facts.plan}</p>`;
  const { plan } = duty;
  return html`<p class="plan" lang="vi">
    ${planName(plan)}${plan.number === undefined ? '' : html`: ${plan.title}`}
  </p>`;
}

/** An officer who may only look is told whose the decision is. */
function decidedBy(c: ConsoleContext, { decider, closing }: DeadlineSight): Html | string {
  if (!isAtLeast(c.get('session').account, 'officer') || closing !== undefined) return '';
  return html`<p class="note">Quyết định về nhiệm vụ này do ${contactWords(decider)} thực hiện.</p>`;
}

/** Leads past the story on a screen that has no room beside it. */
function ways(): Html {
  return html`<p class="ways"><a href="#quyet-dinh">Đến phần quyết định, ghi thay</a></p>`;
}

/** What was answered and decided; the letters have a table of their own. */
function said(sight: DeadlineSight): Html {
  const history = sight.history.filter(({ what }) => what !== 'letter-sent');
  return html`<section aria-labelledby="tra-loi">
    <h2 id="tra-loi">Trả lời, quyết định</h2>
    ${
      history.every(({ by }) => by === null)
        ? html`<p class="note">Hệ thống chưa ghi nhận trả lời nào của cơ quan chủ trì.</p>`
        : ''
    }
    ${history.length === 0 ? '' : deadlineHistoryList({ ...sight, history })}
  </section>`;
}
