import type { AccountRole } from '../record/account-tables.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { AccountRefused } from './account.ts';
import { hashPassword, isPassword, makePassword, SHORTEST_PASSWORD } from './password.ts';

/** An account that is to be made; an officer and a unit's own account belong to a unit of a schedule folder. */
export interface NewAccount {
  name: string;
  role: AccountRole;
  folder?: string | undefined;
  unit?: string | undefined;
}

/** An account in a list. */
export interface ListedAccount {
  name: string;
  role: AccountRole;
  folder: string | null;
  unit: string | null;
  locked_until: Date | null;
  ended_at: Date | null;
}

const NAME = /^[a-z][a-z0-9.-]{1,39}$/;

/**
 * Makes an account, or opens one that was closed anew.
 * @returns the one-time password, which is kept nowhere. @throws AccountRefused
 */
export async function makeAccount(db: RecordDb, now: Date, by: string, account: NewAccount): Promise<string> {
  const { name, role, folder, unit } = account;
  if (!NAME.test(name))
    throw new AccountRefused('Tên tài khoản gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối.');
  const isOfUnit = role === 'officer' || role === 'unit';
  if (isOfUnit !== (folder !== undefined && unit !== undefined))
    throw new AccountRefused(
      'Tài khoản cán bộ theo dõi (officer) và tài khoản cơ quan (unit) phải thuộc một cơ quan; các vai trò khác thì không.',
    );
  const password = makePassword();
  const row = {
    ...{ role, folder: folder ?? null, unit: unit ?? null, made_at: now, one_time: true },
    ...{ failures: 0, locked_until: null, ended_at: null, password: await hashPassword(password) },
  };
  await db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('account')
      .values({ name, ...row })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet(row).where('account.ended_at', 'is not', null),
      )
      .returning('name')
      .execute();
    if (made.length === 0) throw new AccountRefused(`Đã có tài khoản “${name}”.`);
    const why = `Tạo tài khoản ${name}, vai trò ${role}${unit === undefined ? '' : `, cơ quan ${unit}`}.`;
    await appendEvents(trx, now, by, [{ what: 'account-made', why, detail: { name, role, folder, unit } }]);
  });
  return password;
}

/** The first start's admin, when no admin is there: its name and one-time password, or undefined. */
export async function makeFirstAdmin(
  db: RecordDb,
  now: Date,
): Promise<{ name: string; password: string } | undefined> {
  const admins = await db
    .selectFrom('account')
    .where('role', '=', 'admin')
    .where('ended_at', 'is', null)
    .select('name')
    .execute();
  if (admins.length > 0) return undefined;
  const name = 'quantri';
  try {
    return { name, password: await makeAccount(db, now, 'dondoc', { name, role: 'admin' }) };
  } catch (error) {
    // Another process that starts at the same moment has made it.
    if (error instanceof AccountRefused) return undefined;
    throw error;
  }
}

/** A new one-time password for an account; whoever is signed in with it is signed out. @throws AccountRefused */
export async function resetPassword(db: RecordDb, now: Date, by: string, name: string): Promise<string> {
  const password = makePassword();
  await setPassword(db, now, by, name, { password, oneTime: true });
  return password;
}

/** The owner's own new password in place of the old one. @throws AccountRefused */
export async function changePassword(
  db: RecordDb,
  now: Date,
  name: string,
  { old, fresh }: { old: string; fresh: string },
): Promise<void> {
  if (fresh.length < SHORTEST_PASSWORD)
    throw new AccountRefused(`Mật khẩu mới phải có ít nhất ${SHORTEST_PASSWORD} ký tự.`);
  if (fresh === old) throw new AccountRefused('Mật khẩu mới phải khác mật khẩu cũ.');
  const kept = await db.selectFrom('account').where('name', '=', name).select('password').executeTakeFirst();
  if (!(await isPassword(old, kept?.password))) throw new AccountRefused('Mật khẩu cũ không đúng.');
  await setPassword(db, now, name, name, { password: fresh, oneTime: false });
}

/** Closes an account and signs it out; what it did stays in the record. @throws AccountRefused */
export async function endAccount(db: RecordDb, now: Date, by: string, name: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('account')
      .set({ ended_at: now })
      .where('name', '=', name)
      .where('ended_at', 'is', null)
      .returning('name')
      .execute();
    if (ended.length === 0) throw new AccountRefused(`Không có tài khoản “${name}” đang dùng.`);
    await trx.deleteFrom('session').where('account', '=', name).execute();
    await appendEvents(trx, now, by, [
      { what: 'account-ended', why: `Đóng tài khoản ${name}.`, detail: { name } },
    ]);
  });
}

/** Every account, by name. */
export async function listAccounts(db: RecordDb): Promise<ListedAccount[]> {
  return db
    .selectFrom('account')
    .select(['name', 'role', 'folder', 'unit', 'locked_until', 'ended_at'])
    .orderBy('name')
    .execute();
}

async function setPassword(
  db: RecordDb,
  now: Date,
  by: string,
  name: string,
  { password, oneTime }: { password: string; oneTime: boolean },
): Promise<void> {
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    const set = await trx
      .updateTable('account')
      .set({ password: hash, one_time: oneTime, failures: 0, locked_until: null })
      .where('name', '=', name)
      .where('ended_at', 'is', null)
      .returning('name')
      .execute();
    if (set.length === 0) throw new AccountRefused(`Không có tài khoản “${name}” đang dùng.`);
    await trx.deleteFrom('session').where('account', '=', name).execute();
    const why = oneTime ? `Cấp mật khẩu dùng một lần cho ${name}.` : `${name} đổi mật khẩu.`;
    await appendEvents(trx, now, by, [{ what: 'password-set', why, detail: { name } }]);
  });
}
