import { describe, expect, it } from 'vitest';
import { sentTable } from '../../src/cli/sent-table.ts';
import { statusLines } from '../../src/cli/status-lines.ts';
import { table } from '../../src/cli/table.ts';
import type { SentLetter } from '../../src/worker/send-letter.ts';

const NOTHING = { deadlines: {}, letters: {}, nextLetter: null, lastSent: null, pause: null };

describe('the state in words', () => {
  it('counts in Vietnamese and tells instants as Vietnam’s clocks show them', () => {
    expect(
      statusLines({
        deadlines: { open: 12, done: 3 },
        letters: { planned: 4, sent: 120, failed: 1 },
        nextLetter: new Date('2019-10-14T00:30:00Z'),
        lastSent: null,
        lastBeat: new Date('2019-10-11T17:05:00Z'),
        problems: ['plan.yaml:3:5: sai'],
        pause: null,
      }),
    ).toEqual([
      ['Thời hạn', '12 đang theo dõi; 3 đã hoàn thành'],
      ['Thư', '4 đã lập, chờ gửi; 120 đã gửi; 1 gửi không được'],
      ['Thư gần nhất đã gửi', 'chưa có'],
      ['Thư kế tiếp', '07:30 thứ Hai, 14/10/2019'],
      ['Lần lập lịch gần nhất', '00:05 thứ Bảy, 12/10/2019'],
      ['Tệp có lỗi, đang dùng bản hợp lệ trước đó', 'plan.yaml:3:5: sai'],
    ]);
  });

  it('says of an empty record that there is nothing yet, and of no running worker nothing at all', () => {
    expect(statusLines(NOTHING)).toEqual([
      ['Thời hạn', 'chưa có'],
      ['Thư', 'chưa có'],
      ['Thư gần nhất đã gửi', 'chưa có'],
      ['Thư kế tiếp', 'chưa có'],
    ]);
  });
});

describe('a pause of all sending', () => {
  const since = new Date('2019-10-11T02:05:00Z');

  it('is told with who paused and why, before the letters', () => {
    const pause = { since, by: 'quan.tri', why: 'bảo trì máy chủ thư' };
    expect(statusLines({ ...NOTHING, pause })[1]).toEqual([
      'Gửi thư',
      'đang tạm dừng từ 09:05 thứ Sáu, 11/10/2019 (quan.tri): bảo trì máy chủ thư',
    ]);
  });

  it('is told alone where who paused and why is not for the reader', () => {
    expect(statusLines({ ...NOTHING, pause: { since } })[1]).toEqual([
      'Gửi thư',
      'đang tạm dừng từ 09:05 thứ Sáu, 11/10/2019',
    ]);
  });
});

describe('tables', () => {
  it('line up words to the left and numbers to the right', () => {
    expect(
      table(
        ['Hộp thư', 'Số thư'],
        [
          ['a@b.example', 5],
          ['x', 1234],
        ],
        false,
      ),
    ).toEqual(['Hộp thư      Số thư', 'a@b.example       5', 'x              1234']);
  });

  it('are coloured only when asked', () => {
    const [plain = ''] = table(['Mục'], [], false);
    expect(plain).toBe('Mục');
    expect(table(['Mục'], [], true)[0]).not.toBe(plain);
  });

  it('count what was sent by unit, in Vietnamese order, with a sum; kinds that were not sent have no column', () => {
    const sent = [
      letter(['Sở Y tế'], 'today'),
      letter(['Sở Tư pháp'], 'upcoming'),
      letter(['Đảng ủy'], 'upcoming'),
      letter(['Sở Tư pháp'], 'overdue'),
    ];
    const lines = sentTable(sent, false).map((line) => line.split(/ {2,}/));
    expect(lines).toEqual([
      ['Cơ quan nhận', 'Sắp đến hạn', 'Đến hạn', 'Quá hạn', 'Số thư'],
      ['Đảng ủy', '1', '0', '0', '1'],
      ['Sở Tư pháp', '1', '0', '1', '2'],
      ['Sở Y tế', '0', '1', '0', '1'],
      ['Cộng', '2', '1', '1', '4'],
    ]);
  });
});

function letter(units: string[], kind: SentLetter['kind']): SentLetter {
  const at = new Date(0);
  return { id: 'i', slot: at, at, kind, units, mailbox: 'm', subject: 's', notices: [], messageId: '<i>' };
}
