import { localDate, type IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, workingDays } from '../calendar/wording.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { appendEvents, type NewEvent } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { AnswerRefused, type Answer } from './answer.ts';

export interface AnswerTaken {
  deadline: string;
  /** Who gives it: an office or an officer's account. */
  by: string;
  answer: Answer;
}

interface Standing {
  nominal: IsoDate;
  aim: IsoDate;
  status: 'open' | 'done' | 'withdrawn';
  received: boolean;
  extensions: number;
  original_nominal: IsoDate | null;
}

/** What an answer does to its deadline's row, and what the record says of it. */
interface Effect {
  row: Partial<Standing> & { done_document?: string | null; done_on?: IsoDate | null };
  event: NewEvent;
}

/**
 * Takes an answer and writes it down, in one transaction; the next planning acts on it. Done, with a document's number and
 * date, ends the ladder, and a completion that is returned arms it again; received thins it; an extension moves the date, keeps
 * the plan's own beside it for ever, and begins the ladder anew (invariant 8).
 * @returns what was written down, as one Vietnamese sentence. @throws AnswerRefused
 */
export async function takeAnswer(
  db: RecordDb,
  now: Date,
  calendar: Calendar,
  { deadline, by, answer }: AnswerTaken,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const standing = await trx
      .selectFrom('deadline')
      .where('id', '=', deadline)
      .select(['nominal', 'aim', 'status', 'received', 'extensions', 'original_nominal'])
      .forUpdate()
      .executeTakeFirst();
    if (standing === undefined) throw new AnswerRefused(`Không có thời hạn “${deadline}”.`);
    if (standing.status === 'withdrawn') throw new AnswerRefused('Thời hạn này không còn trong lịch.');
    const { row, event } = effectOf(answer, standing, localDate(now), calendar);
    await trx.updateTable('deadline').set(row).where('id', '=', deadline).execute();
    await appendEvents(trx, now, by, [{ ...event, deadline, detail: { ...answer } }]);
    return event.why;
  });
}

function effectOf(answer: Answer, standing: Standing, today: IsoDate, calendar: Calendar): Effect {
  if (answer.kind !== 'returned' && standing.status === 'done')
    throw new AnswerRefused('Nhiệm vụ đã được ghi nhận hoàn thành; muốn sửa, hãy trả lại kết quả trước.');
  switch (answer.kind) {
    case 'received':
      if (standing.received) throw new AnswerRefused('Cơ quan đã báo nhận trước đó.');
      return {
        row: { received: true },
        event: { what: 'deadline-received', why: withNote('Cơ quan báo đã nhận nhiệm vụ.', answer.note) },
      };
    case 'done':
      return completion(answer, standing, today, calendar);
    case 'extended':
      return extension(answer, standing, today, calendar);
    case 'returned':
      if (standing.status !== 'done')
        throw new AnswerRefused('Nhiệm vụ chưa được ghi nhận hoàn thành nên không có gì để trả lại.');
      return {
        row: { status: 'open', done_document: null, done_on: null },
        event: { what: 'deadline-returned', why: `Kết quả được trả lại, tiếp tục đôn đốc: ${answer.why}` },
      };
  }
}

function completion(
  { document, on, note }: Extract<Answer, { kind: 'done' }>,
  { nominal }: Standing,
  today: IsoDate,
  calendar: Calendar,
): Effect {
  if (on > today)
    throw new AnswerRefused(`Ngày văn bản ${shortDate(on)} ở sau hôm nay (${shortDate(today)}).`);
  const days = on > nominal ? calendar.workingDaysBetween(nominal, on) : 0;
  const punctual = on > nominal ? `quá hạn ${workingDays(days)}` : on === nominal ? 'đúng hạn' : 'trước hạn';
  const said = `Hoàn thành ${punctual}: văn bản ${document} ngày ${shortDate(on)} (hạn ${shortDate(nominal)}).`;
  return {
    row: { status: 'done', done_document: document, done_on: on },
    event: { what: 'deadline-done', why: withNote(said, note) },
  };
}

function extension(
  { to, why }: Extract<Answer, { kind: 'extended' }>,
  { nominal, original_nominal, extensions }: Standing,
  today: IsoDate,
  calendar: Calendar,
): Effect {
  if (!calendar.covers(to))
    throw new AnswerRefused(`Ngày ${shortDate(to)} nằm ngoài các năm có lịch làm việc.`);
  if (to <= nominal)
    throw new AnswerRefused(`Hạn mới ${shortDate(to)} phải sau hạn đang có ${shortDate(nominal)}.`);
  if (to < today) throw new AnswerRefused(`Hạn mới ${shortDate(to)} đã qua.`);
  return {
    row: {
      nominal: to,
      aim: calendar.lastWorkingDayOnOrBefore(to),
      original_nominal: original_nominal ?? nominal,
      extensions: extensions + 1,
      received: false,
    },
    event: {
      what: 'deadline-extended',
      why: `Gia hạn từ ${shortDate(nominal)} đến ${longDate(to)}: ${why}`,
    },
  };
}

function withNote(sentence: string, note: string | undefined): string {
  return note === undefined ? sentence : `${sentence} Ghi chú: ${note}`;
}
