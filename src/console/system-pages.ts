import { Hono } from 'hono';
import { html } from 'hono/html';
import { longDate, moment, twoDigits } from '../calendar/wording.ts';
import { MOST_APART, OLDEST_BEAT, type Health, type Probe } from '../upkeep/health.ts';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import { countText, type Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { may } from './guards.ts';
import { LIVE_SECONDS } from './queue-list-page.ts';
import { healthMark } from './queue-marks.ts';

/** How the running system is. */
export function systemPages(desk: Pick<UpkeepDesk, 'health'>): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/he-thong', may('admin'), async (c) =>
    c.html(systemPage(c, await desk.health(), c.req.query('live') === '1')),
  );
  return app;
}

function systemPage(c: ConsoleContext, health: Health, live: boolean): Html {
  return consolePage(
    c,
    'Hệ thống',
    html`<div class="bar">
        <h1>Tình trạng hệ thống</h1>
        <p class="note">
          <a href="${CONSOLE}/he-thong${live ? '' : '?live=1'}"
            >${live ? `Đang tự cập nhật mỗi ${LIVE_SECONDS} giây; dừng tự cập nhật` : 'Tự cập nhật'}</a
          >
        </p>
      </div>
      ${illList(health.ills)} ${checks(health)} ${problems(health.problems)} ${proof(health.proof)}
      ${counts(health)}`,
    { styles: ['/assets/queue.css'], refresh: live ? LIVE_SECONDS : undefined },
  );
}

function illList(ills: Health['ills']): Html | string {
  if (ills.length === 0) return '';
  return html`<section class="box wrong" aria-labelledby="ills">
    <h2 id="ills">Điều chưa ổn (${twoDigits(ills.length)})</h2>
    ${ills.map(
      ({ sentence, since, deed, details, page }) =>
        html`<h3>${sentence}</h3>
          <p>
            Ghi nhận từ ${moment(since)}. ${deed}
            ${page === SYSTEM ? '' : html`<a href="${page}">Mở trang liên quan</a>`}
          </p>
          ${details.length === 0 ? '' : detailList(details)}`,
    )}
  </section>`;
}

function detailList(details: Health['ills'][number]['details']): Html {
  return html`<details>
    <summary>Từng điều</summary>
    <ul>
      ${details.map(
        ({ title, who, words, page }) =>
          html`<li class="words" lang="vi">
            ${page === null ? title : html`<a href="${page}">${title}</a>`}${who === null ? '' : `, ${who}`}${words === '' ? '' : `: ${words}`}
          </li>`,
      )}
    </ul>
  </details>`;
}

function checks({
  now,
  lastBeat,
  beating,
  database,
  queue,
  mail,
  bounces,
  clockAhead,
  problems,
}: Health): Html {
  const beat = lastBeat === null ? 'chưa có lần nào' : moment(lastBeat);
  const apart = clockAhead === undefined ? undefined : Math.round(Math.abs(clockAhead) / 1000);
  return html`<table class="facts roomy">
    <caption class="unseen">
      Các bộ phận của hệ thống lúc ${moment(now)}
    </caption>
    <tbody>
      ${check('Lập lịch gần nhất', beating, beating ? beat : `${beat}; đã quá ${OLDEST_BEAT / 60_000} phút`)}
      ${probe('Cơ sở dữ liệu', database)} ${probe('Hàng đợi', queue)} ${probe('Máy chủ thư', mail)}
      ${bounces === undefined ? '' : check('Hộp thư nhận thư trả lại', bounces.trouble === undefined, readingWords(bounces))}
      ${check(
        'Đồng hồ',
        apart !== undefined && apart * 1000 <= MOST_APART,
        apart === undefined
          ? 'không so được với cơ sở dữ liệu'
          : `${moment(now)}, lệch cơ sở dữ liệu ${countText(apart)} giây`,
      )}
      ${check('Tệp lịch, mẫu thư', problems.length === 0, problems.length === 0 ? 'hợp lệ, đang dùng' : 'có lỗi, đang dùng bản hợp lệ trước đó')}
    </tbody>
  </table>`;
}

function readingWords({ lastRead, trouble }: NonNullable<Health['bounces']>): string {
  const read = lastRead === null ? 'chưa đọc lần nào' : `đọc gần nhất ${moment(lastRead)}`;
  return trouble === undefined ? read : `không đọc được: ${trouble}; ${read}`;
}

function check(name: string, well: boolean, words: string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${healthMark(well, words)}</td>
  </tr>`;
}

function probe(name: string, probed: Probe): Html {
  return check(name, probed.ok, probed.ok ? 'trả lời tốt' : probed.words);
}

function problems(list: string[]): Html | string {
  if (list.length === 0) return '';
  return html`<h2>Lỗi trong tệp</h2>
    <ul>
      ${list.map((problem) => html`<li class="words" lang="vi">${problem}</li>`)}
    </ul>`;
}

function proof(proved: Health['proof']): Html {
  if ('problem' in proved)
    return html`<h2>Kết quả nhắc việc của ngày làm việc gần nhất</h2>
      <p>Chưa kiểm được: ${proved.problem}</p>`;
  const [summary = '', ...lines] = proved.lines;
  return html`<h2>Kết quả nhắc việc ngày ${longDate(proved.day)}</h2>
    <p class="note">Đây là ngày làm việc gần nhất đã hết giờ gửi thư.</p>
    <p>${summary}</p>
    ${
      lines.length === 0
        ? ''
        : html`<details>
            <summary>Từng điều</summary>
            <ul>
              ${lines.map((line) => html`<li class="words" lang="vi">${line.replace(/^ *- /, '')}</li>`)}
            </ul>
          </details>`
    }`;
}

const SYSTEM = `${CONSOLE}/he-thong`;

const LETTERS: Record<string, string> = {
  planned: 'Thư chờ gửi',
  sending: 'Thư đang gửi',
  retrying: 'Thư chờ gửi lại',
  sent: 'Thư đã gửi',
  refused: 'Thư bị từ chối',
  failed: 'Thư gửi không được',
  dropped: 'Thư đã bỏ',
  empty: 'Thư không có nội dung phải gửi',
};
const DEADLINES: Record<string, string> = {
  open: 'Thời hạn đang theo dõi',
  done: 'Thời hạn đã hoàn thành',
  withdrawn: 'Thời hạn đã rút',
};
const JOBS: Record<string, string> = {
  active: 'Tác vụ đang chạy',
  waiting: 'Tác vụ chờ chạy',
  delayed: 'Tác vụ hẹn giờ',
  failed: 'Tác vụ lỗi',
};

function counts({ overview, jobs }: Health): Html {
  const rows = [
    ...named(DEADLINES, overview?.deadlines ?? {}),
    ...named(LETTERS, overview?.letters ?? {}),
    ...named(JOBS, jobs),
  ];
  return html`<h2>Số lượng</h2>
    <table class="facts roomy counts">
      <caption class="unseen">
        Số thời hạn, thư và tác vụ
      </caption>
      <tbody>
        ${rows.map(
          ([name, count]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${countText(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function named(
  words: Record<string, string>,
  counted: Record<string, number | undefined>,
): [string, number][] {
  return Object.entries(words).flatMap(([state, word]) => {
    const count = counted[state] ?? 0;
    return count === 0 ? [] : [[word, count] as [string, number]];
  });
}
