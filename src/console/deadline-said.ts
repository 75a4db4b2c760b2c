import { decisionShape, type Decision, type UnitAnswer } from '../answer/answer.ts';
import type { Typed } from '../web/form-fields.ts';
import { readDecision, readDocumentNumber, readUnitAnswer, type Read } from '../web/read-answer.ts';

/** What a form on a deadline's page says: a decision, or what the unit said in a document on paper. */
export type Said =
  { as: 'decision'; decision: Decision } | { as: 'paper'; paper: string; answer: UnitAnswer };

/** Reads whichever form was sent. */
export function readSaid(typed: Typed): Read<Said> {
  if (isDecision(typed.kind)) {
    const read = readDecision(typed);
    return read.ok ? { ok: true, value: { as: 'decision', decision: read.value } } : read;
  }
  const read = readUnitAnswer(typed);
  const paper = readDocumentNumber(paperOf(typed));
  if (read.ok && paper !== undefined) return { ok: true, value: { as: 'paper', paper, answer: read.value } };
  const problems = read.ok ? {} : read.problems;
  return {
    ok: false,
    problems: paper === undefined ? { paper: paperProblem(typed), ...problems } : problems,
  };
}

/** A completion is told by the document that proves it; any other answer by the letter that brought it. */
function paperOf({ kind, document = '', paper = '' }: Typed): string {
  return kind === 'done' ? document : paper;
}

function paperProblem({ paper = '' }: Typed): string {
  return paper === '' ? 'Cần ghi số, ký hiệu văn bản.' : 'Ghi số, ký hiệu như trên văn bản, ví dụ 45/STP-VP.';
}

function isDecision(kind: string | undefined): boolean {
  return decisionShape.options.some(({ shape }) => shape.kind.value === kind);
}
