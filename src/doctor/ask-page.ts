/** What a page answered, or in what words it did not. */
export type PageAnswer = { status: number; text: string; date: Date | undefined } | { problem: string };

const PATIENCE = 5000;
/** Nothing that is asked for here is longer. Characters. */
const LONGEST = 2000;

/** Asks for a page and follows no redirect. Never throws; the words of a failure do not name the address, which may be a secret. */
export async function askPage(url: string, method: 'GET' | 'HEAD' = 'GET'): Promise<PageAnswer> {
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'User-Agent': 'dondoc-doctor' },
    });
    const text = (await answer.text()).slice(0, LONGEST);
    const date = Date.parse(answer.headers.get('date') ?? '');
    return { status: answer.status, text, date: Number.isNaN(date) ? undefined : new Date(date) };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string; message?: string } };
    return { problem: cause?.code ?? cause?.message ?? name };
  }
}
