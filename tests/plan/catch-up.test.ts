import { describe, expect, it } from 'vitest';
import { daysFrom } from '../../src/calendar/dates.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { live, running, type Life } from './live.ts';

const LADDER = {
  '-15': 'office',
  '-7': 'office',
  '-3': 'office head',
  '-1': 'office',
  '0': 'office',
  '1': 'office head',
};

const ONE_DUTY = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')], ladder: LADDER });

const told = ({ said }: Life) =>
  said.map(({ day, rung, addressee, kind }) => `${day} ${rung} ${addressee} ${kind}`);
const rungs = (life: Life) => life.skipped.map(({ rung, addressee }) => `${rung} ${addressee}`);

describe('a plan watched without a break', () => {
  it('says every rung on its day and skips nothing', () => {
    const life = live(ONE_DUTY, running(daysFrom('2019-09-01', '2019-11-30')));
    expect(told(life)).toEqual([
      '2019-09-23 T-15 office upcoming',
      '2019-10-03 T-7 office upcoming',
      '2019-10-09 T-3 head upcoming',
      '2019-10-09 T-3 office upcoming',
      '2019-10-11 T-1 office upcoming',
      '2019-10-14 T0 office today',
      '2019-10-15 T+1 head overdue',
      '2019-10-15 T+1 office overdue',
    ]);
    expect(life.skipped).toEqual([]);
  });
});

describe('the first start in the middle of a plan', () => {
  it('says late only the last rung that was missed, once to each addressee', () => {
    const life = live(ONE_DUTY, running(daysFrom('2019-10-10', '2019-10-31')));
    expect(told(life).slice(0, 3)).toEqual([
      '2019-10-10 T-3 head upcoming',
      '2019-10-10 T-3 office upcoming',
      '2019-10-11 T-1 office upcoming',
    ]);
    expect(life.skipped.map(({ reason }) => reason)).toEqual([
      'Lần nhắc T-15 (23/09/2019) được thay bằng lần nhắc T-3 đến sau.',
      'Lần nhắc T-7 (03/10/2019) được thay bằng lần nhắc T-3 đến sau.',
    ]);
    expect(life.said[0]?.reason).toContain('nay gửi bù');
  });

  it('on the due day says what is missing as due today', () => {
    const schedule = scheduleOf({
      duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
      ladder: { '-3': 'office' },
    });
    expect(told(live(schedule, running(['2019-10-14'])))).toEqual(['2019-10-14 T-3 office today']);
  });

  it('leaves alone what was due long before', () => {
    expect(live(ONE_DUTY, running(daysFrom('2020-02-03', '2020-02-14')))).toEqual({
      letters: [],
      said: [],
      skipped: [],
    });
  });
});

describe('an outage of a week', () => {
  const life = live(
    ONE_DUTY,
    running([...daysFrom('2019-09-01', '2019-10-08'), ...daysFrom('2019-10-16', '2019-10-31')]),
  );

  it('ends with one late letter to each mailbox', () => {
    expect(
      life.letters.filter(({ day }) => day > '2019-10-08').map(({ day, mailbox }) => [day, mailbox]),
    ).toEqual([
      ['2019-10-16', 'lanhdao@so-tu-phap.example'],
      ['2019-10-16', 'vanthu@so-tu-phap.example'],
    ]);
    expect(told(life).slice(-2)).toEqual(['2019-10-16 T+1 head overdue', '2019-10-16 T+1 office overdue']);
  });

  it('skips what the late letter overtakes, and says so', () => {
    expect(rungs(life)).toEqual(['T-3 office', 'T-3 head', 'T-1 office', 'T0 office']);
    expect(life.skipped.map(({ reason }) => reason)).toEqual(
      ['T-3 (09/10/2019)', 'T-3 (09/10/2019)', 'T-1 (11/10/2019)', 'T0 (14/10/2019)'].map(
        (rung) => `Lần nhắc ${rung} được thay bằng lần nhắc T+1 đến sau.`,
      ),
    );
  });
});

describe('an outage of half a year', () => {
  const units = ['so-a', 'so-b', 'so-c'];
  const schedule = scheduleOf({ duties: [duty('BC', 'hằng tháng', units)], ladder: LADDER });
  const life = live(
    schedule,
    running([...daysFrom('2019-06-17', '2019-07-05'), ...daysFrom('2020-01-06', '2020-01-10')]),
  );
  const of = (period: string) => ({
    said: life.said.filter(({ deadline }) => deadline.endsWith(period)),
    skipped: life.skipped.filter(({ deadline }) => deadline.endsWith(period)),
  });

  it('ends without a burst: one letter of each kind to each mailbox', () => {
    const after = life.letters.filter(({ day }) => day === '2020-01-06');
    expect(after.map(({ mailbox, kind }) => `${mailbox} ${kind}`)).toEqual(
      units
        .map((name) => `lanhdao@${name}.example overdue`)
        .concat(
          units.flatMap((name) => [`vanthu@${name}.example overdue`, `vanthu@${name}.example upcoming`]),
        ),
    );
  });

  it('says late what fell due shortly before its end', () => {
    expect(
      of('2019-12')
        .said.map(({ rung, addressee }) => `${rung} ${addressee}`)
        .sort(),
    ).toEqual([...Array<string>(3).fill('T+1 head'), ...Array<string>(3).fill('T+1 office')]);
  });

  it.each(['2019-07', '2019-08', '2019-09', '2019-10', '2019-11'])(
    'accounts for every notice of %s, though nobody ever planned it',
    (period) => {
      const { said, skipped } = of(period);
      expect(said).toEqual([]);
      expect(skipped).toHaveLength(units.length * 8);
      expect(skipped.filter(({ reason }) => reason === '')).toEqual([]);
    },
  );

  it('tells those that came too late from those that were overtaken', () => {
    const reasons = of('2019-10').skipped.filter(({ deadline }) => deadline.includes('so-b'));
    expect(reasons.map(({ rung, addressee, reason }) => `${rung} ${addressee}: ${reason}`)).toEqual([
      'T-15 office: Lần nhắc T-15 (10/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T-7 office: Lần nhắc T-7 (22/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T-3 office: Lần nhắc T-3 (28/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T-3 head: Lần nhắc T-3 (28/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T-1 office: Lần nhắc T-1 (30/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T0 office: Lần nhắc T0 (31/10/2019) được thay bằng lần nhắc T+1 đến sau.',
      'T+1 office: Đã quá 10 ngày làm việc sau ngày dự kiến gửi (01/11/2019).',
      'T+1 head: Đã quá 10 ngày làm việc sau ngày dự kiến gửi (01/11/2019).',
    ]);
  });
});
