import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { Coverage } from '../../src/report/coverage.ts';
import { dayToJudge } from '../../src/watch/coverage-ills.ts';
import { findIlls } from '../../src/watch/find-ills.ts';
import { reasonForSilence } from '../../src/watch/silence.ts';
import type { Signs } from '../../src/watch/signs.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
const NOW = instantAt('2019-10-08', '10:00');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const WELL = { failures: 0, words: '' };
const failed = (failures: number) => ({ failures, words: 'ECONNREFUSED' });

const CALM: Signs = {
  now: NOW,
  ...{ beat: WELL, queue: WELL, mail: WELL, files: { problems: [], since: null } },
  distress: {
    begun: instantAt('2019-10-07', '16:59'),
    oldestDue: null,
    pause: undefined,
    undelivered: 0,
    unwritten: [],
    unheard: [],
  },
  coverage: covered('said'),
};

function covered(outcome: Coverage['items'][number]['outcome']): Coverage {
  const counts = { said: 0, late: 0, silent: 0, undelivered: 0, waiting: 0, missed: 0, [outcome]: 1 };
  const id = 'p/A04/so-tu-phap/2019-10-14#T-5@office';
  return {
    ...{ day: '2019-10-07', full: outcome !== 'missed', counts },
    items: [{ id, folder: 'f', deadline: 'p/A04/so-tu-phap/2019-10-14', outcome, words: 'vì sao' }],
  };
}

const distress = (some: Partial<Signs['distress']>) => ({ distress: { ...CALM.distress, ...some } });
const pausedFor = (minutes: number) => ({ since: ago(minutes), by: 'quan.tri', why: 'chuyển máy' });

describe('what is not well', () => {
  it.each<[string, Partial<Signs>, ids: string[], silent: boolean]>([
    ['nothing', {}, [], false],
    ['one failed beat', { beat: failed(1) }, [], true],
    ['three failed beats', { beat: failed(3) }, ['beat-failing'], true],
    ['a queue that fails to answer once', { queue: failed(1) }, [], true],
    ['a queue that is away', { queue: failed(2) }, ['queue-away'], true],
    ['a mail server that is away', { mail: failed(2) }, ['mail-away'], true],
    ['files just saved half-way', { files: { problems: ['x'], since: ago(29) } }, [], false],
    ['files faulty for long', { files: { problems: ['x'], since: ago(30) } }, ['files-faulty'], false],
    ['a letter 59 minutes late', distress({ oldestDue: ago(59) }), [], false],
    ['a letter an hour late', distress({ oldestDue: ago(60) }), ['letters-late'], true],
    [
      'a pause, and a letter that waits for its end',
      distress({ oldestDue: ago(90), pause: pausedFor(90) }),
      [],
      false,
    ],
    ['a pause of a day', distress({ pause: pausedFor(1440) }), ['sending-paused'], true],
    ['an ill that no admin could be told of', distress({ unheard: ['mail-away'] }), [], true],
    ['single refused letters', distress({ undelivered: 4 }), [], false],
    ['many refused letters', distress({ undelivered: 5 }), ['letters-undelivered'], false],
    [
      'a template that throws',
      distress({ unwritten: [{ kind: 'today', letters: ['thu-1'], words: 'undefined variable' }] }),
      ['letters-unwritten:today'],
      false,
    ],
    ['a day on which something was missed', { coverage: covered('missed') }, ['coverage:2019-10-07/f'], true],
    ['a day that left something waiting', { coverage: covered('waiting') }, ['coverage:2019-10-07/f'], true],
    [
      'a day that was over when the record was begun',
      { coverage: covered('waiting'), ...distress({ begun: instantAt('2019-10-07', '17:00') }) },
      [],
      false,
    ],
    ['a refused mailbox', { coverage: covered('undelivered') }, ['coverage:2019-10-07/f'], false],
    ['what was said late', { coverage: covered('late') }, [], false],
    ['what had a reason not to be said', { coverage: covered('silent') }, [], false],
  ])('%s', (_, some, ids, silent) => {
    const signs = { ...CALM, ...some };
    const found = findIlls(signs, SCHEDULE);
    expect(found.map(({ id }) => id)).toEqual(ids);
    for (const { sentence, deed, page } of found) expect([sentence, deed, page]).not.toContain('');
    expect(reasonForSilence(signs, SCHEDULE) !== undefined).toBe(silent);
  });

  it('judges a day a quarter of an hour after its sending hours', () => {
    const until = SCHEDULE.folders[0]?.sending.until ?? '';
    const after = (minutes: number) =>
      dayToJudge(new Date(instantAt('2019-10-08', until).getTime() + minutes * 60_000), SCHEDULE);
    expect(after(14)).toBe('2019-10-07');
    expect(after(15)).toBe('2019-10-08');
  });
});
