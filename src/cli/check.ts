import { Command } from 'commander';
import { loadSchedules } from '../schedule/load-schedules.ts';
import type { OpenQuestion } from '../schedule/open-questions.ts';
import { formatProblem, sortProblems, type Problem } from '../schedule/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { CliContext } from './context.ts';

/** Finds what is wrong in the templates of a folder, in the same form as problems of the schedules. */
export type TemplateCheck = (dir: string) => Promise<Problem[]>;

/** `check [DIR]`: says everything that is wrong with the schedules (and templates) and sets exit code 1, or says what was read. */
export function checkCommand(context: CliContext, checkTemplates: TemplateCheck = async () => []): Command {
  return new Command('check')
    .description('Kiểm tra các tệp kế hoạch, cơ quan, thang nhắc việc, lịch làm việc và mẫu thư')
    .argument('[DIR]', 'thư mục gốc, hoặc một thư mục kế hoạch')
    .option('--json', 'in kết quả thành một dòng JSON')
    .option('--confirm', 'kê từng câu hỏi còn phải xác nhận (mục confirm)')
    .action(async (dir: string | undefined, { json, confirm }: { json?: boolean; confirm?: boolean }) => {
      const loaded = await loadSchedules(dir ?? context.settings().schedules);
      const templates = await checkTemplates(context.settings().templates);
      const problems = sortProblems([...(loaded.ok ? [] : loaded.problems), ...templates]);
      const counts = loaded.ok ? countSchedule(loaded.schedule, loaded.questions.length) : undefined;
      const questions = loaded.ok && confirm ? loaded.questions : undefined;

      if (problems.length > 0) process.exitCode = 1;
      if (json)
        return context.print(JSON.stringify({ ok: problems.length === 0, problems, counts, questions }));

      for (const problem of problems) context.print(formatProblem(problem));
      if (problems.length > 0) return context.complain(`Có ${problems.length} lỗi cần sửa.`);
      if (counts) describeCounts(counts).forEach((line) => context.print(line));
      questions?.forEach((question) => context.print(describeQuestion(question)));
    });
}

interface Counts {
  folders: number;
  plans: number;
  dated: number;
  standing: number;
  units: number;
  toConfirm: number;
  calendar: { official: number[]; lastYear: number };
}

function countSchedule({ folders, calendar }: Schedule, toConfirm: number): Counts {
  const plans = folders.flatMap((folder) => folder.plans);
  const obligations = plans.flatMap((plan) => plan.obligations);
  const standing = obligations.filter(({ rule }) => rule.kind === 'standing').length;
  const { firstYear, lastYear } = calendar;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return {
    folders: folders.length,
    plans: plans.length,
    dated: obligations.length - standing,
    standing,
    units: folders.reduce((sum, folder) => sum + folder.units.size, 0),
    toConfirm,
    calendar: { official: years.filter((year) => calendar.statusOf(year) === 'official'), lastYear },
  };
}

function describeCounts(counts: Counts): string[] {
  return [
    'Không có lỗi. Đã đọc:',
    `  ${counts.folders} thư mục, ${counts.plans} kế hoạch, ${counts.units} cơ quan`,
    `  ${counts.dated} nhiệm vụ có thời hạn, ${counts.standing} nhiệm vụ thường xuyên`,
    `  ${counts.toConfirm} điều cần xác nhận (mục confirm; xem từng điều: dondoc check --confirm)`,
    `  lịch chính thức: ${counts.calendar.official.join(', ') || 'chưa có'}; các năm khác đến ${counts.calendar.lastYear}: tạm tính`,
  ];
}

function describeQuestion({ file, line, id, question }: OpenQuestion): string {
  return `${file}:${line}: ${id}: ${question}`;
}
