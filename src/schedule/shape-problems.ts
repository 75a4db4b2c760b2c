import { z } from 'zod';
import type { ValuePath } from './located-yaml.ts';
import { nearest } from './nearest.ts';
import { problemAt, type LocatedFile, type Problem } from './problem.ts';
import { guessValue, type IdGuess } from './shape-guess.ts';
import { wordIssue } from './shape-wording.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** Everything in which `file` differs from `shape`, each at its own place. */
export function shapeProblems(
  file: LocatedFile,
  shape: z.ZodType,
  guessId: IdGuess = () => undefined,
): Problem[] {
  const result = shape.safeParse(file.yaml.value);
  if (result.success) return [];
  return result.error.issues
    .flatMap(innermost)
    .flatMap((issue) => issueProblems(file, shape, issue, guessId));
}

/** The issues of the alternative that the writer was after, instead of one issue for all alternatives. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    (branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  if (meant === undefined) return [issue];
  return meant.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function issueProblems(file: LocatedFile, shape: Schema, issue: Issue, guessId: IdGuess): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(shape, issue.path);
    return issue.keys.map((key) =>
      problemAt(file, [...issue.path, key], `không có khóa “${key}” trong mẫu`, nearest(key, known), 'key'),
    );
  }

  const value = file.yaml.valueAt(issue.path);
  return [problemAt(file, issue.path, wordIssue(issue, value), guessValue(issue, value, guessId))];
}

function keysAt(shape: Schema, path: ValuePath): string[] {
  let schema: Schema | undefined = unwrapped(shape);
  for (const step of path) {
    if (schema instanceof z.ZodUnion) schema = alternative(schema, step);
    if (schema instanceof z.ZodObject)
      schema = unwrapped((schema.shape as Record<PropertyKey, Schema>)[step]);
    else if (schema instanceof z.ZodArray) schema = unwrapped(schema.element);
    else return [];
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The alternative that can be stepped into: a list by an index, a table by a key. */
function alternative({ options }: z.ZodUnion, step: PropertyKey): Schema | undefined {
  return options.find((option) => option instanceof (typeof step === 'number' ? z.ZodArray : z.ZodObject));
}

function unwrapped(schema: Schema | undefined): Schema | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap());
  return schema;
}
