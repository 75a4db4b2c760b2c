import pg from 'pg';

/** Who would make the record on a server, and where; names as SQL writes them. */
export interface RightToCreate {
  role: string;
  database: string;
  /** Whether it may. */
  given: boolean;
}

/** A silent server is given up on after this time, in milliseconds. */
const PATIENCE = 5000;

/**
 * Whether the role of this address may make the record's tables, which is asked where there are none yet. The queue makes its schema even where there
 * is one, which Postgres allows to those alone who may create in the database. @throws Error when the server does not answer.
 */
export async function readRightToCreate(
  connectionString: string,
  { withQueue }: { withQueue: boolean },
): Promise<RightToCreate> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<RightToCreate>(
      `select quote_ident(current_user) as role, quote_ident(current_database()) as database,
        has_database_privilege(current_database(), 'CREATE')
          or (not $1::boolean and coalesce(has_schema_privilege(to_regnamespace('dondoc'), 'CREATE'), false)) as given`,
      [withQueue],
    );
    const [right] = rows;
    if (right === undefined) throw new Error('The server has told no rights');
    return right;
  } finally {
    await client.end();
  }
}
