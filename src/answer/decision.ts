import { addDays, type IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { isPausedOn } from '../plan/pause.ts';
import { AnswerRefused, type Decision } from './answer.ts';
import { withNote, type Effect, type Standing } from './standing.ts';
import { checkNewDay } from './unit-answer.ts';

type Of<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

/**
 * What a decision does on `today`: a completion that is returned arms the ladder again; an extension moves the date, keeps the
 * plan's own beside it while it holds, and begins the ladder anew (invariant 8), and so does undoing it; a pause silences the ladder for its time; a
 * withdrawal ends it until the deadline is reinstated. @throws AnswerRefused
 */
export function decisionEffect(
  decision: Decision,
  standing: Standing,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  if (standing.status === 'withdrawn' && decision.kind !== 'reinstated')
    throw new AnswerRefused(
      'Nhiệm vụ đã được rút khỏi diện đôn đốc; muốn quyết định khác, hãy khôi phục trước.',
    );
  switch (decision.kind) {
    case 'accepted':
      return accepted(decision.note, standing);
    case 'returned':
      if (standing.status !== 'done')
        throw new AnswerRefused('Nhiệm vụ chưa được ghi nhận hoàn thành nên không có gì để trả lại.');
      return {
        row: { status: 'open', accepted: false, done_document: null, done_on: null },
        ...endOf(standing),
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
    case 'paused':
      return paused(decision, standing, calendar, today);
    case 'resumed':
      if (standing.status !== 'open' || !isPausedOn(standing.pause, today))
        throw new AnswerRefused('Nhiệm vụ không trong thời gian tạm dừng đôn đốc.');
      return {
        row: {},
        pause: 'ended',
        event: { what: 'deadline-resumed', why: `Tiếp tục đôn đốc sau thời gian tạm dừng: ${decision.why}` },
      };
    case 'withdrawn':
      return withdrawn(decision, standing);
    case 'reinstated':
      return reinstated(decision, standing);
    case 'unextended':
      return unextended(decision, standing, calendar);
    case 'unaccepted':
      return unaccepted(decision.why, standing);
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
  decision: Of<'extended'>,
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

/** Changing a pause that holds is a pause as well. */
function paused(
  decision: Of<'paused'>,
  { status, pause }: Standing,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  if (status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành nên không còn gì để tạm dừng.');
  const { until = null, why } = decision;
  if (until !== null && until < today)
    throw new AnswerRefused(`Ngày cuối tạm dừng ${shortDate(until)} đã qua.`);
  // The ladder is worked out from the working day after it, which may follow a long holiday.
  if (until !== null && !calendar.covers(addDays(until, LONGEST_HOLIDAY)))
    throw new AnswerRefused(`Ngày ${shortDate(until)} nằm ngoài các năm có lịch làm việc.`);
  const end = until === null ? 'cho đến khi có quyết định tiếp tục' : `đến hết ${longDate(until)}`;
  const verb = isPausedOn(pause, today) ? 'Đổi thời gian tạm dừng đôn đốc:' : 'Tạm dừng đôn đốc';
  return {
    row: {},
    pause: { until, why },
    event: { what: 'deadline-paused', why: `${verb} ${end}${by(decision)}: ${why}` },
  };
}

/** A day that no working day follows sooner; as long as planning looks across. */
const LONGEST_HOLIDAY = 16;

function withdrawn(decision: Of<'withdrawn'>, standing: Standing): Effect {
  if (standing.status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành nên không phải rút khỏi diện đôn đốc.');
  return {
    row: { status: 'withdrawn', taken_off: true, asked_until: null, handed_back: false },
    ...endOf(standing),
    event: {
      what: 'deadline-taken-off',
      why: `Rút khỏi diện đôn đốc${by(decision)}: ${decision.why}`,
    },
  };
}

function reinstated(decision: Of<'reinstated'>, { taken_off, nominal }: Standing): Effect {
  if (!taken_off)
    throw new AnswerRefused('Nhiệm vụ chưa bị rút khỏi diện đôn đốc nên không có gì để khôi phục.');
  return {
    row: { status: 'open', taken_off: false },
    event: {
      what: 'deadline-reinstated',
      why: `Khôi phục đôn đốc, hạn ${shortDate(nominal)}${by(decision)}: ${decision.why}`,
    },
  };
}

/** One extension back: to the day that the one before it gave, or the plan's own. */
function unextended(decision: Of<'unextended'>, standing: Standing, calendar: Calendar): Effect {
  const { status, nominal, original_nominal: original, extensions, granted } = standing;
  if (status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành; muốn sửa, hãy trả lại kết quả trước.');
  if (original === null || granted.length === 0)
    throw new AnswerRefused('Nhiệm vụ không có gia hạn nào đang có hiệu lực để rút lại.');
  const before = granted.at(-2);
  const to = before ?? original;
  const which = before === undefined ? 'hạn ban đầu' : 'hạn của lần gia hạn trước';
  return {
    row: {
      nominal: to,
      aim: calendar.lastWorkingDayOnOrBefore(to),
      original_nominal: before === undefined ? null : original,
      extensions: extensions + 1,
      received: false,
    },
    event: {
      what: 'deadline-extension-undone',
      why: `Rút lại gia hạn đến ${shortDate(nominal)}, trở về ${which} ${longDate(to)}${by(decision)}: ${decision.why}`,
    },
  };
}

function unaccepted(why: string, { status, accepted }: Standing): Effect {
  if (status !== 'done' || !accepted)
    throw new AnswerRefused('Kết quả chưa được xác nhận nên không có gì để hủy.');
  return {
    row: { accepted: false },
    event: { what: 'deadline-acceptance-undone', why: `Hủy xác nhận, kết quả trở lại chờ xác nhận: ${why}` },
  };
}

/** Whatever sets a deadline's course anew ends its pause. */
function endOf({ pause }: Standing): Pick<Effect, 'pause'> {
  return pause === undefined || pause.ended !== null ? {} : { pause: 'ended' };
}

function by({ document }: { document?: string | undefined }): string {
  return document === undefined ? '' : `, theo văn bản ${document}`;
}
