import { sql, type RawBuilder } from 'kysely';

/** Whether `column` names one of `rows`: one parameter however many they are, since a statement takes at most 65,535. */
export function isAmong(column: 'id' | 'letter' | 'notice', rows: { id: string }[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${rows.map(({ id }) => id)}::text[])`;
}
