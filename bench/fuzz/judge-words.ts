import { BadCase } from './family.ts';

/** Whether words for a person can be read: there are some, on one line, not endless, nothing hidden in them. @throws BadCase */
export function judgeWords(words: string, input: Uint8Array | string, longest: number): void {
  const told = `${words.slice(0, longest)}…`;
  if (words.trim() === '' || words.length > longest) throw new BadCase(`No message to read: ${told}`, input);
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(words))
    throw new BadCase(`Hidden characters in a message: ${told}`, input);
}
