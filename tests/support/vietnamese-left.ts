import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { looksVietnamese } from '../../src/english/sentences.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

const ATTRIBUTES = ['alt', 'aria-label', 'data-name', 'placeholder', 'title'];

/**
 * What is Vietnamese on an English page and is not marked as such: texts outside `lang="vi"`, and attributes, titles and options with more
 * Vietnamese in them than the marked words of the same page.
 */
export function vietnameseLeft(page: string): string[] {
  const document = parseDocument(page);
  const marked = [...new Set(markedTexts(document.children))].sort((a, b) => b.length - a.length);
  const rest = (words: string) => marked.reduce((left, known) => left.replaceAll(known, ''), normal(words));
  const found: string[] = [];
  const look = (node: Node, isPlain: boolean): void => {
    if (node.type === ElementType.ElementType.Text) {
      const words = normal((node as { data: string }).data);
      if (looksVietnamese(isPlain ? rest(words) : words)) found.push(words);
    }
    if (!('attribs' in node)) return;
    if (node.attribs.lang === 'vi') return;
    for (const name of ATTRIBUTES) {
      const words = node.attribs[name];
      if (words !== undefined && looksVietnamese(rest(words))) found.push(`${name}: ${words}`);
    }
    for (const child of node.children) look(child, node.name === 'title' || node.name === 'option');
  };
  for (const node of document.children) look(node, false);
  return [...new Set(found)];
}

function markedTexts(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!('attribs' in node)) return [];
    if (node.attribs.lang !== 'vi') return markedTexts(node.children);
    return [
      normal(DomUtils.textContent(node)),
      ...node.children.map((child) => normal(DomUtils.textContent(child))),
    ].filter((words) => words !== '');
  });
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
