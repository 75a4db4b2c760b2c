import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { requestShape, type Request } from '../worker/request.ts';
import { Refusal } from './context.ts';

const dayShape = z.looseObject({
  on: z.string().refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày'),
});

/** What happens in a replay from outside: what people ask on a day, before its letters; days on which the system does not run. */
export interface Happenings {
  requests: { on: IsoDate; request: Request }[];
  outages: { from: IsoDate; to: IsoDate }[];
}

/**
 * Reads what people ask on which day of a replay, and when the system stands still: JSON lines such as
 * `{"on":"2019-10-11","ask":"answer","deadline":"A04","by":"Sở Tư pháp","answer":{"kind":"received"}}`
 * and `{"on":"2019-09-09","outage":"2019-09-13"}` (both days included); blank lines are skipped.
 * @throws Refusal naming file and line of the first that is not understood.
 */
export async function readHappenings(file: string): Promise<Happenings> {
  const lines = (await readFile(file, 'utf8').catch(() => refuse(`Không đọc được tệp ${file}.`))).split('\n');
  const read = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)],
  );
  const outages = read.flatMap((one) => ('outage' in one ? [one.outage] : []));
  const requests = read.flatMap((one) => ('request' in one ? [one] : []));
  const unheard = requests.find(({ on }) => outages.some(({ from, to }) => from <= on && on <= to));
  if (unheard !== undefined)
    refuse(`${file}: hệ thống dừng ngày ${shortDate(unheard.on)}, không ghi được trả lời trong ngày đó.`);
  return { requests, outages };
}

type Line = Happenings['requests'][number] | { outage: Happenings['outages'][number] };

function readLine(line: string, place: string): Line {
  let words: unknown;
  try {
    words = JSON.parse(line);
  } catch {
    return refuse(`${place}: không phải JSON.`);
  }
  const dated = dayShape.safeParse(words);
  if (!dated.success) return refuse(`${place}: on ${dated.error.issues[0]?.message}`);
  const { on, ...rest } = dated.data;
  if ('outage' in rest) return { outage: { from: on, to: lastDayOf(rest.outage, on, place) } };
  const request = requestShape.safeParse(rest);
  if (request.success) return { on, request: request.data };
  const [issue] = request.error.issues;
  return refuse(`${place}: ${issue?.path.join('.')} ${issue?.message}`);
}

function lastDayOf(outage: unknown, from: IsoDate, place: string): IsoDate {
  if (typeof outage === 'string' && isIsoDate(outage) && outage >= from) return outage;
  return refuse(
    `${place}: outage phải là ngày cuối hệ thống dừng, viết dạng năm-tháng-ngày, không trước on.`,
  );
}

function refuse(message: string): never {
  throw new Refusal(message);
}
