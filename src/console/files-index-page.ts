import { html } from 'hono/html';
import { isAtLeast } from '../account/account.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import type { Obligation, Plan, ScheduleFolder, Unit } from '../schedule/schedule.ts';
import { shortDate } from '../calendar/wording.ts';
import { ladderWords } from '../plan/ladder-words.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { usesOf } from './files-ladder-form.ts';
import { FILES_STYLE } from './files-look.ts';
import { foldersOf, plansOf } from './files-scope.ts';
import { sendingPart } from './files-sending-form.ts';

/** What is in force: the plans that the account may change with their obligations, and the units. */
export function filesIndexPage(c: ConsoleContext, desk: FilesDesk): Html {
  const { account } = c.get('session');
  const schedule = desk.schedule();
  const places = plansOf(account, schedule);
  const done = c.req.query('da-ghi');
  const removed = c.req.query('da-xoa');
  return consolePage(
    c,
    'Cấu hình',
    html`<h1>Cấu hình</h1>
      <nav class="filters" aria-label="Các phần cấu hình">
        <a href="${CONSOLE}/cau-hinh/90-ngay">Thư của 90 ngày tới</a>
        <a href="${CONSOLE}/cau-hinh/lich">Lịch làm việc của năm</a>
        ${
          isAtLeast(account, 'admin')
            ? html`<a href="${CONSOLE}/cau-hinh/tep">Tệp cấu hình</a>
                <a href="${CONSOLE}/cau-hinh/mau">Mẫu thư</a>`
            : ''
        }
      </nav>
      ${done === undefined ? '' : html`<p class="box good" role="status">Đã áp dụng thay đổi: ${kept(done)}.</p>`}
      ${removed === undefined ? '' : html`<p class="box good" role="status">Đã xóa ${kept(removed)}.</p>`}
      ${problemBox(desk.problems())}
      ${
        places.length === 0
          ? html`<p class="empty">
              Chưa có kế hoạch nào do cơ quan của tài khoản theo dõi. Kế hoạch có cơ quan theo dõi là cơ quan
              này sẽ hiện ở đây.
            </p>`
          : ''
      }
      ${foldersOf(account, schedule).map(
        (folder) =>
          html`<section>
            ${places.filter((place) => place.folder === folder).map(({ plan }) => planPart(folder, plan))}
            ${sendingPart(folder)} ${laddersPart(folder)} ${unitsPart(folder)} ${groupsPart(folder)}
          </section>`,
      )}`,
    { styles: [FILES_STYLE] },
  );
}

function problemBox(problems: readonly string[]): Html | string {
  if (problems.length === 0) return '';
  return html`<div class="box wrong" role="alert">
    <p>Các tệp trên máy chủ đang có lỗi nên chưa được dùng; bản đúng gần nhất vẫn có hiệu lực:</p>
    <ul>
      ${problems.map((problem) => html`<li lang="vi">${problem}</li>`)}
    </ul>
  </div>`;
}

function planPart(folder: ScheduleFolder, plan: Plan): Html {
  const followUp = folder.units.get(plan.followUp)?.name ?? plan.followUp;
  const about = [plan.number && html`Số ${kept(plan.number)}`, plan.issued && kept(plan.issued)].filter(
    Boolean,
  );
  return html`<h2 lang="vi">${plan.title}</h2>
    <div class="bar">
      <p class="note">
        ${about.map((each) => html`<span>${each}</span> · `)}<span>theo dõi: ${kept(followUp)}</span>
      </p>
      <a href="${CONSOLE}/cau-hinh/nhiem-vu?ke-hoach=${encodeURIComponent(plan.id)}">Thêm nhiệm vụ</a>
    </div>
    <table class="letters duties">
      <caption class="unseen">
        Các nhiệm vụ của ${kept(plan.title)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Nhiệm vụ</th>
          <th scope="col">Chủ trì</th>
          <th scope="col">Thời hạn</th>
          <th scope="col">Được hiểu là</th>
          <th scope="col">Thang nhắc việc</th>
          <th scope="col"><span class="unseen">Việc</span></th>
        </tr>
      </thead>
      <tbody>
        ${plan.obligations.map((obligation) => dutyRow(folder, plan, obligation))}
      </tbody>
    </table>`;
}

function dutyRow(folder: ScheduleFolder, plan: Plan, duty: Obligation): Html {
  const form = `${CONSOLE}/cau-hinh/nhiem-vu?ke-hoach=${encodeURIComponent(plan.id)}&id=${encodeURIComponent(duty.id)}`;
  const leads = duty.leadName ?? duty.leads.map((id) => folder.units.get(id)?.name ?? id).join('; ');
  const standing = duty.rule.kind === 'standing';
  return html`<tr id="${plan.id}.${duty.id}">
    <th scope="row">
      <span class="code">${duty.id}</span> ${kept(duty.title)}
      <span class="clause" lang="vi">${duty.clause}</span>
    </th>
    <td data-name="Chủ trì">${kept(leads)}</td>
    <td data-name="Thời hạn">
      ${duty.phrase === undefined ? '' : kept(`“${duty.phrase}”`)}
      ${duty.due === undefined ? '' : html`<span class="clause">ghi cụ thể: “${kept(duty.due)}”</span>`}
    </td>
    <td data-name="Được hiểu là">${kept(duty.explanation.replace(/^hiểu là: /, ''))}</td>
    <td data-name="Thang nhắc việc">${standing ? 'không nhắc' : kept(duty.ladder.name)}</td>
    <td>
      <a href="${form}">Sửa<span class="unseen"> nhiệm vụ ${duty.id}</span></a>
    </td>
  </tr>`;
}

function laddersPart(folder: ScheduleFolder): Html {
  const base = `${CONSOLE}/cau-hinh/thang-nhac?thu-muc=${encodeURIComponent(folder.id)}`;
  return html`<details class="units">
    <summary>Thang nhắc việc (${folder.ladders.size})</summary>
    <p><a href="${base}">Thêm thang nhắc việc</a></p>
    <table class="letters duties">
      <caption class="unseen">
        Các thang nhắc việc
      </caption>
      <thead>
        <tr>
          <th scope="col">Thang nhắc việc</th>
          <th scope="col">Các bậc</th>
          <th scope="col">Nhiệm vụ đang dùng</th>
          <th scope="col"><span class="unseen">Việc</span></th>
        </tr>
      </thead>
      <tbody>
        ${[...folder.ladders.values()].map(
          (ladder) =>
            html`<tr>
              <th scope="row">${kept(ladder.name)} <span class="code">${ladder.id}</span></th>
              <td data-name="Các bậc">${ladderWords(ladder)}</td>
              <td data-name="Nhiệm vụ đang dùng">${usesOf(folder, ladder.id).duties.length}</td>
              <td>
                <a href="${base}&id=${encodeURIComponent(ladder.id)}"
                  >Sửa<span class="unseen" lang="vi"> ${ladder.name}</span></a
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

function unitsPart(folder: ScheduleFolder): Html {
  const base = `${CONSOLE}/cau-hinh/don-vi?thu-muc=${encodeURIComponent(folder.id)}`;
  return html`<details class="units">
    <summary>Cơ quan (${folder.units.size})</summary>
    <p><a href="${base}">Thêm cơ quan</a></p>
    <table class="letters duties">
      <caption class="unseen">
        Các cơ quan
      </caption>
      <thead>
        <tr>
          <th scope="col">Cơ quan</th>
          <th scope="col">Hộp thư văn thư</th>
          <th scope="col">Hộp thư thủ trưởng</th>
          <th scope="col">Hoạt động</th>
          <th scope="col"><span class="unseen">Việc</span></th>
        </tr>
      </thead>
      <tbody>
        ${[...folder.units.values()].map((unit) => unitRow(unit, `${base}&id=${encodeURIComponent(unit.id)}`))}
      </tbody>
    </table>
  </details>`;
}

function groupsPart(folder: ScheduleFolder): Html {
  const base = `${CONSOLE}/cau-hinh/nhom?thu-muc=${encodeURIComponent(folder.id)}`;
  const names = (members: readonly string[]) =>
    members.map((id) => folder.units.get(id)?.name ?? id).join('; ');
  return html`<details class="units">
    <summary>Nhóm cơ quan (${folder.groups.size})</summary>
    <p><a href="${base}">Thêm nhóm cơ quan</a></p>
    <table class="letters duties">
      <caption class="unseen">
        Các nhóm cơ quan
      </caption>
      <thead>
        <tr>
          <th scope="col">Nhóm</th>
          <th scope="col">Số cơ quan</th>
          <th scope="col">Gồm</th>
          <th scope="col"><span class="unseen">Việc</span></th>
        </tr>
      </thead>
      <tbody>
        ${[...folder.groups.values()].map(
          ({ id, name, members }) =>
            html`<tr>
              <th scope="row">${kept(name)} <span class="code">${id}</span></th>
              <td data-name="Số cơ quan">${members.length}</td>
              <td data-name="Gồm">${kept(names(members))}</td>
              <td>
                <a href="${base}&id=${encodeURIComponent(id)}"
                  >Sửa<span class="unseen" lang="vi"> ${name}</span></a
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

function unitRow(unit: Unit, form: string): Html {
  const live = [unit.from && `từ ${shortDate(unit.from)}`, unit.to && `đến hết ${shortDate(unit.to)}`];
  return html`<tr>
    <th scope="row">${kept(unit.name)} <span class="code">${unit.id}</span></th>
    <td data-name="Hộp thư văn thư">${unit.office ?? 'chưa có'}</td>
    <td data-name="Hộp thư thủ trưởng">
      ${unit.heads.map(({ mailbox }) => mailbox).join(', ') || 'chưa có'}
    </td>
    <td data-name="Hoạt động">${live.filter(Boolean).join(' ')}</td>
    <td>
      <a href="${form}">Sửa<span class="unseen" lang="vi"> ${unit.name}</span></a>
    </td>
  </tr>`;
}
