import { describe, expect, it } from 'vitest';
import { AccountRefused } from '../../src/account/account.ts';
import {
  changePassword,
  endAccount,
  listAccounts,
  makeAccount,
  makeFirstAdmin,
  resetPassword,
} from '../../src/account/accounts.ts';
import { openSession, readSession, signIn } from '../../src/account/sessions.ts';
import { eventsOf, onEachRecord } from '../support/record.ts';

const NOW = new Date('2019-10-07T02:30:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const WRONG = 'không-phải-mật-khẩu';

onEachRecord((record) => {
  const db = () => record().db;
  const make = (name = 'can.bo') =>
    makeAccount(db(), NOW, 'test', { name, role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu' });

  describe('an account', () => {
    it('signs in with the password that was handed out, which the record does not hold', async () => {
      const password = await make();
      const token = await signIn(db(), NOW, 'can.bo', password);
      expect((await readSession(db(), NOW, token))?.account).toEqual({
        ...{ name: 'can.bo', role: 'officer', folder: 'kon-tum-2019', unit: 'so-noi-vu', oneTime: true },
      });
      const kept = JSON.stringify([
        await db().selectFrom('account').selectAll().execute(),
        await db().selectFrom('session').selectAll().execute(),
        await db().selectFrom('event').selectAll().execute(),
      ]);
      expect(kept).not.toContain(password);
      expect(kept).not.toContain(token);
    });

    it.each(['', 'A', 'Ẩn', 'có dấu', 'a b', 'a'.repeat(41), "a'--"])('is not named “%s”', async (name) => {
      await expect(make(name)).rejects.toThrow(AccountRefused);
      expect(await listAccounts(db())).toEqual([]);
    });

    it('is made once; closed, it is signed out and may be made anew', async () => {
      const token = await signIn(db(), NOW, 'can.bo', await make());
      await expect(make()).rejects.toThrow('Đã có tài khoản “can.bo”.');
      await endAccount(db(), NOW, 'test', 'can.bo');
      expect(await readSession(db(), NOW, token)).toBeUndefined();
      await expect(endAccount(db(), NOW, 'test', 'can.bo')).rejects.toThrow(AccountRefused);
      const password = await make();
      await expect(signIn(db(), NOW, 'can.bo', password)).resolves.toBeTypeOf('string');
    });

    it('of an officer belongs to a unit, others to none', async () => {
      const by = [db(), NOW, 'test'] as const;
      await expect(makeAccount(...by, { name: 'mot', role: 'officer' })).rejects.toThrow(AccountRefused);
      const place = { folder: 'kon-tum-2019', unit: 'so-noi-vu' };
      await expect(makeAccount(...by, { name: 'hai', role: 'viewer', ...place })).rejects.toThrow(
        AccountRefused,
      );
    });
  });

  describe('a password', () => {
    it('is changed by its owner, who signs in anew', async () => {
      const old = await make();
      const token = await signIn(db(), NOW, 'can.bo', old);
      const change = (given: string, fresh: string) =>
        changePassword(db(), NOW, 'can.bo', { old: given, fresh });
      await expect(change(old, 'ngắn')).rejects.toThrow('ít nhất 12 ký tự');
      await expect(change(old, old)).rejects.toThrow('phải khác');
      await expect(change(WRONG, 'một mật khẩu đủ dài')).rejects.toThrow('không đúng');
      await change(old, 'một mật khẩu đủ dài');
      expect(await readSession(db(), NOW, token)).toBeUndefined();
      await expect(signIn(db(), NOW, 'can.bo', old)).rejects.toThrow(AccountRefused);
      const decomposed = 'một mật khẩu đủ dài'.normalize('NFD');
      const again = await signIn(db(), NOW, 'can.bo', decomposed);
      expect((await readSession(db(), NOW, again))?.account.oneTime).toBe(false);
    });

    it('is handed out anew by an admin', async () => {
      await make();
      const password = await resetPassword(db(), NOW, 'test', 'can.bo');
      await expect(signIn(db(), NOW, 'can.bo', password)).resolves.toBeTypeOf('string');
      await expect(resetPassword(db(), NOW, 'test', 'ai.do')).rejects.toThrow(AccountRefused);
    });

    it('guessed five times locks the account for fifteen minutes, also against the right one', async () => {
      const password = await make();
      for (let guess = 0; guess < 4; guess++)
        await expect(signIn(db(), NOW, 'can.bo', WRONG)).rejects.toThrow(AccountRefused);
      await signIn(db(), NOW, 'can.bo', password);
      for (let guess = 0; guess < 5; guess++)
        await expect(signIn(db(), NOW, 'can.bo', WRONG)).rejects.toThrow(AccountRefused);
      await expect(signIn(db(), later(14), 'can.bo', password)).rejects.toThrow(AccountRefused);
      await expect(signIn(db(), later(16), 'can.bo', password)).resolves.toBeTypeOf('string');
      expect(await eventsOf(db(), 'account-locked')).toHaveLength(1);
    });

    it('guessed at once from many places is counted each time', async () => {
      await make();
      await Promise.allSettled(Array.from({ length: 5 }, () => signIn(db(), NOW, 'can.bo', WRONG)));
      expect(await eventsOf(db(), 'account-locked')).toHaveLength(1);
    });

    it('refused sounds the same whether or not there is such an account', async () => {
      await make();
      const words = async (name: string) =>
        (await signIn(db(), NOW, name, WRONG).catch((error: unknown) => error as Error)).toString();
      expect(await words('can.bo')).toBe(await words('ai.do'));
    });
  });

  describe('a session', () => {
    it('ends eight hours after its last use, and seven days after it began whatever the use', async () => {
      await make();
      const token = await openSession(db(), NOW, 'can.bo');
      expect(await readSession(db(), later(8 * 60 - 1), token)).toBeDefined();
      expect(await readSession(db(), later(16 * 60), token)).toBeUndefined();
      for (let hour = 14; hour < 7 * 24; hour += 7)
        expect(await readSession(db(), later(hour * 60), token), `${hour}`).toBeDefined();
      expect(await readSession(db(), later(7 * 24 * 60 + 1), token)).toBeUndefined();
    });

    it('is not another, and a made-up one is none', async () => {
      await make();
      const one = await readSession(db(), NOW, await openSession(db(), NOW, 'can.bo'));
      const two = await readSession(db(), NOW, await openSession(db(), NOW, 'can.bo'));
      expect(one?.formToken).not.toBe(two?.formToken);
      expect(await readSession(db(), NOW, 'x'.repeat(43))).toBeUndefined();
    });
  });

  it('the first start makes one admin, once', async () => {
    const made = await makeFirstAdmin(db(), NOW);
    expect(made?.name).toBe('quantri');
    expect(await makeFirstAdmin(db(), NOW)).toBeUndefined();
    const token = await signIn(db(), NOW, 'quantri', made?.password ?? '');
    expect((await readSession(db(), NOW, token))?.account.role).toBe('admin');
  });

  it('two processes that start at once make one admin', async () => {
    const made = await Promise.all([makeFirstAdmin(db(), NOW), makeFirstAdmin(db(), NOW)]);
    expect(made.filter((admin) => admin !== undefined)).toHaveLength(1);
    expect(await listAccounts(db())).toHaveLength(1);
  });
});
