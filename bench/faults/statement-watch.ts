import type { Watch } from './cut-proxy.ts';

/** The steps of a letter's life that can be seen between a worker and its Postgres. */
export type Step = 'before-claim' | 'after-claim' | 'before-sent' | 'after-sent';

const CLAIM = 'update "dondoc"."letter" set "status" = $1, "attempts"';
const SETTLE = 'update "dondoc"."letter" set "status" = $1, "response"';
const COMMITTED = Buffer.from('COMMIT\0');

/**
 * Watches one Postgres connection and tells of each step at the instant when nothing of it has gone further: `before-…` before the statement
 * reaches the server, `after-…` when the server has committed and before the client hears of it.
 */
export function watchStatements(onStep: (step: Step) => void): Watch {
  const statements = new Frames();
  let pending: Step | undefined;
  return {
    up(chunk) {
      for (const text of statements.add(chunk)) {
        if (text.startsWith(CLAIM)) {
          onStep('before-claim');
          pending = 'after-claim';
        } else if (text.startsWith(SETTLE)) {
          onStep('before-sent');
          pending = 'after-sent';
        } else if (text.startsWith('rollback')) pending = undefined;
      }
    },
    down(chunk) {
      if (pending === undefined || !chunk.includes(COMMITTED)) return;
      onStep(pending);
      pending = undefined;
    },
  };
}

/** The texts of the Parse and Query messages in what a client says (PostgreSQL documentation, 54.7). */
class Frames {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  add(chunk: Buffer): string[] {
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const texts: string[] = [];
    for (;;) {
      // The first message has no type.
      const head = this.#started ? 1 : 0;
      if (rest.length < head + 4) break;
      const length = rest.readInt32BE(head) + head;
      if (rest.length < length) break;
      const type = this.#started ? String.fromCharCode(rest[0] ?? 0) : '';
      const body = rest.subarray(head + 4, length);
      if (type === 'Q') texts.push(body.toString('latin1', 0, body.length - 1));
      if (type === 'P') texts.push(body.toString('latin1', body.indexOf(0) + 1));
      this.#started = true;
      rest = rest.subarray(length);
    }
    this.#rest = Buffer.from(rest);
    return texts;
  }
}
