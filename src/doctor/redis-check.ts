import { inspectRedis } from '../queue/inspect-redis.ts';
import { fault, notTried, ok, warning, type Check, type Verdict } from './verdict.ts';

/** Whether the queue's Redis answers and keeps what it is given. */
export function redisCheck(redisUrl: string | undefined): Check {
  return { id: 'redis', title: 'Redis', look: () => verdict(redisUrl) };
}

async function verdict(redisUrl: string | undefined): Promise<Verdict> {
  if (redisUrl === undefined) return notTried('Không dùng Redis: hàng đợi nằm cùng sổ.');
  const facts = await inspectRedis(redisUrl).catch((error: Error) => error);
  if (facts instanceof Error)
    return fault(
      `Redis tại ${new URL(redisUrl).host} không trả lời: ${facts.message}`,
      'Xem Redis có chạy không và REDIS_URL có đúng máy chủ, cổng, mật khẩu không.',
    );
  const { version, evicts, memoryLimit, appendOnly } = facts;
  const found = `Redis ${version}: maxmemory-policy ${evicts}, ${appendOnly ? 'có' : 'không'} ghi AOF.`;
  if (evicts !== 'noeviction')
    return (memoryLimit > 0 ? fault : warning)(
      found,
      'Đặt maxmemory-policy noeviction: hàng đợi (BullMQ) hỏng nếu Redis tự bỏ khóa khi hết bộ nhớ.',
    );
  if (!appendOnly)
    return warning(
      found,
      'Nên đặt appendonly yes; nếu không, Redis khởi động lại thì hàng đợi trống cho tới lần lập lịch kế tiếp (5 phút).',
    );
  return ok(found);
}
