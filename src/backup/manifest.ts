import { z } from 'zod';

/** The archive's own form; a change that older versions cannot read makes it 2. */
export const ARCHIVE_VERSION = 1;

const fileShape = z.strictObject({
  bytes: z.number().int().nonnegative(),
  /** Of the content, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestShape = z.strictObject({
  product: z.literal('dondoc'),
  archive: z.number().int().positive(),
  /** The version of Đôn Đốc that made it. */
  version: z.string(),
  /** When, as an ISO instant. */
  at: z.iso.datetime(),
  /** The changes that the record's tables had had. */
  migrations: z.array(z.string()),
  /** Everything in the archive by its name there. */
  files: z.record(z.string(), fileShape),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifestShape>;
