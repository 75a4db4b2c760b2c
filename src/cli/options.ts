import { isIsoDate, type IsoDate } from '../calendar/dates.ts';
import { validInstructions, type Instructions } from '../worker/instructions.ts';
import type { Settings } from '../settings/settings.ts';
import { Refusal } from './context.ts';

/** A day given on the command line. @throws Refusal when it is not a real `YYYY-MM-DD`. */
export function dayOption(name: string, value: string): IsoDate {
  if (isIsoDate(value)) return value;
  throw new Refusal(
    `${name} phải là một ngày có thật viết dạng năm-tháng-ngày, ví dụ 2019-06-17; nhận được “${value}”.`,
  );
}

/** Two days given on the command line, the first not after the second. @throws Refusal */
export function dayRange(from: string, to: string): { from: IsoDate; to: IsoDate } {
  const range = { from: dayOption('--from', from), to: dayOption('--to', to) };
  if (range.from > range.to) throw new Refusal(`--from (${from}) phải không sau --to (${to}).`);
  return range;
}

/** The schedules and templates that are set. @throws InvalidInstructions */
export function instructionsOf({ schedules, templates }: Settings): Promise<Instructions> {
  return validInstructions(schedules, templates);
}
