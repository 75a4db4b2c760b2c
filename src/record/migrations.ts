import type { Migration, MigrationProvider } from 'kysely';
import { createTables } from './migrations/0001-first-tables.ts';
import { addAnswers } from './migrations/0002-answers-links-digests.ts';
import { addAccounts } from './migrations/0003-accounts-pauses.ts';
import { addBoardIndexes } from './migrations/0004-board-indexes.ts';
import { addDeadlinePauses } from './migrations/0005-deadline-pauses.ts';
import { addBounces } from './migrations/0006-bounces.ts';
import { addIlls } from './migrations/0007-ills.ts';
import { addBeats } from './migrations/0008-beats.ts';
import { addUnitAccounts } from './migrations/0009-unit-accounts.ts';

/** Every change of the record's tables, oldest first. A migration that has been released is never edited. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': { up: createTables },
  '0002-answers-links-digests': { up: addAnswers },
  '0003-accounts-pauses': { up: addAccounts },
  '0004-board-indexes': { up: addBoardIndexes },
  '0005-deadline-pauses': { up: addDeadlinePauses },
  '0006-bounces': { up: addBounces },
  '0007-ills': { up: addIlls },
  '0008-beats': { up: addBeats },
  '0009-unit-accounts': { up: addUnitAccounts },
};

/** The names of all of them: what else is in a record is a newer version's. */
export const knownMigrations = Object.keys(migrations);

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
