import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pack, RECORD, unpack } from '../../src/backup/archive.ts';
import { BackupRefused } from '../../src/backup/backup-refused.ts';

const SAID = { version: '0.1.0', at: '2019-10-14T02:00:00.000Z', migrations: ['0001-first-tables'] };
const FILES = new Map([
  ['schedules/kon-tum-2019/plan.yaml', strToU8('tên: Kế hoạch\n'.repeat(50))],
  ['templates/upcoming/subject.txt', strToU8('Nhắc việc')],
  [RECORD, Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251)],
]);

/** What `unpack` makes of bytes: contents, or the words of its refusal. */
function tried(bytes: Uint8Array): Map<string, Uint8Array> | string {
  try {
    return new Map(unpack(bytes).files);
  } catch (error) {
    if (error instanceof BackupRefused) return error.message;
    throw error;
  }
}

describe('an archive', () => {
  const whole = pack(SAID, FILES);

  it('gives back what was packed, and what was said of it', () => {
    const { manifest, files } = unpack(whole);
    expect(new Map(files)).toEqual(FILES);
    expect(manifest).toMatchObject(SAID);
  });

  it('cut off anywhere is refused', () => {
    for (let length = 2; length < whole.length; length += 13)
      expect(tried(whole.subarray(0, length)), `${length} bytes`).toMatch(/bị hỏng hoặc bị cắt/);
  });

  it('with any byte spoilt is refused, or holds the same all the same', () => {
    let refused = 0;
    for (let at = 0; at < whole.length; at += 3) {
      const spoilt = Uint8Array.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
      const got = tried(spoilt);
      if (typeof got === 'string') refused += 1;
      else expect(got, `byte ${at}`).toEqual(FILES);
    }
    expect(refused).toBeGreaterThan(whole.length / 6);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', strToU8('không phải bản sao lưu')],
    ['another zip file', zipSync({ 'a.txt': strToU8('a') })],
  ])('%s is none', (_what, bytes) => {
    expect(tried(bytes)).toBe('Tệp này không phải bản sao lưu của Đôn Đốc.');
  });

  it.each([
    'schedules/../../etc/passwd',
    '/etc/passwd',
    'schedules/.hidden',
    'schedules',
    'other/a',
    'schedules/a\\b',
  ])('that would write to “%s” is refused', (name) => {
    expect(tried(pack(SAID, new Map([...FILES, [name, strToU8('x')]])))).toContain('không được phép');
  });

  it('without a record is refused', () => {
    expect(tried(pack(SAID, new Map([...FILES].filter(([name]) => name !== RECORD))))).toContain(RECORD);
  });
});
