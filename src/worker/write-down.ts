/** Between two tries to write down what cannot be done again, in milliseconds. */
const PAUSE = 2000;

/** SQLSTATE classes of a database that is away, out of room or in another's way, and will take the same statement later. */
const PASSING = /^(08|40|53|55|57|58|XX)/;

/**
 * Writes down what has happened in the world and cannot be asked again, however long the record is away: a letter that the mail
 * server took and that the record believes unsent would go out again. `troubled` hears once of the first failure that passes.
 * @throws what the record will refuse for ever.
 */
export async function writeDown(
  write: () => Promise<void>,
  troubled: (error: Error) => void,
  pause = PAUSE,
): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await write();
    } catch (error) {
      if (!passes(error)) throw error;
      if (isFirst) troubled(error as Error);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** An error without SQLSTATE comes from the way to the database, not from the database. */
function passes(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || PASSING.test(code);
}
