import { html } from 'hono/html';
import type { DeadlineStory } from '../answer/deadline-story.ts';
import { moment, shortDate } from '../calendar/wording.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { letterAddress } from './deadline-address.ts';
import { addresseeText } from './deadline-addressee.ts';
import { rungText } from './deadline-ahead.ts';
import { letterStatusWords } from './letter-status-words.ts';

type Notice = DeadlineStory['notices'][number];

/** The letters that spoke of the deadline, oldest first, each a link to the letter itself; those on their way or refused too. */
export function deadlineLetters({ sight: { folder }, notices }: DeadlineStory): Html {
  const letters = byLetter(notices.filter(isOut));
  return html`<section aria-labelledby="thu">
    <h2 id="thu">Thư đã gửi</h2>
    ${
      letters.length === 0
        ? html`<p class="note">Hệ thống chưa gửi thư nào về nhiệm vụ này; thư gửi đi sẽ hiện tại đây.</p>`
        : html`<table class="rungs">
            <caption class="unseen">
              Thư đã gửi về nhiệm vụ này
            </caption>
            <thead>
              <tr>
                <th scope="col">Thư</th>
                <th scope="col">Gửi tới</th>
                <th scope="col">Bậc</th>
                <th scope="col">Trạng thái</th>
              </tr>
            </thead>
            <tbody>
              ${letters.map(
                ({ first, all }) =>
                  html`<tr>
                    <td class="thing">
                      ${stateMark(letterState(first.kind))}
                      <a href="${letterAddress(first.letter ?? '')}"
                        >${first.subject === null ? 'Thư chưa gửi xong' : kept(first.subject)}</a
                      >
                    </td>
                    <td>
                      ${kept(names(all.map((notice) => addresseeText(notice, folder, notice.planned))))}
                      <span class="address">${first.mailbox}</span>
                    </td>
                    <td class="rung">${names(all.map(({ rung }) => rungText(rung)))}</td>
                    <td>${how(first)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

/** Whether its letter has been tried; one that merely waits belongs to what comes next. */
function isOut({ letterStatus }: Notice): boolean {
  return letterStatus !== null && !['planned', 'dropped', 'empty'].includes(letterStatus);
}

/** A letter may speak of the deadline twice, when one mailbox serves two addressees. */
function byLetter(notices: Notice[]): { first: Notice; all: Notice[] }[] {
  const letters = [...new Set(notices.map(({ letter }) => letter))];
  return letters.flatMap((letter) => {
    const all = notices.filter((notice) => notice.letter === letter);
    return all[0] === undefined ? [] : [{ first: all[0], all }];
  });
}

function names(list: string[]): string {
  return [...new Set(list)].join('; ');
}

function how({ letterStatus, sentAt, planned, returnedAt }: Notice): string {
  const words = letterStatusWords(letterStatus ?? 'planned', returnedAt !== null);
  return sentAt === null ? `${words} (theo lịch ${shortDate(planned)})` : `${words} ${moment(sentAt)}`;
}
