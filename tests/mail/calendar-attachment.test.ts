import { beforeAll, describe, expect, it } from 'vitest';
import { calendarAttachment } from '../../src/mail/calendar-attachment.ts';
import { UnknownInSchedule } from '../../src/mail/unknown-in-schedule.ts';
import type { ClaimedLetter } from '../../src/record/claim-letter.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { claimedLetter, claimedNotice, konTum } from './claimed.ts';

const NOW = new Date('2019-10-09T00:30:00Z');
const A04 = { obligation: 'A04', unit: 'so-tu-phap', nominal: '2019-10-14' };
const A05 = { obligation: 'A05', unit: 'so-tu-phap', nominal: '2020-02-19' };
const LETTER = claimedLetter([
  claimedNotice(A04),
  claimedNotice({ ...A04, addressee: 'head' }),
  claimedNotice(A05),
]);

let schedule: Schedule;
beforeAll(async () => {
  schedule = await konTum();
});

const attached = (letter: ClaimedLetter) => calendarAttachment(letter, schedule, NOW, 'dondoc.example');
const eventsOf = (letter: ClaimedLetter) => readCalendar(String(attached(letter)?.content)).events;

describe('the calendar file of a letter', () => {
  it('holds each deadline of the letter once, in the letter’s order', () => {
    expect(eventsOf(LETTER)).toMatchObject([
      { start: '2019-10-14', status: 'CONFIRMED', stamp: '2019-10-09T00:30:00Z' },
      { start: '2020-02-19', status: 'CONFIRMED' },
    ]);
    expect(new Set(eventsOf(LETTER).map(({ uid }) => uid)).size).toBe(2);
  });

  it('is named and typed so that mail programs offer it to the calendar', () => {
    expect(attached(LETTER)).toMatchObject({
      filename: 'han-nhiem-vu.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    });
  });

  it.each(['upcoming', 'today', 'overdue'] as const)('goes with a letter of the kind %s', (kind) => {
    expect(attached({ ...LETTER, kind })).toBeDefined();
  });

  it('does not go with a report to a superior', () => {
    expect(attached({ ...LETTER, kind: 'report' })).toBeUndefined();
  });

  it('carries the sequence that the record has', () => {
    const notice = claimedNotice(A04);
    const moved = { ...notice, deadline: { ...notice.deadline, sequence: 4 } };
    expect(eventsOf(claimedLetter([moved]))).toMatchObject([{ sequence: 4 }]);
  });

  it('says what the plan says, and that a proposed day is only proposed', () => {
    const periodic = { obligation: 'A11', unit: 'so-tu-phap', period: '2019-H2', nominal: '2019-12-17' };
    const [event] = eventsOf(claimedLetter([claimedNotice(periodic)]));
    expect(event?.description).toContain('Chủ trì: Sở Tư pháp\nHạn: thứ Ba, 17/12/2019\n');
    expect(event?.description).toContain('\nKỳ báo cáo: 6 tháng cuối năm 2019\n');
    expect(event?.description).toContain(
      '\nGhi chú: Ngày cụ thể là đề xuất, đang chờ xác nhận; nếu chưa phù hợp, đề nghị cho biết.',
    );
  });

  it('cannot be written for a folder that has left the schedules', () => {
    expect(() => attached({ ...LETTER, folder: 'da-bo' })).toThrow(UnknownInSchedule);
  });
});
