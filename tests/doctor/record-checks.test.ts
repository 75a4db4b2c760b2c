import { expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { recordChecks } from '../../src/doctor/record-checks.ts';
import type { RecordSight } from '../../src/doctor/record-sight.ts';
import { ok } from '../../src/doctor/verdict.ts';

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
