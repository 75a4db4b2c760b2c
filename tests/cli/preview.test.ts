import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal, type CliContext } from '../../src/cli/context.ts';
import { previewCommand } from '../../src/cli/preview.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { ROOT } from '../support/run-dondoc.ts';

let out: string[];
beforeEach(() => {
  out = [];
});

async function preview(...words: string[]): Promise<string> {
  const context: CliContext = {
    clock: virtualClock(new Date('2019-10-01T00:00:00Z')),
    settings: () => parseSettings({ SCHEDULES: join(ROOT, 'schedules'), TEMPLATES: join(ROOT, 'templates') }),
    colour: false,
    print: (line) => void out.push(line),
    complain: () => undefined,
    inputLines: async function* () {},
  };
  await previewCommand(context).exitOverride().parseAsync(words, { from: 'user' });
  return out.join('\n');
}

interface Preview {
  from: string;
  to: string;
  letters: { at: string; kind: string; to: string; units: string[]; notices: Record<string, unknown>[] }[];
  skipped: { id: string; planned: string; reason: string }[];
  volume: { mailbox: string; week: string; letters: number }[];
}

async function previewJson(...words: string[]): Promise<Preview> {
  return JSON.parse(await preview('--json', ...words)) as Preview;
}

describe('preview', () => {
  it('tells when, to whom and why, one unit at a time', async () => {
    const text = await preview('--from', '2019-10-07', '--to', '2019-10-15', '--unit', 'so-tu-phap');
    expect(text).toContain('Từ thứ Hai, 07/10/2019 đến hết thứ Ba, 15/10/2019: 7 thư.');
    expect(text).toContain(
      'thứ Tư, 09/10/2019, 07:30 · Sắp đến hạn · Sở Tư pháp <vanthu@sotuphap.kontum.example>',
    );
    expect(text).toContain('  - A04 Báo cáo năm về tình hình theo dõi thi hành pháp luật');
    expect(text).toContain(
      '    Còn 03 ngày làm việc đến hạn thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T-3, Thang nhắc việc mặc định.',
    );
    expect(text).toMatch(/vanthu@sotuphap\.kontum\.example +07\/10\/2019 +2$/m);
  });

  it('gives programs the same in one JSON line', async () => {
    const { from, to, letters, volume } = await previewJson(
      '--from',
      '2019-10-09',
      '--to',
      '2019-10-09',
      '--unit',
      'so-tu-phap',
    );
    expect(out).toHaveLength(1);
    expect({ from, to }).toEqual({ from: '2019-10-09', to: '2019-10-09' });
    expect(letters.map((letter) => letter.to).sort()).toEqual([
      'lanhdao@sotuphap.kontum.example',
      'vanthu@sotuphap.kontum.example',
    ]);
    expect(letters[0]).toMatchObject({
      at: '2019-10-09T07:30:00+07:00',
      kind: 'upcoming',
      units: ['Sở Tư pháp'],
      notices: [
        {
          deadline: 'kon-tum-2019/A04/so-tu-phap/2019-10-14',
          obligation: 'A04',
          unit: 'so-tu-phap',
          nominal: '2019-10-14',
          aim: '2019-10-14',
          rung: 'T-3',
        },
      ],
    });
    expect(volume).toEqual(
      ['lanhdao', 'vanthu'].map((box) => ({
        mailbox: `${box}@sotuphap.kontum.example`,
        week: '2019-10-07',
        letters: 1,
      })),
    );
  });

  it('looks from today on for 31 days when no day is given', async () => {
    expect(await previewJson()).toMatchObject({ from: '2019-10-01', to: '2019-11-01' });
    out = [];
    expect(await previewJson('--from', '2019-11-01')).toMatchObject({ from: '2019-11-01', to: '2019-12-02' });
  });

  it('says nothing of the past, unless it is to show a first start with its catching up', async () => {
    const days = ['--from', '2019-10-10', '--to', '2019-10-10', '--unit', 'so-tu-phap'];
    expect((await previewJson(...days)).letters).toEqual([]);
    out = [];
    const { letters, skipped } = await previewJson(...days, '--catch-up');
    expect(letters.map(({ at }) => at)).toEqual(['2019-10-10T07:30:00+07:00', '2019-10-10T07:30:00+07:00']);
    expect(skipped.find(({ id }) => id.includes('A04') && id.endsWith('#T-15@office'))).toMatchObject({
      planned: '2019-09-23',
      reason: expect.stringContaining('được thay bằng lần nhắc T-3 đến sau') as string,
    });
  });

  it.each([
    [['--from', '2019-02-29'], '--from phải là một ngày có thật'],
    [['--from', 'hôm nay'], 'nhận được “hôm nay”'],
    [['--to', '01/11/2019'], '--to phải là một ngày có thật'],
    [['--from', '2019-11-02', '--to', '2019-11-01'], '--from (2019-11-02) phải không sau --to (2019-11-01)'],
  ])('refuses %j', async (words, complaint) => {
    await expect(preview(...words)).rejects.toThrow(Refusal);
    await expect(preview(...words)).rejects.toThrow(complaint);
    expect(out).toEqual([]);
  });

  it('guesses which unit was meant by a misspelt one', async () => {
    await expect(preview('--unit', 'so-tu-phpa')).rejects.toThrow(
      'Không có cơ quan mã “so-tu-phpa” — có phải ý bạn là “so-tu-phap”?',
    );
  });
});
