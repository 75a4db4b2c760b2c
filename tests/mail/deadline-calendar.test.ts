import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CalendarEntry } from '../../src/mail/calendar-entry.ts';
import { deadlineCalendar } from '../../src/mail/deadline-calendar.ts';
import { readCalendar, type ReadEvent } from '../support/read-calendar.ts';

const DOMAIN = 'dondoc.example';
const ENTRY: CalendarEntry = {
  deadline: 'kon-tum-2019/A01/so-tai-chinh/2019-06-30',
  title: 'Ban hành tiêu chuẩn, định mức sử dụng diện tích chuyên dùng',
  unit: 'Sở Tài chính',
  nominal: '2019-06-30',
  aim: '2019-06-28',
  period: null,
  about: null,
  clause: 'gạch đầu dòng thứ 3, điểm b, mục 2.6, phần II',
  plan: 'Kế hoạch số …/KH-UBND, tháng 6 năm 2019',
  notes: [],
  status: 'open',
  sequence: 2,
  stamp: new Date('2019-06-17T00:30:00.123Z'),
  url: null,
};

const written = (more: Partial<CalendarEntry> = {}) => deadlineCalendar([{ ...ENTRY, ...more }], DOMAIN);

function event(more: Partial<CalendarEntry> = {}): ReadEvent {
  const { events } = readCalendar(written(more));
  expect(events).toHaveLength(1);
  return events[0] as ReadEvent;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a deadline in a calendar', () => {
  it('is one whole day of free time, on the working day to aim at', () => {
    expect(event()).toEqual({
      uid: expect.stringMatching(/^han-[0-9a-f]{24}@dondoc\.example$/) as string,
      sequence: 2,
      stamp: '2019-06-17T00:30:00Z',
      start: '2019-06-28',
      end: '2019-06-29',
      summary: 'Hạn: Ban hành tiêu chuẩn, định mức sử dụng diện tích chuyên dùng',
      description: [
        'Chủ trì: Sở Tài chính',
        'Hạn: Chủ nhật, 30/06/2019. Hạn rơi vào ngày nghỉ; ngày làm việc cuối cùng còn trong hạn: thứ Sáu, 28/06/2019',
        'Căn cứ: gạch đầu dòng thứ 3, điểm b, mục 2.6, phần II, Kế hoạch số …/KH-UBND, tháng 6 năm 2019',
      ].join('\n'),
      status: 'CONFIRMED',
      transparency: 'TRANSPARENT',
      url: '',
    });
  });

  it('tells the period, the event it follows, and how far its date can be relied on', () => {
    const { description } = event({
      nominal: '2019-06-28',
      period: 'quý II năm 2019',
      about: '703/QĐ-UBND ngày 14/06/2019',
      notes: ['Thời hạn đã được gia hạn từ ngày 14/06/2019.'],
    });
    expect(description.split('\n').slice(1)).toEqual([
      'Hạn: thứ Sáu, 28/06/2019',
      'Kỳ báo cáo: quý II năm 2019',
      'Phát sinh từ: 703/QĐ-UBND ngày 14/06/2019',
      'Căn cứ: gạch đầu dòng thứ 3, điểm b, mục 2.6, phần II, Kế hoạch số …/KH-UBND, tháng 6 năm 2019',
      'Ghi chú: Thời hạn đã được gia hạn từ ngày 14/06/2019.',
    ]);
  });

  it.each([
    ['done', 'Đã ghi nhận kết quả: ', 'Tình trạng: hệ thống đã ghi nhận kết quả.'],
    ['withdrawn', 'Không còn theo dõi: ', 'Tình trạng: thời hạn không còn trong lịch theo dõi.'],
  ] as const)(
    'is cancelled when it is %s, and says why where a program still shows it',
    (status, summary, end) => {
      const read = event({ status });
      expect(read.status).toBe('CANCELLED');
      expect(read.summary).toBe(summary + ENTRY.title);
      expect(read.description.split('\n').at(-1)).toBe(end);
    },
  );

  it('keeps its UID whatever changes, and shares it with no other deadline', () => {
    const { uid } = event();
    const moved = {
      nominal: '2019-07-31',
      aim: '2019-07-31',
      sequence: 3,
      status: 'done',
      title: 'Khác',
    } as const;
    expect(event(moved).uid).toBe(uid);
    expect(event({ deadline: 'kon-tum-2019/A01/so-tu-phap/2019-06-30' }).uid).not.toBe(uid);
  });

  it('leads to its page when it has one', () => {
    expect(event({ url: 'https://dondoc.example/han?ma=a.b-c_d' }).url).toBe(
      'https://dondoc.example/han?ma=a.b-c_d',
    );
  });

  it('neither rings nor invites', () => {
    expect(written()).not.toMatch(/^(BEGIN:VALARM|ORGANIZER|ATTENDEE)/m);
  });

  it.each(['America/New_York', 'Pacific/Kiritimati'])('keeps its days on a machine in %s', (zone) => {
    const here = written();
    vi.stubEnv('TZ', zone);
    expect(new Date('2019-06-28T00:00:00Z').getHours()).toBe(zone.startsWith('America') ? 20 : 14);
    expect(written()).toBe(here);
    expect(event()).toMatchObject({ start: '2019-06-28', end: '2019-06-29', stamp: '2019-06-17T00:30:00Z' });
  });
});

describe('the file', () => {
  it('is published, with its events in the order given', () => {
    const entries = ['a', 'b'].map((deadline) => ({ ...ENTRY, deadline, title: deadline }));
    const calendar = readCalendar(deadlineCalendar(entries, DOMAIN));
    expect(calendar.method).toBe('PUBLISH');
    expect(calendar.events.map(({ summary }) => summary)).toEqual(['Hạn: a', 'Hạn: b']);
  });

  it('has a name and an hour to look again only when it is subscribed to', () => {
    const head = { name: 'Thời hạn nhiệm vụ: Sở Văn hóa, Thể thao và Du lịch', refresh: 3600 };
    expect(readCalendar(deadlineCalendar([ENTRY], DOMAIN, head))).toMatchObject({
      name: head.name,
      refresh: 'PT1H',
    });
    expect(readCalendar(written())).toMatchObject({ name: '', refresh: '' });
  });

  it('is the same to the byte when it is written again', () => {
    expect(written()).toBe(written());
  });

  it('escapes what would end a value or begin another line', () => {
    const title = 'Một, hai; ba\\bốn\r\nSTATUS:CANCELLED\nEND:VEVENT';
    const read = event({ title });
    expect(read.summary).toBe('Hạn: Một, hai; ba\\bốn\nSTATUS:CANCELLED\nEND:VEVENT');
    expect(read.status).toBe('CONFIRMED');
    expect(written({ title })).toContain('SUMMARY:Hạn: Một\\, hai\\; ba\\\\bốn\\nSTATUS');
  });

  it('keeps whatever words it is given, in lines of at most 75 octets', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(
            ',',
            ';',
            '\\',
            '\\n',
            '\n',
            '"',
            ':',
            ' ',
            '🏛',
            'Ủy ban nhân dân tỉnh ',
            'ệ'.repeat(80),
          ),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (title, plan) => {
        const text = deadlineCalendar([{ ...ENTRY, title, plan, clause: null }], DOMAIN, {
          name: plan,
          refresh: 60,
        });
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
        const read = readCalendar(text);
        expect(read.name).toBe(plan);
        expect(read.events[0]?.summary).toBe(`Hạn: ${title}`);
        expect(read.events[0]?.description.endsWith(`\nCăn cứ: ${plan}`)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
