import { moment } from '../calendar/wording.ts';
import { z } from 'zod';
import { isReadiness, OLDEST_BEAT } from '../upkeep/health.ts';
import { CannotListen, probeAddress } from '../web/server.ts';
import { askPage, type PageAnswer } from './ask-page.ts';
import type { Running } from './record-sight.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

export interface WorkerPlace {
  host: string;
  port: number;
  /** The process that holds the embedded record, and where it listens. */
  running: (Running & { url: string }) | undefined;
  now: () => Date;
}

const statusShape = z.object({
  lastBeat: z.iso.datetime().nullable(),
  jobs: z.record(z.string(), z.number()),
  problems: z.array(z.string()),
});

/** Whether a worker runs and letters can be expected to leave; else whether one could listen where it is set to. */
export function workerChecks(place: WorkerPlace): Check[] {
  const url = place.running?.url ?? localUrl(place);
  let asked: ReturnType<typeof askPage> | undefined;
  const ready = async () => (url === undefined ? undefined : (asked ??= askPage(`${url}/readyz`)));
  return [
    { id: 'worker', title: 'Tiến trình gửi thư', look: async () => workerVerdict(place, url, await ready()) },
    { id: 'beat', title: 'Lần lập lịch', look: () => beatVerdict(place) },
    { id: 'port', title: 'Cổng', look: async () => portVerdict(place, url, await ready()) },
  ];
}

function localUrl({ host, port }: Pick<WorkerPlace, 'host' | 'port'>): string | undefined {
  if (port === 0) return undefined;
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function isOurs(answer: PageAnswer | undefined): answer is Extract<PageAnswer, { status: number }> {
  return answer !== undefined && 'status' in answer && isReadiness(answer.text);
}

function workerVerdict(
  { running }: WorkerPlace,
  url: string | undefined,
  answer: PageAnswer | undefined,
): Verdict {
  if (isOurs(answer)) {
    const words = answer.text.split('\n')[0] ?? '';
    return answer.status === 200
      ? ok(`Đang chạy tại ${url}: ${words}.`)
      : fault(
          `Đang chạy tại ${url} nhưng thư chưa thể rời đi: ${words}.`,
          'Xem nhật ký của tiến trình và /quan-ly/he-thong.',
        );
  }
  if (running !== undefined)
    return fault('Có tiến trình giữ sổ nhưng trang web không trả lời.', 'Xem nhật ký của tiến trình đó.');
  return warning(
    `Không có tiến trình nào trả lời${url === undefined ? '' : ` tại ${url}`}.`,
    'Chạy dondoc start. Nếu hệ thống chạy trên máy khác, chạy dondoc doctor ở máy đó.',
  );
}

async function beatVerdict({ running, now }: WorkerPlace): Promise<Verdict> {
  if (running === undefined)
    return notTried('Chỉ hỏi được tiến trình giữ sổ nhúng; mục Tiến trình gửi thư nói có lập lịch không.');
  const { lastBeat, jobs, problems } = statusShape.parse(await running.ask('GET', '/status'));
  const count = Object.values(jobs).reduce((sum, number) => sum + number, 0);
  if (lastBeat === null || now().getTime() - new Date(lastBeat).getTime() > OLDEST_BEAT)
    return fault(
      `Lần lập lịch gần nhất: ${lastBeat === null ? 'chưa có' : moment(new Date(lastBeat))}.`,
      'Xem nhật ký của tiến trình, dòng "beat".',
    );
  const found = `Lần lập lịch gần nhất lúc ${moment(new Date(lastBeat))}; ${count} việc trong hàng đợi.`;
  if (problems.length === 0) return ok(found);
  return warning(
    `${found} Tệp trên đĩa có lỗi nên bản hợp lệ trước đó đang được dùng.`,
    'Chạy dondoc check và sửa.',
  );
}

async function portVerdict(
  { host, port, running }: WorkerPlace,
  url: string | undefined,
  answer: PageAnswer | undefined,
): Promise<Verdict> {
  if (port === 0) return notTried('PORT=0: mỗi lần chạy một cổng khác.');
  if (running === undefined ? isOurs(answer) : running.url === localUrl({ host, port }))
    return ok(`Tiến trình của hệ thống đang dùng ${url}.`);
  try {
    await probeAddress(host, port);
    return ok(`${host}:${port} còn trống.`);
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    return fault(error.message, 'Dừng chương trình đó, hoặc đặt PORT (hoặc HOST) khác.');
  }
}
