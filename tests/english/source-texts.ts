import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { slot } from '../../src/english/marks.ts';

/** A text that stands in the source: a piece of page, or a string. Values put in are elements of a page, or marks of a string. */
export interface SourceText {
  place: string;
  as: 'page' | 'string';
  text: string;
  /** The class whose error it is the message of. */
  thrown?: string;
}

/** Every text of the files below a room's folder, `src/web`. */
export function sourceTexts(folder: string, isOurs: (file: string) => boolean = () => true): SourceText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && isOurs(name))
    .map((name) => join(folder, name));
  return files.sort().flatMap(textsOf);
}

function textsOf(file: string): SourceText[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: SourceText[] = [];
  const add = (node: ts.Node, as: SourceText['as'], text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const thrown = thrownBy(node);
    texts.push({ place: `${file}:${line + 1}`, as, text, ...(thrown !== undefined && { thrown }) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      add(node, 'page', pageOf(node.template));
      ts.forEachChild(node.template, (part) => ts.forEachChild(part, visitValue));
      return;
    }
    const sum = sumOf(node);
    if (sum === undefined) ts.forEachChild(node, visit);
    else {
      add(node, 'string', sum.join(''));
      visitValues(node);
    }
  };
  const visitValue = (node: ts.Node): void => {
    if (node.kind !== ts.SyntaxKind.TemplateMiddle && node.kind !== ts.SyntaxKind.TemplateTail) visit(node);
  };
  /** What stands between the parts of a sum's templates. */
  const visitValues = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) for (const span of node.templateSpans) visit(span.expression);
    else if (ts.isBinaryExpression(node)) ts.forEachChild(node, visitValues);
  };
  visit(source);
  return texts.map((each) =>
    each.as === 'string' ? { ...each, text: each.text.replace(/\s+/g, ' ').trim() } : each,
  );
}

/** The texts of a sum that is written over several lines; undefined for anything else. */
function sumOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [textOf(node)];
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [sumOf(node.left), sumOf(node.right)];
  return left && right && [...left, ...right];
}

/** A string's text, its values as marks. */
function textOf(template: ts.TemplateExpression): string {
  return pieces(template).reduce((all, part, at) => all + slot(at - 1) + part);
}

/** A template's literal parts; the values stand between them. */
function pieces(template: ts.TemplateExpression): string[] {
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

/** The page that a template makes: an element for each value among text, a number where only text can stand. */
function pageOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return pieces(template).reduce((page, part) => {
    const isInTag = page.lastIndexOf('<') > page.lastIndexOf('>');
    const isPlain = ['title', 'textarea'].some(
      (name) => page.lastIndexOf(`<${name}`) > page.lastIndexOf(`</${name}`),
    );
    return `${page}${isInTag || isPlain ? '2' : '<s></s>'}${part}`;
  });
}

function thrownBy(node: ts.Node): string | undefined {
  for (let at = node.parent; !ts.isStatement(at) && !ts.isSourceFile(at); at = at.parent)
    if (ts.isNewExpression(at) && ts.isIdentifier(at.expression)) return at.expression.text;
  return undefined;
}
