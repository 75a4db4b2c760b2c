import { sql, type Kysely } from 'kysely';

/** A unit that leads duties may have an account: it belongs to its unit, as an officer does to the one that it follows up for. */
export async function addUnitAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').dropConstraint('account_role_check').execute();
  await db.schema.alterTable('account').dropConstraint('officer_has_unit').execute();
  await db.schema
    .alterTable('account')
    .addCheckConstraint('account_role', sql`role in ('unit', 'viewer', 'officer', 'admin')`)
    .execute();
  await db.schema
    .alterTable('account')
    .addCheckConstraint(
      'account_has_unit',
      sql`(role in ('unit', 'officer')) = (folder is not null and unit is not null)`,
    )
    .execute();
}
