import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Figures } from '../plan/model.ts';
import { figuresProblem } from '../plan/figures-problem.ts';
import { punctuality } from '../plan/punctuality.ts';
import { standingOf } from '../plan/target.ts';
import type { Obligation } from '../schedule/schedule.ts';
import { AnswerRefused, type UnitAnswer } from './answer.ts';
import { withNote, type Effect, type Standing } from './standing.ts';

type Of<Kind extends UnitAnswer['kind']> = Extract<UnitAnswer, { kind: Kind }>;

/** What the leading unit's answer does on `today`. @throws AnswerRefused */
export function unitAnswerEffect(
  answer: UnitAnswer,
  standing: Standing,
  obligation: Obligation,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  if (standing.status === 'withdrawn')
    throw new AnswerRefused('Nhiệm vụ đã được rút khỏi diện đôn đốc nên không nhận trả lời.');
  if (standing.status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành; muốn sửa, hãy trả lại kết quả trước.');
  switch (answer.kind) {
    case 'received':
      return received(answer, standing);
    case 'progress':
      return progress(answer, standing, obligation);
    case 'done':
      return done(answer, standing, obligation, calendar, today);
    case 'asked':
      return asked(answer, standing, calendar, today);
    case 'not-ours':
      return notOurs(answer, standing);
  }
}

function received({ note }: Of<'received'>, standing: Standing): Effect {
  if (standing.received) throw new AnswerRefused('Cơ quan đã báo nhận trước đó.');
  return {
    row: { received: true },
    event: { what: 'deadline-received', why: withNote('Cơ quan báo đã nhận nhiệm vụ.', note) },
  };
}

function progress({ figures, note }: Of<'progress'>, standing: Standing, obligation: Obligation): Effect {
  if (figures === undefined) {
    if (note === undefined) throw new AnswerRefused('Đề nghị cho biết tiến độ bằng lời hoặc bằng số liệu.');
    return { row: {}, event: { what: 'deadline-progress', why: `Cơ quan báo tiến độ: ${note}` } };
  }
  const { row, words } = measured(figures, standing, obligation);
  return { row, event: { what: 'deadline-progress', why: withNote(`Cơ quan báo tiến độ: ${words}.`, note) } };
}

/** Late completion is recorded as late; a target must be met before its duty is done. */
function done(
  { document, on, figures, note, link }: Of<'done'>,
  standing: Standing,
  obligation: Obligation,
  calendar: Calendar,
  today: IsoDate,
): Effect {
  if (on > today)
    throw new AnswerRefused(`Ngày văn bản ${shortDate(on)} ở sau hôm nay (${shortDate(today)}).`);
  const reported = figures === undefined ? undefined : measured(figures, standing, obligation);
  const met = reported?.reached ?? standing.met;
  if (obligation.target !== undefined && !met)
    throw new AnswerRefused(
      reported === undefined
        ? 'Nhiệm vụ có chỉ tiêu: đề nghị báo số liệu đạt chỉ tiêu trước khi báo hoàn thành.'
        : `Chưa đạt chỉ tiêu (${reported.words}); đề nghị báo tiến độ, chưa báo hoàn thành.`,
    );
  const { nominal } = standing;
  const said = `Hoàn thành ${punctuality(nominal, on, calendar)}: văn bản ${document} ngày ${shortDate(on)} (hạn ${shortDate(nominal)}).`;
  const linked = link === undefined ? said : `${said} Tài liệu: ${link}`;
  return {
    row: {
      ...reported?.row,
      status: 'done',
      // Whoever follows up its own duty has nobody below the authority to confirm it.
      accepted: obligation.followUp === standing.unit,
      handed_back: false,
      asked_until: null,
      done_document: document,
      done_on: on,
    },
    event: { what: 'deadline-done', why: withNote(linked, note) },
  };
}

function asked({ to, why }: Of<'asked'>, { nominal }: Standing, calendar: Calendar, today: IsoDate): Effect {
  checkNewDay(to, nominal, calendar, today);
  return {
    row: { asked_until: to },
    event: {
      what: 'extension-asked',
      why: `Cơ quan đề nghị gia hạn từ ${shortDate(nominal)} đến ${longDate(to)}: ${why}`,
    },
  };
}

function notOurs({ why }: Of<'not-ours'>, standing: Standing): Effect {
  if (standing.handed_back) throw new AnswerRefused('Cơ quan đã báo như vậy trước đó; đang chờ quyết định.');
  return {
    row: { handed_back: true },
    event: { what: 'deadline-handed-back', why: `Cơ quan báo không thuộc trách nhiệm của mình: ${why}` },
  };
}

/** @throws AnswerRefused for a day that cannot become the deadline's new day. */
export function checkNewDay(to: IsoDate, nominal: IsoDate, calendar: Calendar, today: IsoDate): void {
  if (!calendar.covers(to))
    throw new AnswerRefused(`Ngày ${shortDate(to)} nằm ngoài các năm có lịch làm việc.`);
  if (to <= nominal)
    throw new AnswerRefused(`Hạn mới ${shortDate(to)} phải sau hạn đang có ${shortDate(nominal)}.`);
  if (to < today) throw new AnswerRefused(`Hạn mới ${shortDate(to)} đã qua.`);
}

function measured(figures: Figures, { unit }: Standing, { target }: Obligation) {
  if (target === undefined)
    throw new AnswerRefused('Nhiệm vụ này không có chỉ tiêu bằng số; đề nghị báo tiến độ bằng lời.');
  const problem = figuresProblem(target, unit, figures);
  if (problem !== undefined) throw new AnswerRefused(problem);
  const { met = false, words = '' } = standingOf(target, unit, figures) ?? {};
  // What must not be exceeded may still be exceeded until its day: such figures let the duty be done, and silence nothing.
  return { row: { progress: figures, met: met && target.atLeast !== undefined }, reached: met, words };
}
