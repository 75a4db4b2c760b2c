import type { FolderDraft } from './draft.ts';

/** A `confirm` of a duty: something that somebody must still be asked. */
export interface OpenQuestion {
  file: string;
  line: number;
  /** The duty's id. */
  id: string;
  question: string;
}

/** The questions of all duties, in the order of the files. */
export function openQuestions(folders: readonly FolderDraft[]): OpenQuestion[] {
  const obligations = folders.flatMap(({ plans }) => plans.flatMap((plan) => plan.obligations));
  return obligations.flatMap(({ value: { id, confirm }, file, path }) => {
    if (confirm === undefined) return [];
    const { line } = file.yaml.placeOf([...path, 'confirm']);
    return [{ file: file.name, line, id, question: confirm }];
  });
}
