import { TagToken, toValueSync, type Liquid, type Template, type Variable } from 'liquidjs';
import { nearest } from '../schedule/nearest.ts';
import type { Problem } from '../schedule/problem.ts';

/** A template file that parsed. */
export interface ParsedFile {
  name: string;
  templates: Template[];
}

/** `{% render 'file', name: … %}` or `{% layout 'file', name: … %}`; no `target` when the file's name is not a plain string. */
export interface FileUse {
  file: string;
  line: number;
  column: number;
  target: string | undefined;
  /** The names it hands over. */
  hands: string[];
}

/** Names that `for` gives inside its loop, and what Liquid knows of every list. */
const LIQUID_NAMES = ['forloop', 'index', 'index0', 'rindex', 'rindex0', 'length', 'size', 'first', 'last'];

/** All uses of other files in one file, in order. */
export function fileUses(file: ParsedFile): FileUse[] {
  return everyTemplate(file.templates).flatMap((template) => {
    const { token } = template;
    if (!(token instanceof TagToken) || (token.name !== 'render' && token.name !== 'layout')) return [];
    const [line = 1, column = 1] = token.getPosition();
    const scope = template.partialScope?.();
    const hands = [...(scope?.scope ?? [])].map((name) => (typeof name === 'string' ? name : name[0]));
    return { file: file.name, line, column, target: scope?.name, hands };
  });
}

/**
 * Every name in `file` that nothing gives: not the view (`root` names, `inner` property names), not the file itself,
 * not one of the `uses` that call it. Found without rendering, so in branches that no letter takes too.
 */
export function unknownNames(
  file: ParsedFile,
  uses: readonly FileUse[],
  view: { root: readonly string[]; inner: readonly string[] },
  liquid: Liquid,
): Problem[] {
  const { variables, globals, locals } = liquid.analyzeSync(file.templates, { partials: false });
  const handed = uses.filter(({ target }) => target === file.name).flatMap(({ hands }) => hands);
  const own = Object.keys(variables).filter((name) => !(name in globals));
  const roots = [...view.root, ...handed, ...own, ...Object.keys(locals)];
  const inner = [...view.inner, ...LIQUID_NAMES];
  return [
    ...Object.values(globals)
      .flat()
      .flatMap((variable) => unknownPart(file.name, variable, [0], roots)),
    ...Object.values(variables)
      .flat()
      .flatMap((variable) => unknownPart(file.name, variable, [...variable.segments.keys()].slice(1), inner)),
  ];
}

/** The first of the variable's parts (by position) that is a name outside `known`. */
function unknownPart(file: string, variable: Variable, parts: number[], known: readonly string[]): Problem[] {
  const { segments, location } = variable;
  for (const part of parts) {
    const name = segments[part];
    if (typeof name !== 'string' || known.includes(name)) continue;
    const guess = nearest(name, known);
    const suggestion = guess && pathOf(segments.with(part, guess));
    const message = `Mẫu thư không có giá trị nào tên “${pathOf(segments.slice(0, part + 1))}”`;
    return [{ file, line: location.row, column: location.col, message, ...(suggestion && { suggestion }) }];
  }
  return [];
}

/** As it is written: `items[0].title`. */
function pathOf(segments: Variable['segments']): string {
  return segments
    .map((segment, index) => {
      if (index === 0) return String(segment);
      return typeof segment === 'string' ? `.${segment}` : `[${String(segment)}]`;
    })
    .join('');
}

function everyTemplate(templates: readonly Template[]): Template[] {
  return templates.flatMap((template) => [template, ...everyTemplate(childrenOf(template))]);
}

/** Inside this file only: the first `false` keeps liquidjs from opening the file that a tag names. */
function childrenOf(template: Template): Template[] {
  return template.children ? toValueSync<Template[]>(template.children(false, true)) : [];
}
