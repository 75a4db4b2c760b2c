import { Document, isSeq, type Scalar } from 'yaml';

/** Characters that a reader of the file could not see, or that end a line somewhere. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u;

/** `key: value` on one line, whatever the value's text is: it is quoted where YAML would read anything else in it. */
export function yamlLine(key: string, value: unknown): string {
  if (HIDDEN.test(Array.isArray(value) ? value.join('') : String(value))) return `${key}: ${escaped(value)}`;
  const document = new Document<Scalar, false>({ [key]: value });
  const node: unknown = document.get(key, true);
  if (isSeq(node)) node.flow = true;
  return document
    .toString({ lineWidth: 0, singleQuote: true, blockQuote: false, flowCollectionPadding: false })
    .trimEnd();
}

/** JSON is YAML, once what JSON leaves as it is has been escaped too. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(new RegExp(HIDDEN, 'gu'), (hidden) =>
    Array.from({ length: hidden.length }, (_, unit) => unit)
      .map((unit) => `\\u${hidden.charCodeAt(unit).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
