import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { KEPT_END, KEPT_START, legible, MOST_SLOTS, plain, slot, slotNumber, withoutMarks } from './marks.ts';
import { looksVietnamese, type Sentences } from './sentences.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;
type Text = Extract<Node, { data: string }>;

/** Hears of a text with letters that the dictionary does not have: elements in it as `{1}`, `{2}`. */
export type Missing = (text: string) => void;

/** Elements that stand inside a sentence; every other one begins a text of its own. */
const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'code',
    'del',
    'em',
    'i',
    'ins',
    'output',
    'q',
    's',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
  ],
  ...['time', 'u', 'input'],
]);
/** Elements that hold no others. */
const TEXT_ONLY = new Set(['option', 'title']);
const ATTRIBUTES = ['alt', 'aria-label', 'data-name', 'placeholder', 'title'];

/**
 * A finished page of ours in English. What is marked `lang="vi"` below the root stays as it is, with its attributes: it is not the
 * page's own wording. Texts without an English stay as they are and are told to `missing`.
 */
export function englishPage(page: string, sentences: Sentences, missing?: Missing): string {
  const document = parseDocument(page);
  new Translation(sentences, missing).children(document);
  return DomUtils.getOuterHTML(document, { encodeEntities: 'utf8', emptyAttrs: true });
}

class Translation {
  readonly #sentences: Sentences;
  readonly #missing: Missing | undefined;

  constructor(sentences: Sentences, missing: Missing | undefined) {
    this.#sentences = sentences;
    this.#missing = missing;
  }

  /** Translates what stands in a node, run by run of texts and inline elements. */
  children(parent: { children: Node[] }): void {
    const name = 'name' in parent ? (parent.name as string) : undefined;
    const done: Node[] = [];
    let run: Node[] = [];
    for (const node of parent.children) {
      if (isElement(node)) this.#element(node);
      if (isText(node) || (isElement(node) && INLINE.has(node.name))) {
        run.push(node);
        continue;
      }
      done.push(...this.#run(run, name), node);
      run = [];
    }
    setChildren(parent, [...done, ...this.#run(run, name)]);
    if ('name' in parent && TEXT_ONLY.has(parent.name as string))
      setChildren(parent, [textNode(textOf(parent))]);
  }

  #element(element: Element): void {
    const { attribs, name } = element;
    if (name === 'html') attribs.lang = 'en';
    else if (attribs.lang === 'vi') return;
    for (const attribute of ATTRIBUTES) {
      const words = attribs[attribute];
      if (words !== undefined) attribs[attribute] = this.#attribute(words);
    }
    this.children(element);
  }

  #attribute(words: string): string {
    const text = normal(withoutMarks(words));
    const english = this.#sentences.translate(text);
    if (english !== undefined) return plain(english);
    this.#tell(text);
    return words;
  }

  /** The run in English: as one sentence if the dictionary has it, else text by text. */
  #run(run: Node[], parent: string | undefined): Node[] {
    if (!run.some((node) => isText(node) && /\p{L}|\d/u.test(node.data))) return run;
    const elements = run.filter((node) => !isText(node));
    if (elements.length <= MOST_SLOTS) {
      const whole = this.#whole(run, elements, parent);
      if (whole !== undefined) return whole;
    }
    const texts = run.map((node) => (isText(node) ? this.#text(node) : [node]));
    if (texts.some((text) => text === undefined)) this.#tell(trimmed(marked(run))[1]);
    return texts.flatMap((text, at) => text ?? run[at] ?? []);
  }

  #whole(run: Node[], elements: Node[], parent: string | undefined): Node[] | undefined {
    const [before, sentence, after] = trimmed(marked(run));
    const english = this.#sentences.translate(sentence, parent);
    return english === undefined ? undefined : nodesOf(before + english + after, elements);
  }

  /** A text in English; undefined when it has none, and letters. */
  #text(node: Text): Node[] | undefined {
    const [before, text, after] = trimmed(withoutMarks(node.data));
    if (text === '') return [node];
    const english = this.#sentences.translate(text);
    if (english !== undefined) return nodesOf(before + english + after, []);
    return /\p{L}/u.test(text) ? undefined : [node];
  }

  #tell(text: string): void {
    if (/\p{L}/u.test(text)) this.#missing?.(legible(text));
  }
}

/** What a run says, its elements as marks. */
function marked(run: Node[]): string {
  let number = 0;
  return run
    .map((node) => (isText(node) ? withoutMarks(node.data) : slot(Math.min(number++, MOST_SLOTS - 1))))
    .join('');
}

/** A sentence as nodes: its texts, the elements at their marks, and in elements of their own the words that stay Vietnamese. */
function nodesOf(sentence: string, elements: Node[]): Node[] {
  const parts = sentence.split(/([\uFDD0-\uFDED]|\uFDEE[^\uFDEF]*\uFDEF)/);
  return parts.flatMap((part) => {
    if (part === '') return [];
    if (part.startsWith(KEPT_START))
      return keptNodes(part.replaceAll(KEPT_START, '').replaceAll(KEPT_END, ''), elements);
    const number = slotNumber(part);
    const element = number === undefined ? undefined : elements[number];
    return [element ?? textNode(part)];
  });
}

function keptNodes(words: string, elements: Node[]): Node[] {
  if (!looksVietnamese(words)) return nodesOf(words, elements);
  const span = parseDocument('<span lang="vi"></span>').children[0] as Element;
  setChildren(span, nodesOf(words, elements));
  return [span];
}

function textOf(parent: { children: Node[] }): string {
  return DomUtils.textContent(parent.children);
}

function textNode(text: string): Node {
  const node = parseDocument('.').children[0] as Text;
  node.data = text;
  return node;
}

function setChildren(parent: { children: Node[] }, children: Node[]): void {
  parent.children = children;
  for (const [at, child] of children.entries()) {
    child.parent = parent as Element;
    child.prev = children[at - 1] ?? null;
    child.next = children[at + 1] ?? null;
  }
}

/** The blanks around a text, each run of them as one, and the text. */
function trimmed(text: string): [before: string, text: string, after: string] {
  const inner = normal(text);
  return [/^\s/.test(text) ? ' ' : '', inner, inner !== '' && /\s$/.test(text) ? ' ' : ''];
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

function isText(node: Node): node is Text {
  return node.type === ElementType.ElementType.Text;
}
