import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import { examine } from '../../src/doctor/examine.ts';
import { recordChecks } from '../../src/doctor/record-checks.ts';
import { seeRecord, type CoverageSight, type RecordSight } from '../../src/doctor/record-sight.ts';
import { ok } from '../../src/doctor/verdict.ts';
import type { RecordFacts } from '../../src/record/record-facts.ts';
import { parseSettings } from '../../src/settings/settings.ts';

const NOW = new Date('2019-10-09T01:00:00Z');
const FACTS: RecordFacts = {
  ...{ clockAhead: 0, waiting: 214, oldestDue: null, pause: null, ills: [] },
  ...{ retrying: 0, lastFailure: null },
};

async function found(sight: RecordSight) {
  const findings = await examine(
    recordChecks(
      async () => sight,
      () => NOW,
    ),
    [],
  );
  return (id: string) => findings.find((finding) => finding.id === id);
}

const withFacts = async (facts: Partial<RecordFacts>) =>
  (
    await found({
      ...{ state: 'open', by: 'doctor', coverage: { problem: '' } },
      facts: { ...FACTS, ...facts },
    })
  )('letters');

const withCoverage = async (counts: Record<string, number>) => {
  const coverage: CoverageSight = { day: '2019-10-08', counts };
  return (await found({ state: 'open', by: 'doctor', facts: FACTS, coverage }))('coverage');
};

it('looks into the record when its turn comes, and once', async () => {
  const steps: string[] = [];
  const see = async (): Promise<RecordSight> => {
    steps.push('record');
    return { state: 'away', words: 'ECONNREFUSED' };
  };
  const files = () => {
    steps.push('files');
    return ok('đọc được');
  };
  const checks = [
    { id: 'files', title: 'Tệp kế hoạch', look: files },
    ...recordChecks(see, () => new Date(0)),
  ];
  const findings = await examine(checks, []);
  expect(steps).toEqual(['files', 'record']);
  expect(findings.filter(({ state }) => state === 'fault').map(({ id }) => id)).toEqual(['record']);
});

describe('letters that wait', () => {
  it('are well while none is past its hour', async () => {
    expect(await withFacts({})).toMatchObject({
      state: 'ok',
      found: '214 thư đang chờ tới giờ gửi; không thư nào quá giờ.',
    });
  });

  it('are told apart from those that are tried again, with the last answer', async () => {
    const oldestDue = new Date('2019-10-09T00:30:00Z');
    const finding = await withFacts({ oldestDue, retrying: 16, lastFailure: '451 4.7.1 Greylisted' });
    expect(finding).toMatchObject({
      state: 'warning',
      found:
        '198 thư đang chờ tới giờ gửi; 16 thư gửi chưa được, chờ gửi lại (lỗi gần nhất: 451 4.7.1 Greylisted).',
    });
    expect(finding?.advice).toContain('/quan-ly/hang-doi');
  });

  it('are not called in time when one is past its hour and was not tried yet', async () => {
    const finding = await withFacts({ oldestDue: new Date('2019-10-09T00:30:00Z') });
    expect(finding?.state).toBe('ok');
    expect(finding?.found).toContain('thư tới giờ từ 07:30');
    expect(finding?.found).not.toContain('không thư nào quá giờ');
  });

  it('are at fault after an hour, with the last answer too', async () => {
    const late = { oldestDue: new Date('2019-10-08T23:59:00Z'), retrying: 2, lastFailure: 'ETIMEDOUT' };
    const finding = await withFacts(late);
    expect(finding?.state).toBe('fault');
    expect(finding?.found).toContain('2 thư gửi chưa được, chờ gửi lại (lỗi gần nhất: ETIMEDOUT).');
  });
});

describe('the last finished day', () => {
  it('is well when everything was said, or the record tells why not', async () => {
    expect(await withCoverage({ said: 5, late: 1 })).toMatchObject({
      state: 'ok',
      found: '08/10/2019: mọi điều phải nhắc đã được nhắc.',
    });
    expect((await withCoverage({ said: 5, silent: 2 }))?.found).toContain('trừ 2 điều có lý do');
  });

  it('is worth a look when things wait or came to nobody, which is counted', async () => {
    const finding = await withCoverage({ said: 0, waiting: 4, undelivered: 3, missed: 0 });
    expect(finding).toMatchObject({
      state: 'warning',
      found: '08/10/2019: không sót điều nào, nhưng 3 điều không đến nơi nhận, 4 điều còn chờ nhắc.',
    });
    expect(finding?.advice).toContain('dondoc coverage --day 2019-10-08');
    expect((await withCoverage({ waiting: 4 }))?.found).toContain('nhưng 4 điều còn chờ nhắc.');
  });

  it('is at fault when something was missed, whatever else there is', async () => {
    const finding = await withCoverage({ missed: 2, waiting: 1 });
    expect(finding?.state).toBe('fault');
    expect(finding?.found).toContain('có 2 điều phải nhắc mà chưa nhắc; ngoài ra 1 điều còn chờ nhắc.');
  });
});

describe('a record that cannot be opened', () => {
  const refusing = (error: unknown) =>
    seeRecord(parseSettings({}), systemClock, { ask: vi.fn().mockRejectedValue(error) });

  it('because the disk is full is told so', async () => {
    const sight = await refusing({ name: 'ErrnoError', errno: 51 });
    expect((await found(sight))('record')).toMatchObject({
      state: 'fault',
      found: 'Không mở được sổ: đĩa đầy.',
    });
  });

  it('is told by what is known of the failure', async () => {
    expect(await refusing({ name: 'ErrnoError', errno: 44 })).toEqual({
      state: 'away',
      words: 'ErrnoError 44',
    });
  });
});
