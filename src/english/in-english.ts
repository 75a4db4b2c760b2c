import { DICTIONARY } from './dictionary.ts';
import { englishPage } from './english-page.ts';
import { sentencesOf } from './sentences.ts';

const SENTENCES = sentencesOf(DICTIONARY);

/** A finished page of ours in English; what has no English stays Vietnamese. */
export function inEnglish(page: string): string {
  return englishPage(page, SENTENCES);
}
