import { failureWords } from './failure-words.ts';
import type { Check, Finding, Verdict } from './verdict.ts';

/** Looks at one thing after the other: what keeps this process busy must not make a server look silent. `secrets` are blotted out wherever a library names them. */
export async function examine(checks: readonly Check[], secrets: readonly string[]): Promise<Finding[]> {
  const clean = (text: string) =>
    oneLine(secrets.reduce((left, secret) => left.replaceAll(secret, '…'), text));
  const findings: Finding[] = [];
  for (const { id, title, look } of checks) {
    const { state, found, advice } = await verdictOf(look);
    findings.push({
      id,
      title,
      state,
      found: clean(found),
      ...(advice !== undefined && { advice: clean(advice) }),
    });
  }
  return findings;
}

/** Words of servers and of DNS may hold anything. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

async function verdictOf(look: Check['look']): Promise<Verdict> {
  try {
    return await look();
  } catch (error) {
    return {
      state: 'fault',
      found: `Không kiểm tra được: ${failureWords(error)}`,
      advice: 'Sửa điều vừa nêu rồi chạy lại dondoc doctor.',
    };
  }
}
