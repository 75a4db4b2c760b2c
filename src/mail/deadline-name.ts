import { createHash } from 'node:crypto';

/** A deadline's name outside this system, the same whatever its days: its letters thread under it, and calendars know it by it. */
export function deadlineName(deadline: string, domain: string): string {
  return `han-${createHash('sha256').update(deadline).digest('hex').slice(0, 24)}@${domain}`;
}
