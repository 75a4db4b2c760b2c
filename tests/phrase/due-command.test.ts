import { afterEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { Refusal, type CliContext } from '../../src/cli/context.ts';
import { dueCommand } from '../../src/cli/due.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import { officialYears } from '../calendar/official-years.ts';

const calendar = createCalendar(officialYears());

afterEach(() => {
  process.exitCode = undefined;
});

/** Runs the command at 07:30 on 17/06/2019 in Vietnam and gives what it prints. */
async function run(args: string[], lines: string[] = []): Promise<string[]> {
  const printed: string[] = [];
  const context: CliContext = {
    clock: virtualClock(new Date('2019-06-17T00:30:00Z')),
    settings: () => {
      throw new Error('Reading a phrase needs no settings');
    },
    print: (line) => void printed.push(line),
    complain: (line) => void printed.push(`stderr: ${line}`),
    colour: false,
    async *inputLines() {
      yield* lines;
    },
  };
  await dueCommand(context, async () => calendar).parseAsync(args, { from: 'user' });
  return printed;
}

async function answers(...lines: unknown[]): Promise<unknown[]> {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return (await run(['-'], texts)).map((line) => JSON.parse(line) as unknown);
}

describe('dondoc due', () => {
  it('explains a phrase and shows the working day to aim at', async () => {
    expect(await run(['trong tháng 6 năm 2019'])).toEqual([
      'hiểu là: một lần; ngày cuối còn trong hạn là Chủ nhật, 30/06/2019 (ngày cuối của tháng 6 năm 2019)',
      'Kỳ          Ngày cuối còn trong hạn  Ngày làm việc để nhắm tới',
      '2019-06     Chủ nhật, 30/06/2019     thứ Sáu, 28/06/2019 (sớm hơn 02 ngày)',
    ]);
  });

  it('takes a phrase of several words without quotes', async () => {
    const quoted = await run(['trước ngày 15/10/2019', '--from', '2019-01-01']);
    expect(await run(['trước', 'ngày', '15/10/2019', '--from', '2019-01-01'])).toEqual(quoted);
  });

  it('marks the rows that rest on a provisional calendar', async () => {
    const [, , ...rows] = await run(['hằng quý', '--from', '2026-10-01', '--count', '2']);
    expect(rows).toEqual([
      '2026-Q4     thứ Năm, 31/12/2026      thứ Năm, 31/12/2026',
      '2027-Q1     thứ Tư, 31/03/2027       thứ Tư, 31/03/2027 (lịch tạm tính)',
    ]);
  });

  it('shows the next four of a recurring phrase, from today', async () => {
    const [, , ...rows] = await run(['hằng quý, 6 tháng, hằng năm']);
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['2019-H1', '2019-Q3', '2019', '2020-Q1']);
  });

  it('starts at --from and shows --count of them', async () => {
    const [, , ...rows] = await run(['trước 31/12 hằng năm', '--from', '2023-01-01', '--count', '1']);
    expect(rows).toEqual(['2023        thứ Bảy, 30/12/2023      thứ Sáu, 29/12/2023 (sớm hơn 01 ngày)']);
  });

  it('counts from --event', async () => {
    const phrase = 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố';
    const [, , ...rows] = await run([phrase, '--event', '2019-04-26']);
    expect(rows).toEqual(['2019-04-26  thứ Ba, 07/05/2019       thứ Ba, 07/05/2019']);
    expect(await run([phrase])).toEqual([expect.stringContaining('--event')]);
  });

  it('only explains a standing duty', async () => {
    expect(await run(['thường xuyên'])).toHaveLength(1);
  });

  it('refuses with the reason and what may be written', async () => {
    const refusal = run(['trước ngày 15/10']);
    await expect(refusal).rejects.toThrow(Refusal);
    await expect(refusal).rejects.toThrow('Có thể viết: “trước ngày 15/10 hằng năm”');
  });

  it.each([
    [['--from', '2019-02-30'], 'from'],
    [['--event', '01/06/2019'], 'event'],
    [['--count', '0'], 'count'],
    [['--count', '2.5'], 'count'],
    [['--count', 'nhiều'], 'count'],
  ])('refuses the option %j', async (options, field) => {
    await expect(run(['hằng quý', ...options])).rejects.toThrow(`Trường “${field}” không hợp lệ`);
  });

  it('prints one JSON line with --json', async () => {
    const [line = '', ...more] = await run(['trước ngày 15/10/2019', '--json']);
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toEqual({
      phrase: 'trước ngày 15/10/2019',
      ok: true,
      kind: 'once',
      dates: [{ period: '2019-10-14', nominal: '2019-10-14', aim: '2019-10-14' }],
      explanation:
        'hiểu là: một lần; ngày cuối còn trong hạn là thứ Hai, 14/10/2019 (trước ngày 15/10/2019, không tính ngày đó)',
    });
    expect(process.exitCode).toBeUndefined();
  });

  it('prints a refusal as JSON too, and fails', async () => {
    const [line = ''] = await run(['trước ngày 15/10', '--json']);
    expect(JSON.parse(line)).toMatchObject({ ok: false, suggestion: 'trước ngày 15/10 hằng năm' });
    expect(process.exitCode).toBe(1);
  });
});

describe('dondoc due -', () => {
  it('answers every line with one line, in order, and skips blank ones', async () => {
    const found = await answers(
      { phrase: 'thường xuyên' },
      '',
      '   ',
      { phrase: 'Quý III' },
      { phrase: '2019-Q3' },
    );
    expect(found).toEqual([
      {
        phrase: 'thường xuyên',
        ok: true,
        kind: 'standing',
        dates: [],
        explanation: expect.any(String) as string,
      },
      {
        phrase: 'Quý III',
        ok: false,
        error: expect.stringContaining('Chưa nêu năm') as string,
        suggestion: 'trong Quý III hằng năm',
      },
      {
        phrase: '2019-Q3',
        ok: true,
        kind: 'once',
        dates: [{ period: '2019-Q3', nominal: '2019-09-30', aim: '2019-09-30' }],
        explanation: expect.any(String) as string,
      },
    ]);
  });

  it('uses the fields of each line', async () => {
    const [yearly, event] = await answers(
      { phrase: 'định kỳ tháng 01 hằng năm', from: '2021-01-01', count: 2 },
      { phrase: '02 ngày làm việc kể từ ngày ký', event: '2026-08-20' },
    );
    expect(yearly).toMatchObject({
      dates: [
        { period: '2021', nominal: '2021-01-31', aim: '2021-01-29' },
        { period: '2022', nominal: '2022-01-31', aim: '2022-01-28' },
      ],
    });
    expect(event).toMatchObject({
      kind: 'after-event',
      dates: [{ period: '2026-08-20', nominal: '2026-08-22' }],
    });
  });

  it('says that an event is needed', async () => {
    expect(await answers({ phrase: '02 ngày làm việc kể từ ngày ký' })).toEqual([
      expect.objectContaining({
        ok: true,
        dates: [],
        explanation: expect.stringContaining('--event') as string,
      }),
    ]);
  });

  it.each([
    ['{', ''],
    ['"chuỗi"', ''],
    ['null', ''],
    ['[]', ''],
    ['{}', ''],
    ['{"phrase": 5}', ''],
    ['{"phrase": "hằng quý", "from": "2019-02-29"}', 'hằng quý'],
    ['{"phrase": "hằng quý", "from": 20190101}', 'hằng quý'],
    ['{"phrase": "hằng quý", "event": "mai"}', 'hằng quý'],
    ['{"phrase": "hằng quý", "count": 0}', 'hằng quý'],
    ['{"phrase": "hằng quý", "count": 1001}', 'hằng quý'],
    ['{"phrase": "hằng quý", "count": "4"}', 'hằng quý'],
  ])('answers the bad line %s and goes on', async (line, phrase) => {
    const [bad, good] = await answers(line, { phrase: 'năm 2019' });
    expect(bad).toEqual({
      phrase,
      ok: false,
      error: expect.stringMatching(/^(Dòng này|Trường)/) as string,
      suggestion: expect.any(String) as string,
    });
    expect(readPhrase((bad as { suggestion: string }).suggestion).ok).toBe(true);
    expect(good).toMatchObject({ ok: true });
  });

  it('says so when a date lies outside the known calendar, and suggests one inside', async () => {
    const cases: [phrase: string, year: string, suggestion: string, from?: string][] = [
      ['năm 2100', '2100', 'năm 2035'],
      ['trước ngày 15/10/2012', '2012', 'trước ngày 15/10/2018'],
      ['trước ngày 01/01/2018', '2017', 'trước ngày 01/01/2019'],
      ['ngày 29/02/2096', '2096', 'chậm nhất là ngày 28/02/2035'],
      ['giai đoạn 2030-2040', '2040', 'giai đoạn 2030-2035'],
      ['05 ngày làm việc kể từ ngày 28/12/2035', '2036', '05 ngày làm việc kể từ ngày 28/12/2034'],
      ['hằng quý', '2100', 'chậm nhất là ngày 31/12/2035', '2100-06-01'],
      ['trong tháng 01 hằng năm', '2036', 'chậm nhất là ngày 31/01/2035', '2035-06-01'],
      ['ngày làm việc cuối cùng của tháng', '2036', 'chậm nhất là ngày 31/12/2035', '2036-01-01'],
      ['thứ Sáu hằng tuần', '1990', 'chậm nhất là ngày 05/01/2018', '1990-01-01'],
    ];
    for (const [phrase, year, suggestion, from] of cases) {
      const [refused, understood] = await answers({ phrase, from }, { phrase: suggestion, from });
      const error = expect.stringContaining(`năm ${year};`) as string;
      expect(refused).toEqual({ phrase, ok: false, error, suggestion });
      expect(understood, suggestion).toMatchObject({ ok: true });
    }
  });

  it('suggests a year when the event lies outside the known calendar', async () => {
    const phrase = '05 ngày làm việc kể từ ngày ký';
    expect(await answers({ phrase, event: '2100-01-01' })).toEqual([
      expect.objectContaining({ ok: false, suggestion: 'trong năm 2035' }),
    ]);
  });

  it.each([
    ['hằng quý', '2035-01-01', ['2035-Q1', '2035-Q2', '2035-Q3', '2035-Q4']],
    ['ngày làm việc cuối cùng của tháng', '2035-11-15', ['2035-11', '2035-12']],
    ['ngày làm việc đầu tiên của tháng', '2035-11-15', ['2035-12']],
    ['trước ngày 01/01 hằng năm', '2034-06-01', ['2034', '2035']],
  ])(
    'gives the dates of "%s" that are known and says where the calendar ends',
    async (phrase, from, periods) => {
      const [answer] = (await answers({ phrase, from, count: 9 })) as {
        dates: { period: string }[];
        explanation: string;
      }[];
      expect(answer?.dates.map(({ period }) => period)).toEqual(periods);
      expect(answer?.explanation).toContain('đến hết năm 2035');
    },
  );

  it('tells of the years whose calendar is provisional, and of no other', async () => {
    const [some, official] = (await answers(
      { phrase: 'trong tháng 6 hằng năm', from: '2026-01-01', count: 3 },
      { phrase: 'trong tháng 6 hằng năm', from: '2024-01-01', count: 3 },
    )) as { dates: unknown[]; explanation: string }[];
    expect(some?.explanation).toMatch(/; theo lịch tạm tính năm 2027, 2028$/);
    expect(some?.dates[1]).toEqual({ period: '2027', nominal: '2027-06-30', aim: '2027-06-30' });
    expect(official?.explanation).not.toContain('tạm tính');
  });
});
