import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../calendar/dates.ts';
import { requestShape, type Request } from '../worker/request.ts';
import { Refusal } from './context.ts';

const dayShape = z.looseObject({
  on: z.string().refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày'),
});

/**
 * Reads what people ask on which day of a replay: JSON lines such as
 * `{"on":"2019-10-11","ask":"answer","deadline":"A04","by":"Sở Tư pháp","answer":{"kind":"received"}}`; blank lines are skipped.
 * @throws Refusal naming file and line of the first that is not understood.
 */
export async function readRequests(file: string): Promise<{ on: IsoDate; request: Request }[]> {
  const lines = (await readFile(file, 'utf8').catch(() => refuse(`Không đọc được tệp ${file}.`))).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]));
}

function readLine(line: string, place: string): { on: IsoDate; request: Request } {
  let words: unknown;
  try {
    words = JSON.parse(line);
  } catch {
    return refuse(`${place}: không phải JSON.`);
  }
  const dated = dayShape.safeParse(words);
  if (!dated.success) return refuse(`${place}: on ${dated.error.issues[0]?.message}`);
  const { on, ...rest } = dated.data;
  const request = requestShape.safeParse(rest);
  if (request.success) return { on, request: request.data };
  const [issue] = request.error.issues;
  return refuse(`${place}: ${issue?.path.join('.')} ${issue?.message}`);
}

function refuse(message: string): never {
  throw new Refusal(message);
}
