import { styleText } from 'node:util';
import { Command } from 'commander';
import { z } from 'zod';
import { openDns, type Dns } from '../doctor/dns.ts';
import { examine } from '../doctor/examine.ts';
import { installationChecks, type Installation } from '../doctor/installation-checks.ts';
import { programChecks } from '../doctor/program-check.ts';
import { unusableSettings } from '../doctor/settings-check.ts';
import type { Finding, State } from '../doctor/verdict.ts';
import { lockOwner } from '../record/folder-lock.ts';
import { settingsGiven } from '../settings/secret-holders.ts';
import { secretsOf } from '../settings/secrets.ts';
import { BadSettings, type Settings } from '../settings/settings.ts';
import { withinTime } from '../upkeep/within-time.ts';
import { Refusal, type CliContext } from './context.ts';
import { runningInstance } from './running-instance.ts';

interface DoctorOptions {
  dns?: string;
  sendTo?: string;
  json?: boolean;
}

/** The process that holds the record is given up on after this time, in milliseconds. */
const PATIENCE = 20_000;

/** `doctor`: looks at everything from the schedule to the DNS and says what to do; exit code 1 when something is at fault. */
export function doctorCommand(context: CliContext): Command {
  return new Command('doctor')
    .description('Kiểm tra mọi thứ, từ tệp kế hoạch tới DNS, và nói việc cần làm')
    .option('--dns <SERVER>', 'máy chủ DNS để hỏi, viết địa chỉ hoặc địa chỉ:cổng', dnsServer)
    .option('--send-to <ADDRESS>', 'gửi một thư thử tới địa chỉ này', mailAddress)
    .option('--json', 'in kết quả thành một dòng JSON')
    .action(async ({ dns, sendTo, json }: DoctorOptions) => {
      const findings = await findingsOf(context, openDns(dns), sendTo);
      if (findings.some(({ state }) => state === 'fault')) process.exitCode = 1;
      if (json) return context.print(JSON.stringify({ ok: process.exitCode !== 1, findings }));
      for (const line of findings.flatMap((finding) => linesOf(finding, context.colour))) context.print(line);
      context.print('');
      context.print(summary(findings));
    });
}

async function findingsOf(context: CliContext, dns: Dns, sendTo: string | undefined): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = context.settings();
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    return examine([...programChecks(), unusableSettings(error.message)], []);
  }
  const running = await runningWorker(settings);
  const checks = installationChecks({
    settings,
    given: settingsGiven(),
    clock: context.clock,
    dns,
    running,
    sendTo,
  });
  return examine(checks, secretsOf(settings));
}

/** @throws Refusal when a process holds the record and answers nobody yet. */
async function runningWorker({ databaseUrl, dataDir }: Settings): Promise<Installation['running']> {
  if (databaseUrl !== undefined) return undefined;
  const instance = await runningInstance(dataDir);
  const control = (await lockOwner(dataDir))?.control;
  if (instance === undefined || control === undefined) return undefined;
  return {
    url: control.replace(/\/control$/, ''),
    ask: (method, path, request) => withinTime(instance.ask(method, path, request), PATIENCE),
  };
}

const WORDS: Record<State, string> = {
  ok: 'ĐẠT',
  warning: 'LƯU Ý',
  fault: 'LỖI',
  'not-tried': 'CHƯA THỬ',
};
const COLOURS = { ok: 'green', warning: 'yellow', fault: 'red', 'not-tried': 'gray' } as const;
const WIDEST = Math.max(...Object.values(WORDS).map(({ length }) => length));

function linesOf({ state, title, found, advice }: Finding, colour: boolean): string[] {
  const word = WORDS[state].padEnd(WIDEST);
  const shown = colour ? styleText(COLOURS[state], word, { validateStream: false }) : word;
  const margin = ' '.repeat(WIDEST + 2);
  return [`${shown}  ${title}: ${found}`, ...(advice === undefined ? [] : [`${margin}→ ${advice}`])];
}

function summary(findings: Finding[]): string {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  return `${count('fault')} lỗi, ${count('warning')} lưu ý, ${count('ok')} đạt, ${count('not-tried')} chưa thử.`;
}

function dnsServer(text: string): string {
  try {
    openDns(text);
    return text;
  } catch {
    throw new Refusal(`--dns phải là địa chỉ IP, có thể kèm cổng, ví dụ 192.0.2.53:53; nhận được “${text}”.`);
  }
}

function mailAddress(text: string): string {
  if (z.email().safeParse(text).success) return text;
  throw new Refusal(`--send-to phải là một hộp thư, ví dụ quan-tri@kontum.example; nhận được “${text}”.`);
}
