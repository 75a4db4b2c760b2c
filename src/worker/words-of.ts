/** What a failure says of itself. A name with several addresses fails with one error for each, whose own words are empty. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
