import { hasMet, holds, type Result } from './run-row.ts';

const NAMES = { postgres: 'Postgres', redis: 'Redis', embedded: 'embedded' };

/** The results as a table in Markdown. */
export function table(results: Result[]): string {
  const head = [
    ...[
      'fault',
      'queue on',
      'workers killed',
      'due',
      'delivered',
      'overtaken',
      'refused or given up',
      'lost',
    ],
    ...['repeated / in flight', 'caught up after (simulated; real)', 'who was told, or could have known'],
  ];
  return [head, head.map(() => '---'), ...results.map(cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** One row in a line, for who watches the bench at work. */
export function line(result: Result): string {
  const { tally, lived } = result;
  const broken = {
    lost: tally.lost,
    unexplained: tally.unexplained,
    twice: tally.twice,
    untold: tally.untold,
  };
  const faults = Object.entries(broken).flatMap(([name, list]) =>
    list.length === 0 ? [] : [`${name} ${list.length}: ${list.slice(0, 3).join(', ')}`],
  );
  if (lived.unfinished.length > 0) faults.push(`unfinished on ${lived.unfinished.join(', ')}`);
  if (!hasMet(result)) faults.push('the fault met nothing');
  const verdict = holds(result) ? 'holds' : `BROKEN (${faults.join('; ')})`;
  return `${result.row.id}, ${result.backend}: ${cells(result).slice(2).join(' | ')}; ${Math.round(result.took / 1000)} s; ${verdict}`;
}

function cells({ row, backend, tally, lived, inFlight, kills, told }: Result): string[] {
  const { simulated, real } = lived.catchUp;
  return [
    row.does,
    NAMES[backend],
    String(kills),
    String(tally.due),
    String(tally.delivered),
    String(tally.overtaken),
    String(tally.refused + tally.failed),
    String(tally.lost.length),
    `${tally.repeated} / ${inFlight}`,
    row.act === undefined ? '' : `${duration(simulated)}; ${duration(real)}`,
    told === '' ? (row.id === 'none' ? '' : 'nobody') : told,
  ];
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
