import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Pair,
  type YAMLError,
} from 'yaml';
import { placesIn, type Place } from './places.ts';
import { readYamlText } from './yaml-text.ts';
import { wordYamlError } from './yaml-wording.ts';

/** Keys and list indexes from the top of a file to one of its values. */
export type ValuePath = readonly PropertyKey[];

/** The values of one YAML file, each of which can be pointed at. */
export interface LocatedYaml {
  /** Plain data: objects, arrays, strings, numbers, booleans, null. */
  value: unknown;
  valueAt(path: ValuePath): unknown;
  /** Where the value at `path` stands, or its key; where either is missing, the nearest value above it. */
  placeOf(path: ValuePath, part?: 'value' | 'key'): Place;
}

/** Why a file is not YAML that we accept; `message` is Vietnamese. */
export interface YamlFault extends Place {
  message: string;
}

const MAX_ALIASES = 50;

/** Reads one YAML 1.2 document written in UTF-8 without a byte order mark, or says everything that is wrong with it. */
export function readLocatedYaml(
  bytes: Uint8Array,
): { ok: true; yaml: LocatedYaml } | { ok: false; faults: YamlFault[] } {
  const reading = readYamlText(bytes);
  if (!reading.ok) return refused(reading.reason, reading.line);
  try {
    return parse(reading.text);
  } catch (error) {
    // What `toJS` throws for an alias bomb.
    if (error instanceof ReferenceError) return refused('dùng lại mục đã đặt tên (*) quá nhiều lần');
    throw error;
  }
}

function refused(message: string, line = 1): { ok: false; faults: YamlFault[] } {
  return { ok: false, faults: [{ line, column: 1, message }] };
}

function parse(text: string): ReturnType<typeof readLocatedYaml> {
  const placeAt = placesIn(text);
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });

  const faults = [
    ...[...withoutEchoes(document.errors), ...document.warnings].map((error) => ({
      ...placeAt(error.pos[0]),
      message: wordYamlError(error),
    })),
    ...danglingAliases(document).map((alias) => ({
      ...placeAt(alias.range?.[0] ?? 0),
      message: `không có mục nào đặt tên “&${alias.source}” ở phía trên`,
    })),
    ...mergeKeys(document).map((offset) => ({
      ...placeAt(offset),
      message: 'không dùng “<<” (gộp khóa từ mục khác); hãy ghi đủ các khóa ở mục này',
    })),
  ];
  // `%YAML 1.1` would turn `yes` into true and dates into instants.
  if (document.directives?.yaml.explicit)
    faults.push({ ...placeAt(0), message: 'không dùng dòng khai báo “%YAML”' });
  if (faults.length > 0) return { ok: false, faults };

  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  return {
    ok: true,
    yaml: {
      value,
      valueAt: (path) => path.reduce(below, value),
      placeOf: (path, part) => placeAt(offsetOf(document, path, part)),
    },
  };
}

function below(value: unknown, step: PropertyKey): unknown {
  return (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
}

/**
 * After one line at a wrong depth the parser misreads the lines that follow, and after a bracket that was left open every word to the
 * end of the file; only what it says of the first helps.
 */
function withoutEchoes(all: readonly YAMLError[]): YAMLError[] {
  const stray = 'UNEXPECTED_TOKEN';
  const errors = all.filter(({ code }, index) => code !== stray || all[index - 1]?.code !== stray);
  const slip = errors.findIndex(({ code }) => code === 'TAB_AS_INDENT' || code === 'BAD_INDENT');
  if (slip === -1) return errors;
  const echoes = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY'];
  return errors.filter(({ code }, index) => index < slip || !echoes.includes(code));
}

function danglingAliases(document: Document.Parsed): Alias.Parsed[] {
  const dangling: Alias.Parsed[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) dangling.push(alias as Alias.Parsed);
    },
  });
  return dangling;
}

/** YAML 1.1 merged what stands at `<<`; YAML 1.2 reads a key like any other. */
function mergeKeys(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_key, pair) {
      if (keyOf(pair) === '<<') offsets.push(startOf(pair) ?? 0);
    },
  });
  return offsets;
}

function offsetOf(document: Document.Parsed, path: ValuePath, part: 'value' | 'key' = 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === String(step)) : undefined;
    const below: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!pair && below === undefined) return offset;
    if (pair && part === 'key' && depth === path.length - 1) return startOf(pair.key) ?? offset;
    offset = startOf(below) ?? startOf(pair?.key) ?? offset;
    node = below;
  }
  return offset;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key);
  return (node as { range?: [number, number, number] | null } | undefined | null)?.range?.[0];
}
