import { describe, expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { programChecks } from '../../src/doctor/program-check.ts';
import { fault, ok, type Check } from '../../src/doctor/verdict.ts';

const check = (id: string, look: Check['look']): Check => ({ id, title: id, look });

describe('an examination', () => {
  it('answers in order, and makes a fault of what throws', async () => {
    const findings = await examine(
      [
        check('slow', () => new Promise((resolve) => setTimeout(() => resolve(ok('xong')), 20))),
        check('broken', () => Promise.reject(new Error('hỏng'))),
        check('quick', () => ok('nhanh')),
      ],
      [],
    );
    expect(findings.map(({ id, state }) => [id, state])).toEqual([
      ['slow', 'ok'],
      ['broken', 'fault'],
      ['quick', 'ok'],
    ]);
    expect(findings[1]?.found).toContain('hỏng');
  });

  it('puts what servers say on one line, without hidden characters or a secret', async () => {
    const words = 'một\r\nhai\u0000ba\u202e, mat-khau-1 và mat-khau-1';
    const [finding] = await examine([check('server', () => fault(words, `đổi ${words}`))], ['mat-khau-1']);
    expect(finding).toMatchObject({ found: 'một hai ba, … và …', advice: 'đổi một hai ba, … và …' });
  });
});

describe('the program', () => {
  it.each([
    ['20.18.3', 'fault'],
    ['20.19.0', 'ok'],
    ['21.7.0', 'fault'],
    ['22.11.0', 'fault'],
    ['22.12.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('on Node %s is told as %s', async (version, state) => {
    const [node, zone] = await examine(programChecks(version), []);
    expect(node?.state).toBe(state);
    expect(zone?.state).toBe('ok');
  });
});
