import { describe, expect, it } from 'vitest';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import { EXAMPLES } from '../../src/phrase/suggestion.ts';
import { REFUSED } from './refused.ts';

describe('a phrase that is ambiguous, incomplete or impossible', () => {
  it.each(REFUSED)('refuses "%s" with its reason', (phrase, reason, suggestion) => {
    const reading = readPhrase(phrase);
    if (reading.ok) throw new Error(`read as ${JSON.stringify(reading.rule)}`);
    expect(reading.error).toMatch(reason);
    expect(reading.error).toBe(reading.error.normalize('NFC'));
    if (suggestion !== undefined) expect(reading.suggestion).toBe(suggestion);
  });

  it.each(REFUSED)('suggests for "%s" a phrase that is itself understood', (phrase) => {
    const reading = readPhrase(phrase);
    expect(!reading.ok && readPhrase(reading.suggestion).ok).toBe(true);
  });

  it('offers only examples that are understood', () => {
    expect(EXAMPLES.filter((example) => !readPhrase(example).ok)).toEqual([]);
  });
});
