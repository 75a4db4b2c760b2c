import { Document, isMap, isSeq, type Scalar } from 'yaml';

/** Characters that a reader of the file could not see, or that end a line somewhere. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u;

/** `key: value` on one line, whatever the value's text is: it is quoted where YAML would read anything else in it. */
export function yamlLine(key: string, value: unknown): string {
  if (HIDDEN.test(textsOf(value))) return `${key}: ${escaped(value)}`;
  const document = new Document<Scalar, false>({ [key]: value });
  const node: unknown = document.get(key, true);
  if (isSeq(node) || isMap(node)) node.flow = true;
  return document
    .toString({ lineWidth: 0, singleQuote: true, blockQuote: false, flowCollectionPadding: isMap(node) })
    .trimEnd();
}

/** A list of texts that would be longer on its line is written one a line. */
const LONGEST = 100;

/** `key: value` with a mapping, a list of mappings or a long list below its key, each deeper line two blanks further in. */
export function yamlLines(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isPlainMap))
    return [`${key}:`, ...value.flatMap((item) => yamlItem(item).map((line) => `  ${line}`))];
  if (isPlainMap(value))
    return [`${key}:`, ...Object.entries(value).map(([name, one]) => `  ${yamlLine(name, one)}`)];
  const line = yamlLine(key, value);
  return Array.isArray(value) && line.length > LONGEST
    ? [`${key}:`, ...value.map((one) => `  - ${yamlLine('x', one).slice('x: '.length)}`)]
    : [line];
}

/** An item of a list, one line a key, the first after its dash. */
export function yamlItem(values: Readonly<Record<string, unknown>>, indent = 2): string[] {
  return Object.entries(values).map(
    ([name, value], index) => `${(index === 0 ? '-' : ' ').padEnd(indent)}${yamlLine(name, value)}`,
  );
}

/** A mapping on one line: `{ date: 2026-01-01, kind: le }`. */
export function yamlFlow(values: Readonly<Record<string, unknown>>): string {
  return yamlLine('x', values).slice('x: '.length);
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsOf).join('');
  return isPlainMap(value) ? textsOf(Object.values(value)) : String(value);
}

/** JSON is YAML, once what JSON leaves as it is has been escaped too. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(new RegExp(HIDDEN, 'gu'), (hidden) =>
    Array.from({ length: hidden.length }, (_, unit) => unit)
      .map((unit) => `\\u${hidden.charCodeAt(unit).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
