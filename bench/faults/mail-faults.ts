import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { simulated } from './live-week.ts';
import { held, sending } from './while-sending.ts';

/** Nobody listens at the mail servers for so long, from when so many letters more have come. */
export async function mailDown(bench: Bench, milliseconds: number, letters = 15): Promise<void> {
  await sending(bench, letters);
  await cutMail(bench);
  await simulated(bench, milliseconds);
  for (const way of bench.smtpWays) way.mend();
}

/** The mail servers answer so at every letter's greeting for so long; open connections end first, for a greeting comes once. */
export async function refuseGreeting(bench: Bench, code: number, milliseconds: number): Promise<void> {
  bench.trouble = (stage) => (stage === 'greeting' ? code : undefined);
  await cutMail(bench);
  for (const way of bench.smtpWays) way.mend();
  await simulated(bench, milliseconds);
  bench.trouble = () => undefined;
}

/** The mail servers refuse every mailbox so for so long, as a relay that has lost its rights, from when so many letters more have come. */
export async function refuseEverybody(
  bench: Bench,
  code: number,
  milliseconds: number,
  letters = 15,
): Promise<void> {
  await sending(bench, letters);
  bench.trouble = (stage) => (stage === 'rcpt' ? code : undefined);
  await simulated(bench, milliseconds);
  bench.trouble = () => undefined;
}

/** One mailbox in ten. */
export function isTenth(mailbox: string): boolean {
  return /@co-quan-\d*0\.example$/.test(mailbox);
}

/** Each mailbox is put off until so long after its first try of the day. */
export function greylist(bench: Bench, milliseconds: number): void {
  const first = new Map<string, number>();
  bench.trouble = (stage, to) => {
    if (stage !== 'rcpt') return undefined;
    const now = bench.now().getTime();
    const since = first.get(to) ?? now;
    first.set(to, since);
    return now - since < milliseconds ? 451 : undefined;
  };
}

/** Every fifth time that a letter comes to this stage it is cut off there. A letter's content is looked at twice: when it begins and when it has come. */
export function everyFifth(bench: Bench, stage: 'data' | 'stored'): void {
  let count = 0;
  bench.trouble = (at) => (at === stage && count++ % (stage === 'data' ? 9 : 5) === 0 ? 'cut' : undefined);
}

/** So many letters meet silence at this stage; resolves when the clients have given up on them. */
export async function hang(bench: Bench, stage: 'rcpt' | 'stored', letters: number): Promise<void> {
  let left = letters;
  let last = false;
  await held(bench, async () => {
    bench.trouble = (at) => {
      if (at !== stage || left === 0) return undefined;
      left -= 1;
      last = left === 0;
      return 'hang';
    };
    while (!last) await pause(200);
    await pause(CLIENT_PATIENCE);
  });
  bench.trouble = () => undefined;
}

/** The mailer waits a minute for an answer. */
const CLIENT_PATIENCE = 65_000;

/** Ends every connection to the mail servers. All stand still while the letters on their way are noted: at once they are cut, a worker writes them down as ended. */
async function cutMail(bench: Bench): Promise<void> {
  for (const way of bench.smtpWays) way.silence();
  await bench.noteInFlight();
  for (const way of bench.smtpWays) way.cut();
}
