import { startSmtpSink, type SinkLetter, type Stage, type Trouble } from '../../tests/support/smtp-sink.ts';
import { openProxy, type CutProxy } from './cut-proxy.ts';
import { letterOf } from './ledger.ts';

/** A mail server that keeps what it is handed, and the way to it. */
export interface MailServer {
  letters: SinkLetter[];
  way: CutProxy;
  close(): Promise<void>;
}

/** Starts one. `trouble`: what it does instead of going on; `onDoubt` hears of letters that it keeps without having said so. */
export async function startMailServer(
  trouble: (stage: Stage, recipient: string) => Trouble | undefined,
  onDoubt: (letter: string) => void,
): Promise<MailServer> {
  const sink = await startSmtpSink();
  sink.trouble = (stage, recipient) => {
    const met = trouble(stage, recipient);
    const kept = sink.letters.at(-1);
    if (stage === 'stored' && met !== undefined && kept !== undefined) onDoubt(letterOf(kept.messageId));
    return met;
  };
  const way = await openProxy(sink.url);
  return {
    ...{ letters: sink.letters, way },
    async close() {
      await way.close();
      await sink.close();
    },
  };
}
