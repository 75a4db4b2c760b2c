import { expect } from 'vitest';
import { withDuty, withPhrase, withUnit } from './changes.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const SAME_DAY = withPhrase('A05', 'trước ngày 15/10/2019');

story(
  'two duties of one unit on one day are one letter to each mailbox',
  { duties: ['A04', 'A05'], from: '2019-10-09', but: [SAME_DAY] },
  async (s) => {
    s.expect(
      '2019-10-09 upcoming vanthu@sotuphap A04:T-3 A05:T-3',
      '2019-10-09 upcoming lanhdao@sotuphap A04:T-3 A05:T-3',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1 A05:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0 A05:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1 A05:T+1',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1 A05:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1 A05:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-14 today')).toContain('02 nhiệm vụ');
  },
);

story(
  'when one of two duties is done, the letters go on with the other alone',
  { duties: ['A04', 'A05'], from: '2019-10-10', but: [SAME_DAY, withUnit('so-tu-phap', { heads: [] })] },
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3 A05:T-3');
    await s.says('2019-10-10', 'A05', { kind: 'done', document: '12/BC-STP', on: '2019-10-10' });
    s.expect(
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
  },
);

story(
  'one superior gets one report a day, unit by unit, the worst unit first',
  {
    duties: ['A01', 'A04', 'A05'],
    from: '2019-10-18',
    but: [
      withPhrase('A01', 'ngày 18/10/2019'),
      withPhrase('A05', 'ngày 18/10/2019'),
      withUnit('so-tu-phap', { heads: [] }),
      withUnit('so-tai-chinh', { heads: [] }),
    ],
  },
  async (s) => {
    s.expect(
      '2019-10-18 today vanthu@sotuphap A05:T0',
      '2019-10-18 today vanthu@sotaichinh A01:T0',
      '2019-10-18 overdue vanthu@sotuphap A04:T+1',
      '2019-10-18 report vanthu@sonoivu A04:T+1',
      '2019-10-21 overdue vanthu@sotuphap A05:T+1',
      '2019-10-21 overdue vanthu@sotaichinh A01:T+1',
      '2019-10-21 report vanthu@sonoivu A04:T+5 A01:T+1 A05:T+1',
    );
    await s.until('2019-10-22');
    const words = await s.words('2019-10-21 report');
    expect(words).toContain('03 nhiệm vụ của 02 cơ quan');
    const places = ['theo dõi thi hành pháp luật', 'rà soát văn bản', 'diện tích chuyên dùng'].map((title) =>
      words.lastIndexOf(title),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  },
);

story(
  'ten districts late are ten letters down and one up',
  { duties: ['A06'], from: '2019-12-02' },
  async (s) => {
    const districts = [
      ...['dakglei', 'dakha', 'dakto', 'iahdrai', 'konplong', 'konray', 'ngochoi', 'sathay', 'tumorong'],
      'tpkontum',
    ];
    const names = [
      ...['huyen-dak-glei', 'huyen-dak-ha', 'huyen-dak-to', 'huyen-ia-h-drai', 'huyen-kon-plong'],
      ...['huyen-kon-ray', 'huyen-ngoc-hoi', 'huyen-sa-thay', 'huyen-tu-mo-rong', 'tp-kon-tum'],
    ];
    districts.forEach((district, index) =>
      s.expect(
        `2019-12-02 overdue vanthu@${district} A06/ubnd-${names[index]}:T+1`,
        `2019-12-02 overdue lanhdao@${district} A06/ubnd-${names[index]}:T+1`,
      ),
    );
    const all = names.map((name) => `A06/ubnd-${name}:T+1`).join(' ');
    s.expect(`2019-12-02 report vanthu@sokhcn ${all}`);
    await s.until('2019-12-04');
    expect(await s.words('2019-12-02 report')).toContain('10 nhiệm vụ của 10 cơ quan');
  },
);

story(
  'a unit whose office and head read one mailbox gets one letter, addressed to both',
  {
    duties: ['A04'],
    from: '2019-10-09',
    but: [withUnit('so-tu-phap', { heads: [{ mailbox: 'vanthu@sotuphap.kontum.example' }] })],
  },
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3 A04:T-3');
    await s.until('2019-10-10');
    const words = await s.words('2019-10-09');
    expect(words).toContain('Giám đốc Sở Tư pháp; Sở Tư pháp');
    expect(words.match(/- Hạn: /g)).toHaveLength(1);
  },
);

story(
  'what Home Affairs hears as a lead and as the follow-up unit are two letters',
  {
    duties: ['A03', 'A04'],
    from: '2019-10-15',
    but: [
      withPhrase('A03', 'trước ngày 15/10/2019'),
      withUnit('so-noi-vu', { heads: [] }),
      withUnit('so-tu-phap', { heads: [] }),
    ],
  },
  async (s) => {
    s.expect(
      '2019-10-15 overdue vanthu@sonoivu A03:T+1',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
  },
);

story(
  'what one unit does is no answer for another with the same duty',
  { duties: ['A04'], from: '2019-10-14', but: [withDuty('A04', { leads: ['so-tu-phap', 'so-tai-chinh'] })] },
  async (s) => {
    s.expect(
      '2019-10-14 today vanthu@sotuphap A04/so-tu-phap:T0',
      '2019-10-14 today lanhdao@sotuphap A04/so-tu-phap:T-3',
      '2019-10-14 today vanthu@sotaichinh A04/so-tai-chinh:T0',
      '2019-10-14 today lanhdao@sotaichinh A04/so-tai-chinh:T-3',
    );
    await s.says('2019-10-14', 'A04/so-tu-phap', { kind: 'done', document: '12/BC-STP', on: '2019-10-14' });
    s.expect(
      '2019-10-15 overdue vanthu@sotaichinh A04/so-tai-chinh:T+1',
      '2019-10-15 overdue lanhdao@sotaichinh A04/so-tai-chinh:T+1',
      '2019-10-15 report vanthu@sonoivu A04/so-tai-chinh:T+1',
    );
    await s.until('2019-10-18');
  },
);
