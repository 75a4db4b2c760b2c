import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '../../src/schedule/json-schema.ts';

const ROOT = join(import.meta.dirname, '../../schedules');
const SCHEMAS = join(ROOT, 'schema');

/** The shipped files and the valid test files, with the schema that each is written to. */
const FILES = [ROOT, join(import.meta.dirname, 'valid')].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, string] => [join(root, name), schemaFor(name)]),
);

describe('the JSON Schemas', () => {
  it.each([...jsonSchemas().keys()])(
    '%s is the one in schedules/schema (else run "dondoc schema")',
    (name) => {
      const committed: unknown = JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'));
      expect(committed).toEqual(JSON.parse(jsonSchemas().get(name) ?? ''));
    },
  );

  it.each(FILES)('accept %s', (path, schema) => {
    const text = jsonSchemas().get(schema) ?? '';
    const shape = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
    const result = shape.safeParse(parse(readFileSync(path, 'utf8')));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it('refuse a key that the shapes do not know', () => {
    const shape = z.fromJSONSchema(
      JSON.parse(jsonSchemas().get('ladders.schema.json') ?? '') as Parameters<typeof z.fromJSONSchema>[0],
    );
    const rung = { when: 'ngày đến hạn', to: ['office'] };
    const file = (extra: object) => ({ ladders: [{ id: 'a', name: 'A', rungs: [{ ...rung, ...extra }] }] });
    expect(shape.safeParse(file({})).success).toBe(true);
    expect(shape.safeParse(file({ too: [] })).success).toBe(false);
  });

  it('explain every key in Vietnamese, for the editor to show', () => {
    for (const text of jsonSchemas().values())
      for (const [key, entry] of propertiesOf(JSON.parse(text)))
        expect(entry, key).toHaveProperty('description');
  });
});

function schemaFor(name: string): string {
  if (/\d{4}\.yaml$/.test(name)) return 'calendar.schema.json';
  return `${/(units|ladders|plan)[^/]*\.yaml$/.exec(name)?.[1] ?? ''}.schema.json`;
}

function propertiesOf(schema: unknown): [string, unknown][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  const inner = [...Object.values(properties), ...Object.values<unknown>(rest)];
  return [...Object.entries(properties), ...inner.flatMap(propertiesOf)];
}
