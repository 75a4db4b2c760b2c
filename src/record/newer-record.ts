import { expressionBuilder, type Expression, type Kysely, type SqlBool } from 'kysely';
import type { Database } from './database.ts';
import { knownMigrations } from './migrations.ts';

/** A newer version has changed the record's tables; this one neither reads nor writes them any more. */
export class RecordIsNewer extends Error {
  override name = 'RecordIsNewer';
  readonly migrations: string[];
  constructor(migrations: string[]) {
    super(
      `Sổ đã được một bản mới hơn của Đôn Đốc nâng cấp (${migrations.join(', ')}); bản này không dùng được nữa và không thay đổi gì. ` +
        'Đề nghị dừng bản này và chạy bản mới; muốn trở lại bản cũ thì khôi phục bản sao lưu làm trước khi nâng cấp.',
    );
    this.migrations = migrations;
  }
}

/** The migrations that the record has had and this version does not know, in order; none: the record is of this version or older. */
export async function newerMigrations(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('kysely_migration')
    .where('name', 'not in', knownMigrations)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** All migrations that the record has had, in order. */
export async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** @throws RecordIsNewer when a newer version has changed the record. */
export async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const newer = await newerMigrations(db);
  if (newer.length > 0) throw new RecordIsNewer(newer);
}

/** @throws RecordIsNewer when some of these migrations, which a record is said to have had, are not known here. */
export function refuseUnknown(migrations: readonly string[]): void {
  const newer = migrations.filter((name) => !knownMigrations.includes(name));
  if (newer.length > 0) throw new RecordIsNewer(newer);
}

/** The same as a condition within a statement: what began after the newer version's migration finds nothing to change. */
export function isNotNewer(): Expression<SqlBool> {
  const where = expressionBuilder<Database>();
  const newer = where.selectFrom('kysely_migration').where('name', 'not in', knownMigrations).select('name');
  return where.not(where.exists(newer));
}
