import { expect, test } from 'vitest';
import { deadlinesCsv, unitsCsv } from '../../src/report/report-csv.ts';
import { done, reportOn, result } from './results.ts';

test('the per-unit table is UTF-8 with a mark, its lines end as RFC 4180 wants, its sum comes last', () => {
  expect(
    unitsCsv(reportOn([done('2019-10-15', { id: '1' }), result({ id: '2', nominal: '2019-10-17' })])),
  ).toBe(
    '\uFEFFCơ quan,Tổng số,Đúng hạn,Trễ hạn,Chưa hoàn thành,Trong đó quá hạn,Chờ xác nhận,Trễ bình quân (ngày làm việc)\r\n' +
      'Sở Tư pháp,2,0,1,1,1,1,"1,5"\r\n' +
      'Cộng,2,0,1,1,1,1,"1,5"\r\n',
  );
});

test('the list of deadlines quotes commas, quotes and line breaks, and dates are written as officials do', () => {
  const [, line] = deadlinesCsv(
    reportOn([done('2019-10-15', { about: 'Quyết định "703"\nngày 14/06/2019, bản sao' })]),
  ).split('\r\n');
  expect(line).toBe(
    '"Báo cáo năm (Quyết định ""703""\nngày 14/06/2019, bản sao)",Sở Tư pháp,"mục 2.1, Kế hoạch thử",14/10/2019,,15/10/2019,12/BC-STP,"Trễ hạn, chờ xác nhận",1,KH/A04/so-tu-phap/2019-10-14',
  );
});

test.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'a cell that begins with “%s” is no formula',
  (words) => {
    const csv = deadlinesCsv(reportOn([result({ document: words })]));
    expect(csv).toMatch(new RegExp(`,"?'${words.replace(/[+()]/g, '\\$&')}"?,`));
  },
);
