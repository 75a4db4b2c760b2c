import type { ReplayedConsole } from './replayed-console.ts';

/** A deadline that has a story on the replayed days. */
export const DEADLINE = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';
const PLAN = 'ke-hoach=kon-tum-2019';

/** Every page by its address; the names in brackets stand for addresses that the replay made. */
export const PAGES = [
  ...['/', '/khong-co-trang-nay', '/mailbox', '/mailbox/1'],
  ...['<answer>', '<decision>', '<event>', '<unit>'],
  ...['/quan-ly/dang-nhap', '/quan-ly/mat-khau', '/quan-ly/khong-co-trang-nay'],
  ...[
    '/quan-ly',
    '/quan-ly?don-vi=so-tu-phap&thang=2019-10',
    '/quan-ly?tim=khong-tim-thay',
    '/quan-ly/thang',
    '/quan-ly/bao-cao',
    '/quan-ly/bao-cao/nhac-viec?ngay=14/10/2019',
  ],
  ...[`/quan-ly/thoi-han?id=${encodeURIComponent(DEADLINE)}`, '<letter>', '/quan-ly/su-kien'],
  ...['/quan-ly/cau-hinh', '/quan-ly/cau-hinh/90-ngay'],
  ...[`/quan-ly/cau-hinh/nhiem-vu?${PLAN}`, `/quan-ly/cau-hinh/nhiem-vu?${PLAN}&id=A01`],
  '/quan-ly/cau-hinh/don-vi?thu-muc=kon-tum-2019',
  '/quan-ly/cau-hinh/don-vi?thu-muc=kon-tum-2019&id=so-noi-vu',
  '/quan-ly/cau-hinh/nhom?thu-muc=kon-tum-2019',
  '/quan-ly/cau-hinh/nhom?thu-muc=kon-tum-2019&id=g-huyen',
  '/quan-ly/cau-hinh/thang-nhac?thu-muc=kon-tum-2019',
  '/quan-ly/cau-hinh/thang-nhac?thu-muc=kon-tum-2019&id=mac-dinh',
  '/quan-ly/cau-hinh/gio-gui?thu-muc=kon-tum-2019',
  ...['/quan-ly/cau-hinh/lich', '/quan-ly/cau-hinh/lich?nam=2027'],
  ...['/quan-ly/cau-hinh/tep', '/quan-ly/cau-hinh/tep?tep=kon-tum-2019/plan.yaml'],
  ...['/quan-ly/cau-hinh/mau', '/quan-ly/cau-hinh/mau?mau=upcoming/opening.txt'],
  ...['/quan-ly/hang-doi', '<queued>', '/quan-ly/hang-doi/khong-gui-duoc', '/quan-ly/he-thong'],
];

/** The links as letters carry them, and the pages of the newest letter. */
export async function madeAddresses(site: ReplayedConsole): Promise<Record<string, string>> {
  const [newest] = (await site.worker.mailbox!.list()).reverse();
  const letter = newest!.messageId.slice(1, newest!.messageId.indexOf('@'));
  const answer = await link(site, { ask: 'link-deadline', deadline: DEADLINE, decide: false, by: 'test' });
  const page = await (await fetch(site.web.url + answer)).text();
  return {
    '<answer>': answer,
    '<decision>': await link(site, { ask: 'link-deadline', deadline: DEADLINE, decide: true, by: 'test' }),
    '<event>': await link(site, { ask: 'link-event', kind: 'cong-bo-tthc', by: 'test' }),
    '<unit>': /href="([^"]*\/don-vi\/[^"]*)"/.exec(page)?.[1] ?? '',
    '<letter>': `/quan-ly/thu?id=${letter}`,
    '<queued>': `/quan-ly/hang-doi/${letter}`,
  };
}

/** The path of the link that is asked for. */
async function link(
  site: ReplayedConsole,
  request: Parameters<ReplayedConsole['worker']['ask']>[0],
): Promise<string> {
  const { lines } = await site.worker.ask(request);
  return /\/[\w-]+\/[\w-]+\.[\w-]+\.[\w-]+/.exec(lines.join(' '))?.[0] ?? '';
}
