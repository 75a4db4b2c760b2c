import type { RecordDb } from '../../src/record/open-record.ts';

/** How those who run the system could learn of a fault while it lasted, by what they can watch today. */
export class Told {
  /** Subjects of log lines at warn or error, and how many. */
  readonly lines = new Map<string, number>();
  /** A live worker's /readyz would have said 503, or a worker was not there to answer. */
  notReady = false;
  /** A worker process ended unasked, which a service manager sees. */
  deaths = 0;
  /** The longest that /metrics said a letter waited past its hour, in simulated seconds. */
  oldestDue = 0;
  /** What /metrics said of letters that were put off or ended without being sent. */
  readonly letters = new Map<string, number>();

  hear(subject: string, words: string): void {
    // Beats that are missed because the bench lets hours pass at once are no sign of a fault.
    if (words.includes('missed execution')) return;
    this.lines.set(subject, (this.lines.get(subject) ?? 0) + 1);
    if (process.argv.includes('--verbose')) console.error(`    ${subject}: ${words}`);
  }

  readMetrics(text: string): void {
    const oldest = Number(/^dondoc_oldest_due_letter_seconds (\S+)$/m.exec(text)?.[1] ?? 0);
    this.oldestDue = Math.max(this.oldestDue, oldest);
    for (const [, status = '', count] of text.matchAll(/^dondoc_letters\{status="(\w+)"\} (\d+)$/gm))
      if (['retrying', 'refused', 'failed'].includes(status))
        this.letters.set(status, Math.max(this.letters.get(status) ?? 0, Number(count)));
  }

  /** What the admin was told by letter, as the record has it: ids of ills. Only when such a letter reached the mail server. */
  readonly ills = new Set<string>();

  /** Reads which ills were told, after the week. */
  async readIlls(db: RecordDb, adminLetters: number): Promise<void> {
    if (adminLetters === 0) return;
    const ills = await db
      .selectFrom('ill')
      .where('told_at', 'is not', null)
      .select('id')
      .orderBy('number')
      .execute();
    for (const { id } of ills) this.ills.add(id);
  }

  /** In words for the table; empty when nobody could have noticed. */
  words(): string {
    const lines = [...this.lines].map(([subject, count]) => `“${subject}” ×${count}`);
    const told = [
      ...(this.ills.size > 0 ? [`letter to the admin: ${[...this.ills].join(', ')}`] : []),
      ...(this.deaths > 0 ? [`process ended ×${this.deaths}`] : []),
      ...(lines.length > 0 ? [`log: ${lines.join(', ')}`] : []),
      ...(this.notReady ? ['/readyz: 503'] : []),
      ...[...this.letters].map(([status, count]) => `/metrics: ${count} ${status}`),
      ...(this.oldestDue > LATE ? [`/metrics: oldest due ${Math.round(this.oldestDue / 60)} min`] : []),
    ];
    return told.join('; ');
  }
}

/** A letter that waits longer than two beats past its hour is worth a look; seconds. */
const LATE = 600;
