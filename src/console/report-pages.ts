import { Hono } from 'hono';
import { html } from 'hono/html';
import type { BoardDesk } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { shortDate } from '../calendar/wording.ts';
import type { ReportDesk, ReportLimits } from '../report/report-desk.ts';
import { readDay } from '../web/form-day.ts';
import type { Html } from '../web/page.ts';
import { scopeOf } from './board-scope.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { may } from './guards.ts';
import { notFound } from './not-found.ts';
import { proofContent, proofForm, PROOFS } from './proof-page.ts';
import { REPORT_FILES } from './report-files.ts';
import { reportForm } from './report-form.ts';
import { reportContent } from './report-page.ts';
import { noSuchDay, readReportQuery, REPORTS, usualPeriod, type ReportQuery } from './report-query.ts';
import { reportTabs } from './report-tabs.ts';

const PATH = REPORTS.slice(CONSOLE.length);
/** Of a day that the calendar does not know. */
const BEYOND = 'Ngày này nằm ngoài các năm có lịch làm việc.';
const STYLES = { styles: ['/assets/board.css', '/assets/report.css'] };

/** `/bao-cao` what the units did in a period, on the page and as files; `/bao-cao/nhac-viec` what became of all that was to be said on a day. */
export function reportPages(desk: ReportDesk, board: BoardDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get(PATH, may('viewer'), async (c) => {
    const { rows, query, limits } = await read(c);
    const { asked } = query;
    const content = asked.ok
      ? reportContent(await desk.report({ ...query, period: asked.period }, limits), query, asked.key)
      : '';
    const page = framed(html`${reportTabs('bao-cao')} ${reportForm(query, rows)} ${content}`);
    return c.html(consolePage(c, 'Báo cáo', page, STYLES), asked.ok ? 200 : 422);
  });

  app.get(PROOFS.slice(CONSOLE.length), may('viewer'), async (c) => {
    const rows = await rowsOf(c);
    const typed = c.req.query('ngay')?.trim().slice(0, 20) ?? '';
    const usual = desk.lastFinishedDay();
    const day = typed === '' ? usual : readDay(typed);
    const coverage = day === undefined ? undefined : await desk.proof(day, limitsOf(c, rows));
    const form = proofForm(
      {
        typed: day === undefined ? typed : shortDate(day),
        day: coverage?.day ?? usual,
        problem: day === undefined ? noSuchDay(typed) : coverage === undefined ? BEYOND : undefined,
      },
      board.calendar(),
    );
    const proof = coverage === undefined ? '' : proofContent(coverage, rows);
    const page = framed(html`${reportTabs('nhac-viec')} ${form} ${proof}`);
    return c.html(consolePage(c, 'Kết quả nhắc việc', page, STYLES), coverage === undefined ? 422 : 200);
  });

  app.get(`${PATH}/:file`, may('viewer'), async (c) => {
    const name = c.req.param('file');
    const file = REPORT_FILES.find((known) => known.name === name);
    if (file === undefined) return c.html(notFound(c), 404);
    const { query, limits } = await read(c);
    const { asked } = query;
    if (!asked.ok) return c.html(notFound(c), 404);
    const report = await desk.report({ ...query, period: asked.period }, limits);
    const [stem, ending] = name.split('.');
    return c.body(new Uint8Array(Buffer.from(await file.make(report))), 200, {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${stem}-${asked.key.replace('..', '_')}.${ending}"`,
    });
  });

  async function read(
    c: ConsoleContext,
  ): Promise<{ rows: BoardRow[]; query: ReportQuery; limits: ReportLimits | undefined }> {
    const rows = await rowsOf(c);
    const query = readReportQuery(c.req.query(), usualPeriod(rows, board.today()));
    return { rows, query, limits: limitsOf(c, rows) };
  }

  function rowsOf(c: ConsoleContext): Promise<BoardRow[]> {
    return board.rows(scopeOf(c.get('session').account));
  }

  return app;
}

/** An officer's reports are about the deadlines that its board shows. */
function limitsOf(c: ConsoleContext, rows: readonly BoardRow[]): ReportLimits | undefined {
  const { account } = c.get('session');
  if (account.role !== 'officer') return undefined;
  return { folder: account.folder, deadlines: new Set(rows.map(({ id }) => id)) };
}

function framed(content: Html): Html {
  return html`<h1>Báo cáo</h1>
    ${content}`;
}
