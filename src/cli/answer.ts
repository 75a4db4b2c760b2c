import { Command } from 'commander';
import type { Answer } from '../answer/answer.ts';
import { accountName, ask } from './ask.ts';
import { Refusal, type CliContext } from './context.ts';

interface AnswerOptions {
  document?: string;
  date?: string;
  to?: string;
  why?: string;
  note?: string;
  by: string;
  json?: boolean;
}

/** `answer DEADLINE KIND`: the follow-up unit writes down what a unit has answered, or what it decides. */
export function answerCommand(context: CliContext): Command {
  return new Command('answer')
    .description('Ghi trả lời hoặc quyết định về một thời hạn: received, done, extended, returned')
    .argument('<DEADLINE>', 'mã thời hạn hoặc một phần của mã, ví dụ A04 hoặc A06/ubnd-huyen-dak-ha')
    .argument(
      '<KIND>',
      'received (đã nhận), done (hoàn thành), extended (gia hạn), returned (trả lại kết quả)',
    )
    .option('--document <NUMBER>', 'done: số, ký hiệu văn bản, ví dụ 12/BC-STP')
    .option('--date <DATE>', 'done: ngày văn bản')
    .option('--to <DATE>', 'extended: hạn mới')
    .option('--why <WORDS>', 'extended, returned: lý do')
    .option('--note <WORDS>', 'received, done: ghi chú')
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

function answerOf(kind: string, options: AnswerOptions): Answer {
  const { document, date, to, why, note } = options;
  const noted = note === undefined ? {} : { note };
  switch (kind) {
    case 'received':
      return { kind, ...noted };
    case 'done':
      return { kind, document: need('--document', document), on: need('--date', date), ...noted };
    case 'extended':
      return { kind, to: need('--to', to), why: need('--why', why) };
    case 'returned':
      return { kind, why: need('--why', why) };
    default:
      throw new Refusal(`Không có loại trả lời “${kind}”; các loại: received, done, extended, returned.`);
  }
}

function need(option: string, value: string | undefined): string {
  if (value === undefined) throw new Refusal(`Thiếu ${option}.`);
  return value;
}
