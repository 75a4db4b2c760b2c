import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { AnswerRefused, type Decision } from './answer.ts';
import { withNote, type Effect, type Standing } from './standing.ts';
import { checkNewDay } from './unit-answer.ts';

/**
 * What a decision does on `today`: a completion that is returned arms the ladder again; an extension moves the date, keeps the
 * plan's own beside it for ever, and begins the ladder anew (invariant 8). @throws AnswerRefused
 */
export function decisionEffect(
  decision: Decision,
  standing: Standing,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  switch (decision.kind) {
    case 'accepted':
      return accepted(decision.note, standing);
    case 'returned':
      if (standing.status !== 'done')
        throw new AnswerRefused('Nhiệm vụ chưa được ghi nhận hoàn thành nên không có gì để trả lại.');
      return {
        row: { status: 'open', accepted: false, done_document: null, done_on: null },
        event: { what: 'deadline-returned', why: `Kết quả được trả lại, tiếp tục đôn đốc: ${decision.why}` },
      };
    case 'extended':
      return extended(decision, standing, calendar, today);
    case 'refused':
      if (standing.asked_until === null)
        throw new AnswerRefused('Không có đề nghị gia hạn nào đang chờ quyết định.');
      return {
        row: { asked_until: null },
        event: {
          what: 'extension-refused',
          why: `Không đồng ý gia hạn đến ${shortDate(standing.asked_until)}, giữ hạn ${shortDate(standing.nominal)}${by(decision)}: ${decision.why}`,
        },
      };
    case 'kept':
      if (!standing.handed_back)
        throw new AnswerRefused('Cơ quan chưa báo nhiệm vụ không thuộc trách nhiệm của mình.');
      return {
        row: { handed_back: false },
        event: { what: 'deadline-kept', why: `Nhiệm vụ vẫn do cơ quan chủ trì: ${decision.why}` },
      };
  }
}

function accepted(note: string | undefined, { status, accepted }: Standing): Effect {
  if (status !== 'done')
    throw new AnswerRefused('Nhiệm vụ chưa được ghi nhận hoàn thành nên chưa có gì để xác nhận.');
  if (accepted) throw new AnswerRefused('Kết quả đã được xác nhận trước đó.');
  return {
    row: { accepted: true },
    event: { what: 'deadline-accepted', why: withNote('Kết quả được xác nhận.', note) },
  };
}

function extended(
  decision: Extract<Decision, { kind: 'extended' }>,
  { status, nominal, original_nominal, extensions, asked_until }: Standing,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  if (status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành; muốn sửa, hãy trả lại kết quả trước.');
  const to = decision.to ?? asked_until;
  if (to === null) throw new AnswerRefused('Cơ quan chưa đề nghị gia hạn: cần nêu hạn mới.');
  const why = decision.why ?? (asked_until === null ? undefined : 'theo đề nghị của cơ quan chủ trì');
  if (why === undefined) throw new AnswerRefused('Cần nêu lý do gia hạn.');
  checkNewDay(to, nominal, calendar, today);
  return {
    row: {
      nominal: to,
      aim: calendar.lastWorkingDayOnOrBefore(to),
      original_nominal: original_nominal ?? nominal,
      extensions: extensions + 1,
      received: false,
      asked_until: null,
    },
    event: {
      what: 'deadline-extended',
      why: `Gia hạn từ ${shortDate(nominal)} đến ${longDate(to)}${by(decision)}: ${why}`,
    },
  };
}

function by({ document }: { document?: string | undefined }): string {
  return document === undefined ? '' : `, theo văn bản ${document}`;
}
