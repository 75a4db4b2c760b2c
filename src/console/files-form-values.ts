import type { ConsoleContext } from './console-env.ts';

/** What a form holds: every value of every field, as typed. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** Reads the form in the request's body; files count as nothing. */
export async function readValues(c: ConsoleContext): Promise<FormValues> {
  const body = await c.req.parseBody({ all: true });
  return new Map(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  );
}

/** The values of a file's entry as a form shows them. */
export function valuesOf(entry: Readonly<Record<string, unknown>>): FormValues {
  const shown = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(shown);
    return typeof value === 'string' || typeof value === 'number' || value === true ? [String(value)] : [];
  };
  return new Map(Object.entries(entry).map(([name, value]) => [name, shown(value)]));
}

/** The first value of a field, without blanks around it; empty when there is none. */
export function textOf(values: FormValues, name: string): string {
  return values.get(name)?.[0]?.trim() ?? '';
}
