import { Command } from 'commander';
import { answerShape, type Answer } from '../answer/answer.ts';
import { nearest } from '../schedule/nearest.ts';
import { accountName, ask } from './ask.ts';
import { Refusal, type CliContext } from './context.ts';

interface AnswerOptions {
  document?: string;
  date?: string;
  link?: string;
  count?: string;
  total?: string;
  value?: string;
  to?: string;
  until?: string;
  why?: string;
  note?: string;
  by: string;
  json?: boolean;
}

const KINDS = {
  received: 'đã nhận',
  progress: 'tiến độ',
  done: 'hoàn thành',
  asked: 'đề nghị gia hạn',
  'not-ours': 'không thuộc trách nhiệm',
  accepted: 'xác nhận kết quả',
  returned: 'trả lại kết quả',
  extended: 'đồng ý gia hạn',
  refused: 'không đồng ý gia hạn',
  kept: 'giữ nguyên cơ quan chủ trì',
  paused: 'tạm dừng đôn đốc',
  resumed: 'tiếp tục đôn đốc',
  withdrawn: 'rút khỏi diện đôn đốc',
  reinstated: 'khôi phục đôn đốc',
  unextended: 'rút lại gia hạn',
  unaccepted: 'hủy xác nhận kết quả',
} satisfies Record<Answer['kind'], string>;

/** `answer DEADLINE KIND`: the follow-up unit writes down what a unit has answered, or what it decides. */
export function answerCommand(context: CliContext): Command {
  return new Command('answer')
    .description('Ghi trả lời của cơ quan chủ trì, hoặc quyết định về trả lời đó')
    .argument('<DEADLINE>', 'mã thời hạn hoặc một phần của mã, ví dụ A04 hoặc A06/ubnd-huyen-dak-ha')
    .argument(
      '<KIND>',
      Object.entries(KINDS)
        .map(([kind, words]) => `${kind} (${words})`)
        .join(', '),
    )
    .option(
      '--document <NUMBER>',
      'done: số, ký hiệu văn bản, ví dụ 12/BC-STP; extended, refused, paused, withdrawn, reinstated, unextended: văn bản quyết định',
    )
    .option('--date <DATE>', 'done: ngày văn bản')
    .option('--link <URL>', 'done: đường dẫn tới tài liệu')
    .option('--count <N>', 'progress, done: số đã đạt, ví dụ 07 xã')
    .option('--total <N>', 'progress, done: trên tổng số')
    .option('--value <X>', 'progress, done: số liệu đạt được')
    .option('--to <DATE>', 'asked, extended: hạn mới')
    .option('--until <DATE>', 'paused: ngày cuối tạm dừng; không ghi thì dừng đến khi tiếp tục')
    .option('--why <WORDS>', 'lý do: asked, not-ours và mọi quyết định, trừ accepted')
    .option('--note <WORDS>', 'received, progress, done, accepted: ghi chú')
    .option('--by <NAME>', 'ai ghi', accountName())
    .option('--json', 'in kết quả thành một dòng JSON')
    .action((deadline: string, kind: string, options: AnswerOptions) =>
      ask(
        context,
        { ask: 'answer', deadline, by: options.by, answer: answerOf(kind, options) },
        options.json,
      ),
    );
}

/** What the options say, in the shape of its kind; a missing or needless option is named as it is typed. */
function answerOf(
  kind: string,
  { document, date, link, to, until, why, note, ...options }: AnswerOptions,
): Answer {
  if (!(kind in KINDS)) {
    const guess = nearest(kind, Object.keys(KINDS));
    const hint =
      guess === undefined ? `các loại: ${Object.keys(KINDS).join(', ')}` : `có phải ý bạn là “${guess}”?`;
    throw new Refusal(`Không có loại trả lời “${kind}”; ${hint}`);
  }
  const words = given({ kind, document, on: date, link, to, until, why, note, figures: figuresOf(options) });
  const parsed = answerShape.safeParse(words);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${kind} không dùng ${issue.keys.map(optionOf).join(', ')}.`
      : problemOf(String(issue.path[0]), issue.message, words),
  );
  throw new Refusal(problems.join('\n'));
}

function problemOf(field: string, message: string, words: Record<string, unknown>): string {
  return words[field] === undefined ? `Thiếu ${optionOf(field)}.` : `${optionOf(field)}: ${message}`;
}

function optionOf(field: string): string {
  if (field === 'figures') return '--count, --total hoặc --value';
  return `--${field === 'on' ? 'date' : field}`;
}

function figuresOf({ count, total, value }: Pick<AnswerOptions, 'count' | 'total' | 'value'>) {
  const figures = given({ count: numberOf(count), total: numberOf(total), value: numberOf(value) });
  return Object.keys(figures).length === 0 ? undefined : figures;
}

/** As officials write numbers: with a decimal comma. */
function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.trim().replace(',', '.'));
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
