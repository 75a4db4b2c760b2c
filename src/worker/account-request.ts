import { z } from 'zod';
import { AccountRefused } from '../account/account.ts';
import { endAccount, listAccounts, makeAccount, resetPassword } from '../account/accounts.ts';
import { AnswerRefused } from '../answer/answer.ts';
import { moment } from '../calendar/wording.ts';
import type { Clock } from '../clock/clock.ts';
import type { RecordDb } from '../record/open-record.ts';
import { nearest } from '../schedule/nearest.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';

const words = z.string().trim().min(1).max(300);
const name = words;

/** What a person asks of accounts. */
export const accountRequests = [
  z.strictObject({
    ask: z.literal('account-add'),
    name,
    role: z.enum(['unit', 'viewer', 'officer', 'admin'], {
      error: 'phải là unit, viewer, officer hoặc admin',
    }),
    unit: words.optional(),
    by: words,
  }),
  z.strictObject({ ask: z.literal('account-list') }),
  z.strictObject({ ask: z.literal('account-password'), name, by: words }),
  z.strictObject({ ask: z.literal('account-end'), name, by: words }),
] as const;
export type AccountRequest = z.infer<(typeof accountRequests)[number]>;

export interface AccountRequestDesk {
  db: RecordDb;
  clock: Clock;
  instructions: () => { schedule: Schedule };
}

/** Carries out a request about accounts. @throws AnswerRefused with the reason in Vietnamese. */
export async function carryOutAccount(
  request: AccountRequest,
  desk: AccountRequestDesk,
): Promise<{ lines: string[]; data: unknown }> {
  try {
    return await carryOut(request, desk);
  } catch (error) {
    if (error instanceof AccountRefused) throw new AnswerRefused(error.message);
    throw error;
  }
}

async function carryOut(request: AccountRequest, { db, clock, instructions }: AccountRequestDesk) {
  if (request.ask === 'account-list') return list(db);
  const { name, by } = request;
  switch (request.ask) {
    case 'account-add': {
      const place = request.unit === undefined ? undefined : placeOf(request.unit, instructions().schedule);
      const password = await makeAccount(db, clock.now(), by, { name, role: request.role, ...place });
      return handedOut(`Đã tạo tài khoản ${name}`, name, password);
    }
    case 'account-password':
      return handedOut(
        `Đã cấp lại mật khẩu cho ${name}`,
        name,
        await resetPassword(db, clock.now(), by, name),
      );
    case 'account-end':
      await endAccount(db, clock.now(), by, name);
      return { lines: [`Đã đóng tài khoản ${name}.`], data: { name } };
  }
}

function handedOut(what: string, name: string, password: string) {
  return {
    lines: [
      `${what}; mật khẩu dùng một lần: ${password}`,
      'Mật khẩu này không được lưu lại; lần đăng nhập đầu tiên phải đổi.',
    ],
    data: { name, password },
  };
}

async function list(db: RecordDb) {
  const accounts = await listAccounts(db);
  const lines = accounts.map(({ name, role, folder, unit, locked_until, ended_at }) => {
    const of = unit === null ? '' : ` của ${folder}/${unit}`;
    const state =
      ended_at !== null
        ? `, đã đóng lúc ${moment(ended_at)}`
        : locked_until !== null
          ? `, từng bị khóa đến ${moment(locked_until)}`
          : '';
    return `${name}  ${role}${of}${state}`;
  });
  return { lines: lines.length === 0 ? ['Chưa có tài khoản nào.'] : lines, data: accounts };
}

/** The unit that `words` name, alone or as folder/unit. */
function placeOf(words: string, { folders }: Schedule): { folder: string; unit: string } {
  const ids = folders.flatMap((folder) => idsOf(folder));
  const named = ids.filter((id) => id === words || id.endsWith(`/${words}`));
  const [only] = named;
  if (named.length > 1)
    throw new AccountRefused(`Mã cơ quan “${words}” có ở nhiều nơi: ${named.join(', ')}.`);
  if (only === undefined) {
    const guess = nearest(words, [...ids, ...ids.map((id) => id.split('/').at(-1) ?? '')]);
    throw new AccountRefused(
      `Không có cơ quan mã “${words}”${guess === undefined ? '.' : ` — có phải ý bạn là “${guess}”?`}`,
    );
  }
  const [folder = '', unit = ''] = only.split('/');
  return { folder, unit };
}

function idsOf({ id, units }: ScheduleFolder): string[] {
  return [...units.keys()].map((unit) => `${id}/${unit}`);
}
