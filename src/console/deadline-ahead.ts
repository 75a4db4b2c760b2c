import { html } from 'hono/html';
import type { DeadlineStory } from '../answer/deadline-story.ts';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, workingDays } from '../calendar/wording.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { addresseeText } from './deadline-addressee.ts';

/** What comes next if nothing is heard: every rung that is still to be climbed, with its day and whom it speaks to. */
export function deadlineAhead({ sight, ahead: { said } }: DeadlineStory): Html {
  return html`<section aria-labelledby="sap-toi">
    <h2 id="sap-toi">Việc tiếp theo của hệ thống</h2>
    ${
      said.length === 0
        ? html`<p class="note">Không còn thư nào phải gửi về nhiệm vụ này.</p>`
        : html`<table class="rungs">
              <caption class="unseen">
                Thư sẽ gửi nếu không có gì thay đổi
              </caption>
              <thead>
                <tr>
                  <th scope="col">Ngày gửi</th>
                  <th scope="col">Gửi tới</th>
                  <th scope="col">Bậc</th>
                  <th scope="col">Loại thư</th>
                </tr>
              </thead>
              <tbody>
                ${said.map(
                  (notice) =>
                    html`<tr>
                      <td class="thing">
                        ${longDate(notice.day)} <span class="address">${distance(notice.day, sight)}</span>
                      </td>
                      <td>
                        ${kept(addresseeText(notice, sight.folder, notice.day))}
                        <span class="address">${notice.mailbox}</span>
                      </td>
                      <td class="rung">${rungText(notice.rung)}</td>
                      <td>${stateMark(letterState(notice.kind))}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p class="note">
              T-3: trước hạn 03 ngày làm việc; T0: ngày đến hạn; T+1: quá hạn 01 ngày làm việc; G1: sau lần
              gia hạn thứ nhất.
            </p>`
    }
  </section>`;
}

/** What was not said, or will not be, each with its reason. */
export function deadlineUnsaid({ sight, notices, ahead }: DeadlineStory): Html | string {
  const unsaid = [...notices.filter(({ status }) => status === 'skipped'), ...ahead.skipped];
  if (unsaid.length === 0) return '';
  return html`<section aria-labelledby="khong-gui">
    <h2 id="khong-gui">Lần nhắc không gửi, và lý do</h2>
    <table class="rungs">
      <caption class="unseen">
        Lần nhắc không gửi và lý do
      </caption>
      <thead>
        <tr>
          <th scope="col">Lần nhắc theo lịch</th>
          <th scope="col">Lý do</th>
        </tr>
      </thead>
      <tbody>
        ${[...new Set(unsaid.map(({ reason }) => reason))].map(
          (reason) =>
            html`<tr>
              <td>
                <ul class="steps" lang="vi">
                  ${unsaid
                    .filter((notice) => notice.reason === reason)
                    .map((notice) => html`<li>${stepText(notice, sight)}</li>`)}
                </ul>
              </td>
              <td lang="vi">${reason}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** `T-15, 08/11/2019: Sở Tư pháp`. */
function stepText(
  notice: { rung: string; planned: IsoDate } & Parameters<typeof addresseeText>[0],
  { folder }: DeadlineSight,
): string {
  const { rung, planned } = notice;
  return `${rungText(rung)}, ${shortDate(planned)}: ${addresseeText(notice, folder, planned)}`;
}

/** A rung's name; what an answer or a returned letter brings forth has none. */
export function rungText(rung: string): string {
  return /^(?:ask|told|back)\./.test(rung) ? '–' : rung;
}

function distance(day: IsoDate, { calendar, today }: DeadlineSight): string {
  const days = calendar.workingDaysBetween(today, day);
  return days <= 0 ? 'hôm nay' : `sau ${workingDays(days)}`;
}
