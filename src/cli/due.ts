import { Command } from 'commander';
import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import { daysBetween, isIsoDate, localDate, type IsoDate } from '../calendar/dates.ts';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { DueRule } from '../phrase/due-rule.ts';
import type { DueDate } from '../phrase/known-dates.ts';
import { answerPhrase, UNDERSTOOD } from '../phrase/phrase-answer.ts';
import { Refusal, type CliContext } from './context.ts';

type Answer =
  | { phrase: string; ok: true; kind: DueRule['kind']; dates: DueDate[]; explanation: string }
  | { phrase: string; ok: false; error: string; suggestion: string };

interface Options {
  from?: string;
  count?: string;
  event?: string;
  json?: boolean;
}

const DEFAULT_COUNT = 4;

const dateSchema = z.string('cần một chuỗi ký tự').refine(isIsoDate, 'cần một ngày có thật, dạng YYYY-MM-DD');
const querySchema = z.object({
  phrase: z.string('cần một chuỗi ký tự'),
  from: dateSchema.optional(),
  count: z
    .int('cần một số nguyên từ 1 đến 1000')
    .min(1, 'ít nhất là 1')
    .max(1000, 'nhiều nhất là 1000')
    .optional(),
  event: dateSchema.optional(),
});
type Query = z.infer<typeof querySchema>;

/**
 * `due PHRASE`: how the system reads a due phrase, and its next dates.
 * `due -`: reads JSON lines `{phrase, from?, count?, event?}` and answers each with one JSON line, in order.
 */
export function dueCommand(context: CliContext, loadCalendar: () => Promise<Calendar>): Command {
  return new Command('due')
    .description('Đọc thử một cụm từ thời hạn: cách hiểu và các ngày đến hạn')
    .argument('<PHRASE...>', 'cụm từ thời hạn, hoặc “-” để đọc các dòng JSON từ đầu vào')
    .option('--from <date>', 'tính từ ngày này, YYYY-MM-DD (mặc định: hôm nay)')
    .option('--count <n>', 'số kỳ cần xem (mặc định: 4)')
    .option('--event <date>', 'ngày xảy ra sự kiện, YYYY-MM-DD, cho thời hạn tính từ một sự kiện')
    .option('--json', 'in một dòng JSON')
    .action(async (words: string[], options: Options) => {
      const phrase = words.join(' ');
      const today = localDate(context.clock.now());
      if (phrase === '-') return answerLines(context, today, await loadCalendar());
      const query = asQuery(phrase, options);
      const calendar = await loadCalendar();
      const answer = answerQuery(query, today, calendar);
      if (options.json) {
        if (!answer.ok) process.exitCode = 1;
        return context.print(JSON.stringify(answer));
      }
      if (!answer.ok) throw new Refusal(`${answer.error}\nCó thể viết: “${answer.suggestion}”`);
      for (const line of asText(answer, calendar)) context.print(line);
    });
}

async function answerLines(context: CliContext, today: IsoDate, calendar: Calendar): Promise<void> {
  for await (const line of context.inputLines()) {
    if (line.trim() !== '') context.print(JSON.stringify(answerLine(line, today, calendar)));
  }
}

function answerLine(line: string, today: IsoDate, calendar: Calendar): Answer {
  const input = parseJson(line);
  if (input === undefined) return malformed('', 'Dòng này không phải là JSON.');
  const query = querySchema.safeParse(input);
  if (query.success) return answerQuery(query.data, today, calendar);
  const phrase = z.object({ phrase: z.string() }).safeParse(input).data?.phrase ?? '';
  return malformed(phrase, problemOf(query.error));
}

function malformed(phrase: string, error: string): Answer {
  return { phrase, ok: false, error, suggestion: UNDERSTOOD };
}

function asQuery(phrase: string, { from, count, event }: Options): Query {
  const query = querySchema.safeParse({
    phrase,
    from,
    event,
    ...(count !== undefined && { count: Number(count) }),
  });
  if (query.success) return query.data;
  throw new Refusal(problemOf(query.error));
}

function answerQuery(query: Query, today: IsoDate, calendar: Calendar): Answer {
  const { phrase, from = today, count = DEFAULT_COUNT, event } = query;
  const answer = answerPhrase(phrase, { from, count, event }, calendar);
  if (!answer.ok) return { phrase, ...answer };
  const { kind } = answer.rule;
  const missing = kind === 'after-event' && event === undefined;
  const explanation = [
    answer.explanation,
    ...(missing ? ['cần thêm --event (ngày xảy ra sự kiện) để tính ra ngày'] : []),
    ...answer.notes,
  ].join('; ');
  return { phrase, ok: true, kind, dates: answer.dates, explanation };
}

function asText({ explanation, dates }: Extract<Answer, { ok: true }>, calendar: Calendar): string[] {
  if (dates.length === 0) return [explanation];
  return [
    explanation,
    row('Kỳ', 'Ngày cuối còn trong hạn', 'Ngày làm việc để nhắm tới'),
    ...dates.map((date) => dateRow(date, calendar)),
  ];
}

function dateRow({ period, nominal, aim }: DueDate, calendar: Calendar): string {
  const early = daysBetween(aim, nominal);
  const note = early === 0 ? '' : ` (sớm hơn ${twoDigits(early)} ngày)`;
  const isProvisional = !calendar.isOfficial(nominal) || !calendar.isOfficial(aim);
  return row(period, longDate(nominal), longDate(aim) + note + (isProvisional ? ' (lịch tạm tính)' : ''));
}

function row(period: string, nominal: string, aim: string): string {
  return `${period.padEnd(10)}  ${nominal.padEnd(23)}  ${aim}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return field === ''
    ? 'Dòng này không phải là một đối tượng JSON.'
    : `Trường “${field}” không hợp lệ: ${issue?.message}.`;
}
