import { createHash, randomBytes } from 'node:crypto';
import { twoDigits } from '../calendar/wording.ts';
import { countFailure } from '../record/count-failure.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { ACCOUNT_COLUMNS, accountOf, AccountRefused, type Account } from './account.ts';
import { isPassword } from './password.ts';

/** A signed-in browser: who it is, and what its forms carry. */
export interface Session {
  account: Account;
  formToken: string;
}

/** A session nobody uses for this long ends; one in use ends after `LONGEST`. Milliseconds. */
const IDLE = 8 * 3_600_000;
const LONGEST = 7 * 24 * 3_600_000;
/** Wrong passwords in a row that lock an account, and for how many minutes. */
const MOST_FAILURES = 5;
const LOCK_MINUTES = 15;

/** Every refusal says the same: nobody learns which names there are. */
const REFUSED = 'Tên tài khoản hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa.';

/**
 * Signs in. Five wrong passwords in a row lock the account for fifteen minutes; while it is locked no password is right.
 * @returns what the browser's cookie is to carry. @throws AccountRefused in the same words whatever was wrong.
 */
export async function signIn(db: RecordDb, now: Date, name: string, password: string): Promise<string> {
  const kept = await db
    .selectFrom('account')
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .select(['password', 'locked_until'])
    .executeTakeFirst();
  const right = await isPassword(password, kept?.password);
  const locked = kept !== undefined && kept.locked_until !== null && kept.locked_until > now;
  if (kept === undefined || locked || !right) {
    if (kept !== undefined && !locked) await noteFailure(db, now, name);
    throw new AccountRefused(REFUSED);
  }
  await db.updateTable('account').set({ failures: 0, locked_until: null }).where('name', '=', name).execute();
  return openSession(db, now, name);
}

/** Opens a session of an account that has proved who it is, and clears away those that have run out. @returns what the cookie is to carry. */
export async function openSession(db: RecordDb, now: Date, name: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .deleteFrom('session')
    .where((where) =>
      where.or([where('seen_at', '<', before(now, IDLE)), where('made_at', '<', before(now, LONGEST))]),
    )
    .execute();
  await db
    .insertInto('session')
    .values({
      ...{ id: hashOf(token), account: name, made_at: now, seen_at: now },
      form_token: randomBytes(24).toString('base64url'),
    })
    .execute();
  return token;
}

/** The session that a cookie carries, if it still holds; using it keeps it alive. */
export async function readSession(db: RecordDb, now: Date, token: string): Promise<Session | undefined> {
  const row = await db
    .updateTable('session')
    .from('account')
    .set({ seen_at: now })
    .where('session.id', '=', hashOf(token))
    .whereRef('account.name', '=', 'session.account')
    .where('account.ended_at', 'is', null)
    .where('session.seen_at', '>=', before(now, IDLE))
    .where('session.made_at', '>=', before(now, LONGEST))
    .returning(['session.form_token', ...ACCOUNT_COLUMNS])
    .executeTakeFirst();
  return row && { account: accountOf(row), formToken: row.form_token };
}

/** Signs a browser out. */
export async function endSession(db: RecordDb, token: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', hashOf(token)).execute();
}

async function noteFailure(db: RecordDb, now: Date, name: string): Promise<void> {
  const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  await db.transaction().execute(async (trx) => {
    if (!(await countFailure(trx, name, { most: MOST_FAILURES, until }))) return;
    const why = `Tạm khóa tài khoản ${name} ${twoDigits(LOCK_MINUTES)} phút sau ${twoDigits(MOST_FAILURES)} lần sai mật khẩu.`;
    await appendEvents(trx, now, 'dondoc', [{ what: 'account-locked', why, detail: { name } }]);
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}
