import { z } from 'zod';
import { lockOwner } from '../record/folder-lock.ts';
import { Refusal } from './context.ts';

const REFUSED = 409;
const refusalShape = z.object({ error: z.string() });

/** Asks the process that holds the embedded record, when there is one. */
export interface RunningInstance {
  /** @throws Refusal with the process's own reason when it refuses the request. */
  ask(method: 'GET' | 'POST', path: string, request?: object): Promise<unknown>;
  /** The same for an answer that is a file. */
  fetch(method: 'GET' | 'POST', path: string): Promise<Uint8Array>;
}

/**
 * The living process that holds the embedded record in `folder`, or undefined when the folder is free.
 * @throws Refusal when it holds the folder but answers nobody (a replay, or a worker still starting).
 */
export async function runningInstance(folder: string): Promise<RunningInstance | undefined> {
  const owner = await lockOwner(folder);
  if (owner === undefined) return undefined;
  const { control, token, pid } = owner;
  if (control === undefined)
    throw new Refusal(
      `Tiến trình ${pid} đang dùng thư mục ${folder} nhưng chưa trả lời; thử lại sau giây lát.`,
    );
  const answer = async (method: string, path: string, request?: object): Promise<Response> => {
    const response = await fetch(`${control}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(request !== undefined && { body: JSON.stringify(request) }),
    });
    if (response.status === REFUSED) throw new Refusal(refusalShape.parse(await response.json()).error);
    if (!response.ok)
      throw new Refusal(`Tiến trình ${pid} trả lời lỗi ${response.status}; xem nhật ký của tiến trình đó.`);
    return response;
  };
  return {
    ask: async (method, path, request) => (await answer(method, path, request)).json(),
    fetch: async (method, path) => new Uint8Array(await (await answer(method, path)).arrayBuffer()),
  };
}
