import { z } from 'zod';
import { isIsoDate } from '../calendar/dates.ts';

/**
 * The shape of the files in a schedule folder, before any word in them is looked up.
 * The descriptions are Vietnamese because an editor shows them to the officer who writes the file.
 */
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối')
  .max(60);
/** Names and titles go into mail headers, where a line break would start another header; hidden characters mislead readers. */
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/;
const words = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(600)
  .regex(ONE_LINE, 'phải viết trên một dòng, không có ký tự ẩn (ngắt dòng, tab, ký tự điều khiển)');
const date = z.string().refine(isIsoDate, 'ngày phải có thật và viết dạng năm-tháng-ngày, ví dụ 2019-06-30');
const mailbox = z.email('địa chỉ thư điện tử không hợp lệ').max(254);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ phải viết dạng "07:30"');
const oneOrMore = z.union([id, z.array(id).min(1)], { error: 'phải là một mã, hoặc một danh sách mã' });

export const headShape = z.strictObject({
  mailbox: mailbox.describe('Hộp thư của người phụ trách'),
  title: words
    .optional()
    .describe('Chức danh; ví dụ Phó Giám đốc phụ trách Sở Tư pháp; bỏ trống thì lấy headTitle'),
  from: date.optional().describe('Ngày đầu phụ trách; bỏ trống: từ trước đến nay'),
  to: date.optional().describe('Ngày cuối phụ trách; bỏ trống: chưa biết'),
});
const heads = z.union([mailbox, z.array(headShape).min(1)], {
  error: 'phải là một hộp thư, hoặc danh sách người phụ trách (mỗi người một gạch đầu dòng)',
});

export const unitShape = z.strictObject({
  id: id.describe('Mã cơ quan, dùng để nhắc đến cơ quan ở các tệp khác; ví dụ so-tu-phap'),
  name: words.describe('Tên đầy đủ của cơ quan'),
  symbol: words.optional().describe('Ký hiệu trong số văn bản; ví dụ STP'),
  also: z.array(words).optional().describe('Các cách viết khác của tên cơ quan'),
  office: mailbox.optional().describe('Hộp thư của văn thư, văn phòng cơ quan'),
  head: heads
    .optional()
    .describe(
      'Hộp thư của thủ trưởng cơ quan; khi có thay người thì là danh sách người phụ trách theo ngày, khoảng trống là chưa có ai',
    ),
  headTitle: words.optional().describe('Chức danh thủ trưởng; ví dụ Giám đốc Sở Tư pháp'),
  parent: id.optional().describe('Mã cơ quan cấp trên trực tiếp'),
  from: date.optional().describe('Ngày cơ quan bắt đầu hoạt động'),
  to: date.optional().describe('Ngày cuối cùng cơ quan còn hoạt động'),
  successor: id.optional().describe('Mã cơ quan kế thừa'),
  requested: z
    .boolean()
    .default(false)
    .describe('true: cơ quan ngoài hệ thống chỉ được "đề nghị"; không nhắc sau hạn, không báo cáo cấp trên'),
});

export const groupShape = z.strictObject({
  id: id.describe('Mã nhóm cơ quan'),
  name: words.describe('Tên nhóm như trong văn bản'),
  members: z.array(id).describe('Mã các cơ quan (hoặc nhóm khác) trong nhóm'),
});

export const unitsFileShape = z.strictObject({
  units: z.array(unitShape).min(1).describe('Danh sách cơ quan'),
  groups: z.array(groupShape).default([]).describe('Các nhóm cơ quan'),
});

/** `office` and `head` are the leading unit's own; `followUp` and `authority` stand above it in the plan's chain. */
export const ADDRESSEES = ['office', 'head', 'followUp', 'authority'] as const;

export const rungShape = z.strictObject({
  when: words.describe(
    'Lúc gửi: "trước hạn 15 ngày làm việc", "ngày đến hạn" hoặc "quá hạn 01 ngày làm việc"',
  ),
  to: z
    .array(z.enum(ADDRESSEES))
    .min(1)
    .describe(
      'Nơi nhận: office (văn thư), head (thủ trưởng), followUp (cơ quan theo dõi), authority (cấp có thẩm quyền)',
    ),
  repeat: words
    .optional()
    .describe('Gửi lặp lại sau bậc này: "mỗi 05 ngày làm việc, tối đa 08 lần"; chỉ dùng cho bậc quá hạn'),
  draft: z
    .boolean()
    .default(false)
    .describe(
      'true: thư báo cáo cơ quan theo dõi (followUp) kèm dự thảo công văn đôn đốc (tệp Word) để hoàn chỉnh, ký; chỉ dùng cho bậc quá hạn',
    ),
});

export const ladderShape = z.strictObject({
  id: id.describe('Mã thang nhắc việc'),
  name: words.describe('Tên thang nhắc việc'),
  rungs: z.array(rungShape).min(1).describe('Các bậc nhắc, từ sớm đến muộn'),
});

export const sendingShape = z.strictObject({
  at: time.default('07:30').describe('Giờ gửi thư trong ngày làm việc'),
  until: time.default('17:00').describe('Sau giờ này không gửi nữa, chờ ngày làm việc sau'),
});

export const digestsShape = z.strictObject({
  weekly: z
    .boolean()
    .default(true)
    .describe('true: ngày làm việc đầu tuần gửi thư tổng hợp cho cơ quan theo dõi, đôn đốc'),
  monthly: z
    .boolean()
    .default(true)
    .describe('true: ngày làm việc đầu tháng gửi thư tổng hợp cho cấp có thẩm quyền'),
  admins: mailbox
    .optional()
    .describe('Hộp thư của người quản trị hệ thống: mỗi ngày làm việc nhận kết quả gửi thư ngày trước'),
});

export const laddersFileShape = z.strictObject({
  sending: sendingShape.prefault({}).describe('Giờ gửi thư'),
  digests: digestsShape.prefault({}).describe('Thư tổng hợp định kỳ'),
  ladders: z.array(ladderShape).min(1).describe('Các thang nhắc việc'),
});

const figure = z.number().min(0).max(1e12);
const total = z.int().min(1).max(1e12);

export const targetShape = z.strictObject({
  atLeast: figure.optional().describe('Mức tối thiểu phải đạt'),
  atMost: figure.optional().describe('Mức tối đa'),
  unit: words.describe('Đơn vị đo: %, bậc, điểm …'),
  measure: words.describe('Đo cái gì, so với cái gì'),
  baseline: words.optional().describe('Mốc so sánh; ví dụ so với năm 2015'),
  counts: words
    .optional()
    .describe('Đếm cái gì; ví dụ xã. Cơ quan báo cáo số đã đạt trên tổng số; đơn vị đo phải là %'),
  total: total
    .optional()
    .describe('Tổng số của mỗi cơ quan chủ trì; không có total và totals thì cơ quan tự báo cáo tổng số'),
  totals: z
    .record(z.string(), total)
    .optional()
    .describe('Tổng số của từng cơ quan chủ trì; ví dụ { ubnd-huyen-a: 13, ubnd-huyen-b: 11 }'),
  baselineValue: figure
    .optional()
    .describe('Số liệu ở mốc so sánh; có thì cơ quan báo cáo số liệu hiện tại, hệ thống tính mức tăng, giảm'),
  direction: z
    .enum(['giảm', 'tăng'])
    .optional()
    .describe('Chiều thay đổi phải đạt; không có baselineValue thì cơ quan báo cáo thẳng mức tăng, giảm'),
});

export const planShape = z.strictObject({
  id: id.describe('Mã kế hoạch'),
  number: words.optional().describe('Số, ký hiệu văn bản; chưa có số thì viết "…/KH-UBND"'),
  issued: words.optional().describe('Thời điểm ban hành như viết trong thư; ví dụ "tháng 6 năm 2019"'),
  title: words.describe('Tên kế hoạch'),
  issuer: id.describe('Mã cơ quan ban hành'),
  followUp: id.describe('Mã cơ quan theo dõi, đôn đốc'),
  authority: id.describe('Mã cấp có thẩm quyền nhận báo cáo cuối cùng'),
  place: words.optional().describe('Địa danh ghi trong văn bản, trước ngày tháng; ví dụ Kon Tum'),
  from: date.describe('Chỉ theo dõi các thời hạn từ ngày này'),
  to: date.optional().describe('Chỉ theo dõi các thời hạn đến hết ngày này'),
  ladder: id.describe('Mã thang nhắc việc dùng chung cho cả kế hoạch'),
});

export const obligationShape = z.strictObject({
  id: id.describe('Mã nhiệm vụ, duy nhất trong kế hoạch'),
  clause: words.describe('Điều, khoản, mục trong văn bản'),
  title: words.describe('Tên ngắn của nhiệm vụ, dùng trong tiêu đề thư'),
  lead: oneOrMore.describe('Mã cơ quan chủ trì, hoặc mã nhóm: mỗi cơ quan trong nhóm một thời hạn riêng'),
  with: z.array(id).optional().describe('Mã các cơ quan phối hợp'),
  others: words.optional().describe('Cơ quan phối hợp không có mã; ví dụ "cơ quan, đơn vị liên quan"'),
  recipient: words.optional().describe('Nơi nhận sản phẩm: tên hoặc mã cơ quan'),
  via: id.optional().describe('Gửi qua cơ quan nào'),
  deliverable: words.optional().describe('Sản phẩm'),
  phrase: words.optional().describe('Nguyên văn cụm từ chỉ thời hạn trong văn bản; không có thì bỏ cả dòng'),
  due: words
    .optional()
    .describe('Thời hạn cụ thể khi văn bản không nêu ngày, hoặc khi cần hiểu khác nguyên văn'),
  source: words.optional().describe('Căn cứ của mục due'),
  standing: z
    .boolean()
    .default(false)
    .describe('true: nhiệm vụ thường xuyên, văn bản không nêu thời hạn; phải ghi khi không có phrase và due'),
  confirm: words.optional().describe('Điều còn phải hỏi lại, xác nhận'),
  followUp: id.optional().describe('Cơ quan theo dõi riêng của nhiệm vụ này'),
  hint: words.optional().describe('Lưu ý rủi ro; ví dụ kết quả năm trước'),
  ladder: id.optional().describe('Thang nhắc việc riêng'),
  event: id.optional().describe('Mã loại sự kiện làm phát sinh thời hạn (với thời hạn "kể từ ngày …")'),
  target: targetShape.optional().describe('Chỉ tiêu đo được'),
  from: date.optional().describe('Chỉ theo dõi các thời hạn của nhiệm vụ này từ ngày này'),
  to: date.optional().describe('Chỉ theo dõi các thời hạn của nhiệm vụ này đến hết ngày này'),
  listsStanding: z
    .boolean()
    .default(false)
    .describe('true: thư nhắc nhiệm vụ này kèm danh sách nhiệm vụ thường xuyên của cơ quan'),
});

export const eventShape = z.strictObject({
  id: id.describe('Mã loại sự kiện, như mục event của các nhiệm vụ'),
  name: words.describe('Tên sự kiện; ví dụ Công bố thủ tục hành chính'),
  owner: id.describe('Mã cơ quan ghi nhận sự kiện khi có văn bản'),
});

export const planFileShape = z.strictObject({
  plan: planShape.describe('Văn bản'),
  events: z
    .array(eventShape)
    .min(1)
    .optional()
    .describe('Các loại sự kiện làm phát sinh thời hạn, và cơ quan ghi nhận từng loại'),
  obligations: z.array(obligationShape).min(1).describe('Các nhiệm vụ'),
});

export type UnitEntry = z.infer<typeof unitShape>;
export type HeadEntry = z.infer<typeof headShape>;
export type GroupEntry = z.infer<typeof groupShape>;
export type LadderEntry = z.infer<typeof ladderShape>;
export type TargetEntry = z.infer<typeof targetShape>;
export type PlanEntry = z.infer<typeof planShape>;
export type ObligationEntry = z.infer<typeof obligationShape>;
export type EventEntry = z.infer<typeof eventShape>;
export type Addressee = (typeof ADDRESSEES)[number];
