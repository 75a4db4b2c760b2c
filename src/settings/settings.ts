import { z } from 'zod';

const shape = z.object({
  /** Postgres server of the record; absent: the embedded record in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Redis server of the queue; absent: the queue lives in the record's Postgres. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Mail server; absent: the built-in mailbox receives everything. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8019),
  SCHEDULES: z.string().min(1).default('schedules'),
  TEMPLATES: z.string().min(1).default('templates'),
});

export type Settings = z.infer<typeof shape>;
