import { ANSWER_KINDS, LADDER_KINDS, type NoticeKind as AnyNoticeKind } from '../plan/model.ts';
import type { ItemView, LetterView } from './letter-view.ts';
import { sampleDigests } from './sample-digests.ts';
import { sampleUndelivered } from './sample-undelivered.ts';

/** Kinds whose letters tell of deadlines one by one. */
type NoticeKind = Exclude<AnyNoticeKind, 'undelivered'>;

/** A made-up letter that goes through one branch of the templates. */
export interface SampleView {
  /** What is special about it: `upcoming, many`. */
  name: string;
  view: LetterView;
}

/** Letters that together reach every branch a template can take: every kind, every optional field with and without a value. */
export function sampleViews(): SampleView[] {
  return [...sampleLetters(), ...sampleUndelivered(), ...sampleDigests()];
}

function sampleLetters(): SampleView[] {
  return [...LADDER_KINDS, ...ANSWER_KINDS].flatMap((kind) => {
    const one = letter(kind, [full(kind)]);
    const many = letter(kind, [full(kind), onDayOff(kind), bare(kind)]);
    const variants: Record<string, LetterView> = {
      one,
      many,
      bare: letter(kind, [bare(kind)]),
      'day off': letter(kind, [onDayOff(kind)]),
      late: letter(kind, [{ ...full(kind), lateSince: '07/06/2019' }]),
      'held back': letter(kind, [{ ...full(kind), lateSince: '07/06/2019', heldBack: true }]),
      ...(kind === 'decision' && {
        ended: letter(kind, [ended(kind)]),
        'ended, many': letter(kind, [ended(kind), { ...ended(kind), lead: 'Thanh tra tỉnh' }]),
        'ended, and not': letter(kind, [full(kind), ended(kind)]),
      }),
      ...(kind !== 'report' && {
        requested: {
          ...letter(kind, [unasked({ ...bare(kind), lead: 'Công an tỉnh' })]),
          greeting: 'Công an tỉnh',
          requested: true,
        },
        'requested, many': { ...many, items: many.items.map(unasked), requested: true },
      }),
      ...(kind === 'report' && { 'with a draft': { ...many, draft: DRAFT } }),
      'no mailbox': { ...one, contact: { name: 'Sở Nội vụ', mailbox: null } },
      'plan without number': letter(kind, [{ ...full(kind), plan: full(kind).planTitle }]),
      standing: letter(kind, [withStanding(kind)]),
      'standing, many': letter(kind, [withStanding(kind), full(kind)]),
      'several leads': letter(kind, [full(kind), { ...bare(kind), lead: 'Thanh tra tỉnh' }]),
      'to the authority': { ...many, greeting: 'Ủy ban nhân dân tỉnh', role: 'authority' },
      'after an event': letter(kind, [{ ...bare(kind), about: '703/QĐ-UBND ngày 07/10/2019' }]),
      measured: letter(kind, [{ ...full(kind), title: 'Tăng bậc xếp hạng Chỉ số PAPI', measured: true }]),
      noted: letter(kind, [{ ...full(kind), notes: ['Bậc T+5: không có hộp thư của Sở Nội vụ.'] }]),
    };
    return Object.entries(variants).map(([name, view]) => ({ name: `${kind}, ${name}`, view }));
  });
}

const STATES: Record<NoticeKind, { state: string; distance: string; today: string }> = {
  upcoming: { state: 'Sắp đến hạn', distance: 'còn 03 ngày làm việc', today: 'thứ Tư, 09/10/2019' },
  today: {
    state: 'Đến hạn hôm nay',
    distance: 'hôm nay là ngày làm việc cuối cùng',
    today: 'thứ Hai, 14/10/2019',
  },
  overdue: {
    state: 'Quá hạn 02 ngày làm việc',
    distance: 'quá hạn 02 ngày làm việc',
    today: 'thứ Tư, 16/10/2019',
  },
  request: { state: 'Sắp đến hạn', distance: 'còn 03 ngày làm việc', today: 'thứ Tư, 09/10/2019' },
  decision: { state: 'Sắp đến hạn', distance: 'còn 03 ngày làm việc', today: 'thứ Tư, 09/10/2019' },
  report: {
    state: 'Quá hạn 05 ngày làm việc',
    distance: 'quá hạn 05 ngày làm việc',
    today: 'thứ Hai, 21/10/2019',
  },
};

const DRAFT = { file: 'du-thao-cong-van-don-doc-2019-10-21.docx', count: '02' };

function letter(kind: NoticeKind, items: ItemView[]): LetterView {
  return {
    kind,
    greeting: 'Giám đốc Sở Tư pháp',
    role: kind === 'report' || kind === 'request' ? 'followUp' : 'unit',
    requested: false,
    items,
    sections: [],
    summary: null,
    period: null,
    count: String(items.length).padStart(2, '0'),
    today: STATES[kind].today,
    contact: { name: 'Sở Nội vụ', mailbox: 'so-noi-vu@kontum.example' },
    draft: null,
  };
}

/** Nothing but what every deadline has. */
function bare(kind: NoticeKind): ItemView {
  return {
    state: STATES[kind].state,
    title: 'Công khai kết luận thanh tra & xử lý kiến nghị',
    lead: 'Sở Tư pháp',
    distance: STATES[kind].distance,
    dueShort: '14/10/2019',
    dueLong: 'thứ Hai, 14/10/2019',
    aimLong: null,
    plan: 'Kế hoạch số …/KH-UBND, tháng 6 năm 2019',
    planTitle: 'Kế hoạch cải thiện Chỉ số PAPI và Chỉ số PAR INDEX tỉnh Kon Tum năm 2019',
    clause: 'II.1.4.b',
    phrase: null,
    due: null,
    dueSource: null,
    period: null,
    about: null,
    deliverable: null,
    recipient: null,
    via: null,
    helpers: null,
    target: null,
    progress: null,
    measured: false,
    hint: null,
    notes: [],
    lateSince: null,
    heldBack: false,
    ended: false,
    said: null,
    link: null,
    next: null,
    standing: [],
  };
}

/** Everything a deadline can have, but what only some letters have: a day off, lateness, standing duties. */
function full(kind: NoticeKind): ItemView {
  return {
    ...bare(kind),
    title: 'Báo cáo năm về tình hình theo dõi thi hành pháp luật',
    clause: 'II.2.1.b, gạch đầu dòng thứ 3 (II.2.1.b/3)',
    phrase: 'trước ngày 15/10/2019',
    due: 'ngày 14 của tháng đầu quý IV',
    dueSource: 'Đề xuất của cơ quan theo dõi',
    period: 'năm 2019',
    deliverable: 'Báo cáo của Ủy ban nhân dân tỉnh',
    recipient: 'Bộ Tư pháp',
    via: 'qua Sở Nội vụ',
    helpers: 'Văn phòng Ủy ban nhân dân tỉnh; cơ quan, đơn vị liên quan',
    target: 'tối thiểu 80% số đơn vị cấp xã của từng huyện',
    progress: '07/13 xã, 54%: còn thiếu 04 xã',
    hint: 'Năm 2018 tiêu chí này đạt 0,5/1,75 điểm',
    said: 'Cơ quan đề nghị gia hạn từ 14/10/2019 đến thứ Sáu, 25/10/2019: chờ số liệu của cấp huyện',
    link: 'https://dondoc.example/tra-loi/duong-dan',
    next: 'Nếu đến khi đó hệ thống chưa ghi nhận kết quả, ngày 21/10/2019 hệ thống sẽ gửi thư nhắc tới Giám đốc Sở Tư pháp.',
  };
}

/** Due on a Sunday. */
function onDayOff(kind: NoticeKind): ItemView {
  return {
    ...full(kind),
    state: kind === 'today' ? 'Ngày làm việc cuối trước hạn' : STATES[kind].state,
    title: 'Quy định tiêu chuẩn, định mức sử dụng diện tích chuyên dùng',
    clause: 'II.2.6.b, gạch đầu dòng thứ 3 (II.2.6.b/3+1)',
    phrase: 'trong tháng 6 năm 2019',
    dueShort: '30/06/2019',
    dueLong: 'Chủ nhật, 30/06/2019',
    aimLong: 'thứ Sáu, 28/06/2019',
    dueSource: null,
    via: null,
  };
}

function withStanding(kind: NoticeKind): ItemView {
  const standing = Array.from({ length: 12 }, (_, index) => ({
    title: `Cập nhật, công khai thủ tục hành chính thuộc lĩnh vực thứ ${index + 1}`,
    clause: `II.1.5.a/${index + 1}`,
  }));
  return { ...full(kind), title: 'Báo cáo kết quả thực hiện Kế hoạch', period: 'quý III năm 2019', standing };
}

/** Withdrawn by a decision. */
function ended(kind: NoticeKind): ItemView {
  return {
    ...full(kind),
    state: 'Đã rút khỏi diện đôn đốc',
    distance: 'đã rút khỏi diện đôn đốc',
    said: 'Rút khỏi diện đôn đốc, theo văn bản 45/UBND-NC: nhiệm vụ được thay bằng kế hoạch mới',
    link: null,
    next: null,
    ended: true,
  };
}

/** As the view of a requested body is: nothing is said to follow. */
function unasked(item: ItemView): ItemView {
  return { ...item, next: null };
}
